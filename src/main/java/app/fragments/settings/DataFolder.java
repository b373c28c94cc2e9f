package app.fragments.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The one folder that holds what the program keeps: the built-in store's file, the settings, the
/// logs. It belongs to the user alone.
///
/// @param root the folder, absolute
public record DataFolder(Path root) {

  /// The folder of this process, made where it is missing: `FRAGMENTS_HOME`, else the system's
  /// convention (section 9 of the plan).
  ///
  /// @throws DataFolderException where it cannot be made or written to
  public static DataFolder open(Environment environment) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return locate(environment, System.getProperty("os.name", ""), home).make();
  }

  /// Where the folder is on a system of that name, for a user with that home; touches nothing.
  ///
  /// @throws DataFolderException where `FRAGMENTS_HOME` is no path
  static DataFolder locate(Environment environment, String system, Path home) {
    Path root =
        path(environment, "FRAGMENTS_HOME").orElseGet(() -> usual(environment, system, home));
    return new DataFolder(root.toAbsolutePath().normalize());
  }

  private static Path usual(Environment environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path roaming = path(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      return roaming.resolve("Fragments");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Fragments");
    }
    // The XDG Base Directory Specification: a relative path there is to be ignored, and the home is
    // what HOME says, which the system's list of users need not agree with.
    return path(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElseGet(
            () ->
                path(environment, "HOME")
                    .filter(Path::isAbsolute)
                    .orElse(home)
                    .resolve(".local/share"))
        .resolve("fragments");
  }

  private static Optional<Path> path(Environment environment, String name) {
    try {
      return environment.get(name).map(Path::of);
    } catch (InvalidPathException e) {
      throw new DataFolderException(name + " is not the name of a folder", e);
    }
  }

  private DataFolder make() {
    try {
      PrivateFiles.createFolder(root);
      PrivateFiles.createFolder(logs());
      // a random name would have all random numbers made ready, and the first picture waits
      Path proof =
          root.resolve(".writable-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
      Files.write(proof, new byte[0]); // one that a killed process left is no obstacle
      Files.deleteIfExists(proof);
      return this;
    } catch (IOException e) {
      throw new DataFolderException(
          "The data folder "
              + root
              + " cannot be written to. Make it writable, or name another one in FRAGMENTS_HOME.",
          e);
    }
  }

  /// Where the log files are.
  public Path logs() {
    return root.resolve("logs");
  }

  /// The file of [SettingsStore].
  public Path settingsFile() {
    return root.resolve("settings.json");
  }

  /// The file that secrets are in where the system has no keychain.
  public Path secretsFile() {
    return root.resolve("secrets.json");
  }

  /// The file of [TokenFile].
  public Path tokenFile() {
    return root.resolve("token");
  }
}
