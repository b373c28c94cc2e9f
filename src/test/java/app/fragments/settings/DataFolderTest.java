package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path home;

  private Path located(String system, Map<String, String> variables) {
    return DataFolder.locate(new Environment(variables), system, home).root();
  }

  @Test
  void each_platform_has_its_default_folder() {
    assertThat(located("Linux", Map.of())).isEqualTo(home.resolve(".local/share/fragments"));
    assertThat(located("Mac OS X", Map.of()))
        .isEqualTo(home.resolve("Library/Application Support/Fragments"));
    assertThat(located("Windows 11", Map.of()))
        .isEqualTo(home.resolve("AppData/Roaming/Fragments"));
  }

  @Test
  void platform_variables_override_the_default() {
    Path elsewhere = home.resolve("elsewhere");
    assertThat(located("Linux", Map.of("XDG_DATA_HOME", elsewhere.toString())))
        .isEqualTo(elsewhere.resolve("fragments"));
    assertThat(located("Windows 11", Map.of("APPDATA", elsewhere.toString())))
        .isEqualTo(elsewhere.resolve("Fragments"));
  }

  @Test
  void on_linux_HOME_overrides_the_home_folder() {
    Path other = home.resolve("other");
    assertThat(located("Linux", Map.of("HOME", other.toString())))
        .isEqualTo(other.resolve(".local/share/fragments"));
    assertThat(located("Linux", Map.of("HOME", "relative")))
        .isEqualTo(home.resolve(".local/share/fragments"));
    assertThat(located("Mac OS X", Map.of("HOME", other.toString())))
        .isEqualTo(home.resolve("Library/Application Support/Fragments"));
  }

  @Test
  void a_relative_XDG_DATA_HOME_is_ignored() {
    assertThat(located("Linux", Map.of("XDG_DATA_HOME", "data")))
        .isEqualTo(home.resolve(".local/share/fragments"));
  }

  @Test
  void FRAGMENTS_HOME_overrides_everything() {
    Path mine = home.resolve("mine");
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertThat(
              located(
                  system,
                  Map.of("FRAGMENTS_HOME", mine.toString(), "XDG_DATA_HOME", home.toString())))
          .isEqualTo(mine);
    }
  }

  @Test
  void a_new_folder_is_private() throws IOException {
    Path root = home.resolve("a/b");

    DataFolder folder = DataFolder.open(new Environment(Map.of("FRAGMENTS_HOME", root.toString())));

    assertThat(folder.logs()).isDirectory();
    Assumptions.assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx------");
  }

  @Test
  void an_unwritable_folder_is_reported_with_a_remedy() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    Environment environment =
        new Environment(Map.of("FRAGMENTS_HOME", file.resolve("inside").toString()));

    assertThatThrownBy(() -> DataFolder.open(environment))
        .isInstanceOf(DataFolderException.class)
        .hasMessageContaining(file.resolve("inside").toString())
        .hasMessageContaining("FRAGMENTS_HOME");
  }
}
