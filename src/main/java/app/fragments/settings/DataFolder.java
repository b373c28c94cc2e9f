package app.fragments.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The folder with all files of this program: the built-in store, the settings, the logs. Only its
/// owner may read it.
public record DataFolder(Path root) {
  /// The folder of this process, created if missing: `FRAGMENTS_HOME`, or the platform's
  /// convention.
  ///
  /// @throws DataFolderException if it can't be created or written to
  public static DataFolder open(Environment environment) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return locate(environment, System.getProperty("os.name", ""), home).create();
  }

  /// Does not touch the disk.
  ///
  /// @throws DataFolderException if an environment variable is not a valid path
  static DataFolder locate(Environment environment, String system, Path home) {
    Optional<Path> chosen = path(environment, "FRAGMENTS_HOME");
    Path root = chosen.orElseGet(() -> platformDefault(environment, system, home));
    return new DataFolder(root.toAbsolutePath().normalize());
  }

  private static Path platformDefault(Environment environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path roaming = path(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      return roaming.resolve("Fragments");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Fragments");
    }
    // XDG says to ignore relative paths and to use HOME, which can differ from the user database
    Path unixHome = path(environment, "HOME").filter(Path::isAbsolute).orElse(home);
    return path(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElse(unixHome.resolve(".local/share"))
        .resolve("fragments");
  }

  private static Optional<Path> path(Environment environment, String name) {
    try {
      return environment.get(name).map(Path::of);
    } catch (InvalidPathException e) {
      throw new DataFolderException(name + " is not a valid path", e);
    }
  }

  private DataFolder create() {
    try {
      PrivateFiles.createFolder(root);
      PrivateFiles.createFolder(logs());
      // not createTempFile: loading SecureRandom would delay the window
      long pid = ProcessHandle.current().pid();
      Path probe = root.resolve(".writable-" + pid + "-" + System.nanoTime());
      Files.write(probe, new byte[0]);
      Files.deleteIfExists(probe);
      return this;
    } catch (IOException e) {
      String remedy =
          " cannot be written to. Make it writable, or choose another with FRAGMENTS_HOME.";
      throw new DataFolderException("The data folder " + root + remedy, e);
    }
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// The folder for search indexes, created if missing. They can be rebuilt.
  public Path searchCache() {
    Path cache = root.resolve("cache").resolve("search");
    try {
      PrivateFiles.createFolder(cache);
      return cache;
    } catch (IOException e) {
      throw new DataFolderException("The folder " + cache + " cannot be created.", e);
    }
  }

  public Path settingsFile() {
    return root.resolve("settings.json");
  }

  public Path secretsFile() {
    return root.resolve("secrets.json");
  }

  public Path tokenFile() {
    return root.resolve("token");
  }
}
