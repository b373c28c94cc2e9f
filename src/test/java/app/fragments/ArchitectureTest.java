package app.fragments;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Enforces the package structure in `docs/architecture.md`.
class ArchitectureTest {
  private static final String ROOT = "app.fragments.";

  /// The packages from top to bottom. Each may import those below it, except as [#EXCEPT] says.
  private static final List<String> LAYERS =
      List.of(
          "app",
          "ui",
          "cli",
          "http",
          "diagnostics",
          "worker",
          "generator",
          "exchange",
          "search",
          "store.mongo",
          "job",
          "report",
          "journal",
          "store",
          "settings");

  /// What a package must not import even though it is below.
  private static final Map<String, List<String>> EXCEPT =
      Map.of(
          "ui", List.of("cli", "http", "store.mongo"),
          "cli", List.of("store.mongo"),
          "http", List.of("store.mongo"),
          "diagnostics", List.of("store.mongo"),
          "worker", List.of("store.mongo"),
          "generator", List.of("store.mongo", "exchange"),
          "exchange", List.of("store.mongo"),
          "search", List.of("store.mongo"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.fragments");

  @Test
  void the_program_has_classes() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @TestFactory
  Stream<DynamicTest> a_package_imports_only_packages_below_it() {
    return LAYERS.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that(in(name))
                            .should()
                            .dependOnClassesThat(inAnyOf(forbiddenTo(name)))
                            .check(CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> every_package_named_in_a_rule_has_classes() {
    return Stream.concat(LAYERS.stream(), Stream.of("ui.report", "generator.gemini"))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(CLASSES.stream().anyMatch(in(name))).isTrue()));
  }

  @Test
  void every_package_belongs_to_a_layer() {
    assertThat(CLASSES.stream().filter(type -> LAYERS.stream().noneMatch(n -> in(n).test(type))))
        .isEmpty();
  }

  @Test
  void no_two_classes_share_a_simple_name() {
    assertThat(
            CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info")))
        .doesNotHaveDuplicates();
  }

  private static List<String> forbiddenTo(String name) {
    return Stream.concat(
            LAYERS.stream().takeWhile(layer -> !layer.equals(name)),
            EXCEPT.getOrDefault(name, List.of()).stream())
        .toList();
  }

  /// The classes of a layer: `store` without `store.mongo`, which is a separate layer.
  private static DescribedPredicate<JavaClass> in(String layer) {
    DescribedPredicate<JavaClass> inside = resideInAPackage(ROOT + layer + "..");
    return layer.equals("store")
        ? inside.and(resideOutsideOfPackage(ROOT + "store.mongo.."))
        : inside;
  }

  private static DescribedPredicate<JavaClass> inAnyOf(List<String> layers) {
    return DescribedPredicate.or(layers.stream().map(ArchitectureTest::in).toList());
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "each package";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void only_the_window_uses_javafx() {
    only("javafx..", "ui..", "app..");
  }

  @Test
  void only_the_report_pane_uses_the_web_view() {
    only("javafx.scene.web..", "ui.report..");
  }

  @Test
  void only_the_stores_use_the_database() {
    only("com.mongodb..", "store.mongo..");
    only("org.bson..", "store.mongo..");
    only("de.bwaldvogel..", "store.mongo..");
    only("org.sqlite..", "store.mongo..");
  }

  @Test
  void only_the_search_knows_lucene() {
    only("org.apache.lucene..", "search..");
  }

  @Test
  void only_the_gemini_adapter_uses_googles_library() {
    only("com.google.genai..", "generator.gemini..");
  }

  @Test
  void only_the_http_endpoint_uses_the_http_server() {
    only("com.sun.net.httpserver..", "http..");
  }

  @Test
  void only_the_commands_print() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + "cli.."))
        .should()
        .accessField(System.class, "out")
        .check(CLASSES);
  }

  @Test
  void only_settings_reads_the_environment() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + "settings.."))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(CLASSES);
  }

  @Test
  void the_time_comes_from_an_injected_clock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
    noClasses()
        .that(resideOutsideOfPackage(ROOT + "app.."))
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  /// It loads fonts beside the FX thread, where creating a node would mix up pseudo-classes.
  @Test
  void theming_creates_no_nodes() {
    noClasses()
        .that()
        .haveFullyQualifiedName(ROOT + "ui.common.Theming")
        .should()
        .callConstructorWhere(target(owner(assignableTo(Node.class))))
        .check(CLASSES);
  }

  @Test
  void no_class_uses_internals_of_the_jdk() {
    noClasses()
        .that(resideInAPackage("app.fragments.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
                .and(resideOutsideOfPackage("com.sun.net.httpserver"))) // the JDK exports that one
        .check(CLASSES);
  }

  private static void only(String library, String... ours) {
    String[] allowed =
        Stream.concat(Stream.of(library), Stream.of(ours).map(name -> ROOT + name))
            .toArray(String[]::new);
    noClasses()
        .that(resideOutsideOfPackages(allowed))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(CLASSES);
  }
}
