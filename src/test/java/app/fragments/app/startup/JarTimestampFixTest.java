package app.fragments.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTimestampFixTest {
  @TempDir Path folder;

  @Test
  void a_jar_that_was_installed_with_another_time_has_its_own_again() throws Exception {
    Path jar = Files.createFile(folder.resolve("fragments.jar"));
    Files.setLastModifiedTime(
        jar, FileTime.from(JarTimestampFix.TIME.toInstant().minus(Duration.ofHours(9))));

    JarTimestampFix.restoreTime(jar);

    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(JarTimestampFix.TIME);
  }

  @Test
  void a_jar_that_cannot_be_changed_stays_as_it_is() {
    assertThatCode(() -> JarTimestampFix.restoreTime(folder.resolve("none.jar")))
        .doesNotThrowAnyException();
  }

  @Test
  void its_time_is_what_the_build_gives_it() {
    assertThat(Path.of("installer/build/Parts.java"))
        .content()
        .contains("Instant.parse(\"" + JarTimestampFix.TIME + "\")");
  }
}
