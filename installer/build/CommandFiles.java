import app.fragments.cli.CliServices;
import app.fragments.cli.Commands;
import app.fragments.cli.Terminal;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Generates the man page `fragments.1` and the completions `fragments.bash` and `_fragments` (zsh)
/// from the commands. Needs no display. Run in the project's folder after a build:
///
/// java -cp 'target/fragments.jar:target/lib/*' installer/build/CommandFiles.java FOLDER
class CommandFiles {
  private static final Path LINUX = Path.of("installer/linux");

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CommandLine commands = new Commands(noServices(), Terminal.ofProcess()).commandLine();
    ManPage page =
        new ManPage(
            Files.readString(LINUX.resolve("fragments.1.in")),
            Release.newest(LINUX.resolve("app.fragments.Fragments.metainfo.xml")));
    Files.writeString(folder.resolve("fragments.1"), page.render(commands));
    Files.writeString(folder.resolve("fragments.bash"), AutoComplete.bash("fragments", commands));
    Files.copy(
        LINUX.resolve("completion.zsh"),
        folder.resolve("_fragments"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// The commands are inspected, never run.
  private static CliServices noServices() {
    return (CliServices)
        Proxy.newProxyInstance(
            CliServices.class.getClassLoader(),
            new Class<?>[] {CliServices.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "clock" -> Clock.systemUTC();
                  case "zone" -> ZoneOffset.UTC;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
