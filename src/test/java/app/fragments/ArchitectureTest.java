package app.fragments;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the rooms of the house apart, as section 2 of the plan lays them out.
class ArchitectureTest {
  private static final String ROOT = "app.fragments.";
  private static final List<String> OURS =
      List.of(
          "journal",
          "report",
          "job",
          "weave",
          "generator",
          "mongo",
          "search",
          "exchange",
          "settings",
          "ui",
          "cli",
          "app");

  /// What each package may import of the others; whatever is not named is forbidden.
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("journal", List.of()),
          Map.entry("report", List.of("journal")),
          Map.entry("job", List.of("journal", "report")),
          Map.entry("weave", List.of("job", "report", "journal")),
          Map.entry("generator", List.of("weave", "job", "report", "journal")),
          Map.entry("mongo", List.of("journal", "report", "job")),
          Map.entry("search", List.of("journal")),
          Map.entry("exchange", List.of("journal", "report")),
          Map.entry("settings", List.of()),
          Map.entry(
              "ui", List.of("journal", "report", "job", "weave", "search", "exchange", "settings")),
          Map.entry(
              "cli",
              List.of("journal", "report", "job", "weave", "search", "exchange", "settings")),
          Map.entry("app", OURS.stream().filter(name -> !name.equals("app")).toList()));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.fragments");

  @Test
  void there_are_classes_to_look_at() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @TestFactory
  Stream<DynamicTest> a_package_imports_only_what_the_plan_allows() {
    return OURS.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String[] forbidden =
                          OURS.stream()
                              .filter(
                                  other ->
                                      !other.equals(name)
                                          && !MAY_IMPORT
                                              .getOrDefault(name, List.of())
                                              .contains(other))
                              .map(other -> ROOT + other + "..")
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage(ROOT + name + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden)
                          .allowEmptyShould(true)
                          .check(CLASSES);
                    }));
  }

  @Test
  void no_package_is_in_a_cycle_at_any_depth() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(
                  com.tngtech.archunit.core.domain.JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "every package by itself";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void only_the_window_knows_javafx() {
    only("javafx..", "ui..", "app..");
  }

  @Test
  void only_the_report_pane_knows_the_web_view() {
    only("javafx.scene.web..", "ui.report..");
  }

  @Test
  void only_the_stores_know_the_database() {
    only("com.mongodb..", "mongo..");
    only("org.bson..", "mongo..");
    only("de.bwaldvogel..", "mongo..");
    only("org.sqlite..", "mongo..");
  }

  @Test
  void only_the_gemini_adapter_knows_googles_library() {
    only("com.google.genai..", "generator.gemini..");
  }

  @Test
  void only_the_http_endpoint_knows_the_http_server() {
    only("com.sun.net.httpserver..", "cli.http..");
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
  void time_is_taken_from_a_clock_that_was_handed_in() {
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

  @Test
  void nobody_reaches_into_another_ones_inside() {
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
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
