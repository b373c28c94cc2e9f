package app.fragments.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Checks that every listed fault has at least one test annotated with [Fault]. Writes which test
/// proves which fault to `target/faults.md`.
class FaultListTest {
  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.params.ParameterizedTest",
          "net.jqwik.api.Property");

  private static Map<Integer, String> faults;
  private static Map<Integer, SortedSet<String>> proofs;

  @BeforeAll
  static void find_the_tests() {
    faults = read();
    proofs = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("app.fragments")) {
      for (JavaMethod method : type.getMethods()) {
        if (isTest(method)) {
          numbers(type, method)
              .forEach(
                  number ->
                      proofs
                          .computeIfAbsent(number, _ -> new TreeSet<>())
                          .add(type.getSimpleName() + "." + method.getName()));
        }
      }
    }
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .anyMatch(annotation -> TESTS.contains(annotation.getName()));
  }

  private static IntStream numbers(JavaClass type, JavaMethod method) {
    IntStream ofClass =
        type.isAnnotatedWith(Fault.class)
            ? IntStream.of(type.getAnnotationOfType(Fault.class).value())
            : IntStream.empty();
    IntStream ofMethod =
        method.isAnnotatedWith(Fault.class)
            ? IntStream.of(method.getAnnotationOfType(Fault.class).value())
            : IntStream.empty();
    return IntStream.concat(ofClass, ofMethod);
  }

  private static Map<Integer, String> read() {
    try (InputStream list = FaultListTest.class.getResourceAsStream("/faults.txt")) {
      Map<Integer, String> read = new LinkedHashMap<>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(parts -> read.put(Integer.valueOf(parts[0]), parts[1]));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_list_is_complete() {
    assertThat(faults.keySet())
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.rangeClosed(1, 32), IntStream.rangeClosed(101, 104))
                .boxed()
                .toList());
  }

  @Test
  void every_fault_has_a_test() {
    assertThat(faults.keySet()).allMatch(proofs::containsKey, "has a test");
  }

  @Test
  void no_test_refers_to_an_unlisted_fault() {
    assertThat(proofs.keySet()).allMatch(faults::containsKey, "is on the list");
  }

  @Test
  void the_list_is_written_with_its_tests() throws IOException {
    StringBuilder table = new StringBuilder("| fault | | proven by |\n|---|---|---|\n");
    faults.forEach(
        (number, description) ->
            table.append(
                "| %d | %s | %s |%n"
                    .formatted(
                        number,
                        description,
                        String.join("<br>", proofs.getOrDefault(number, none())))));
    Path file = Path.of("target", "faults.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, table);
    assertThat(Files.readAllLines(file)).hasSize(faults.size() + 2);
  }

  private static SortedSet<String> none() {
    return new TreeSet<>(List.of("nothing"));
  }
}
