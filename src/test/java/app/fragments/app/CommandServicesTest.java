package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.cli.Commands;
import app.fragments.cli.Terminal;
import app.fragments.settings.Environment;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandServicesTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(Path home, String command) {
    Environment environment = new Environment(Map.of("FRAGMENTS_HOME", home.toString()));
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), out, out, false, action -> () -> {});
    try (CommandServices services = new CommandServices(environment, Clock.systemUTC())) {
      return new Commands(services, terminal).run(command.split(" "));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "weave --help"})
  void help_and_version_create_no_data_folder(String command) {
    Path home = folder.resolve("home");

    assertThat(run(home, command)).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8)).containsIgnoringCase("fragments");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_read_only_data_folder_is_reported() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(run(file.resolve("home"), "list --json")).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("cannot be written to", "\"error\"", "FRAGMENTS_HOME");
  }
}
