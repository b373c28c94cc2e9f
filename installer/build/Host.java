/// The machine that builds: an installer is made on the system that it is for.
enum Host {
  LINUX,
  WINDOWS,
  MACOS;

  static Host system() {
    String name = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MACOS : LINUX;
  }

  static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /// What the package says of itself: macOS takes no version that starts with 0.
  static String packageVersion(String version) {
    return system() == MACOS ? version.replaceFirst("^0\\..*", "1.0.0") : version;
  }

  /// As in the names of files.
  static String architecture() {
    return isArm() ? "aarch64" : "x64";
  }

  /// The classifier of JavaFX's jars in the repository.
  static String javafxClassifier() {
    String system =
        switch (system()) {
          case LINUX -> "linux";
          case WINDOWS -> "win";
          case MACOS -> "mac";
        };
    return isArm() ? system + "-aarch64" : system;
  }

  /// Whether the file is a library of native code, whatever the system.
  static boolean isNative(String name) {
    return name.endsWith(".so")
        || name.endsWith(".dll")
        || name.endsWith(".dylib")
        || name.endsWith(".jnilib");
  }
}
