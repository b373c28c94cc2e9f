/// The build machine. An installer is always built on its target system.
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

  /// The package's version: macOS doesn't allow versions that start with 0.
  static String packageVersion(String version) {
    return system() == MACOS ? version.replaceFirst("^0\\..*", "1.0.0") : version;
  }

  /// The name used in file names.
  static String architecture() {
    return isArm() ? "aarch64" : "x64";
  }

  /// The Maven classifier of JavaFX's jars.
  static String javafxClassifier() {
    String system =
        switch (system()) {
          case LINUX -> "linux";
          case WINDOWS -> "win";
          case MACOS -> "mac";
        };
    return isArm() ? system + "-aarch64" : system;
  }

  /// Whether the file is a native library of any system.
  static boolean isNative(String name) {
    return name.endsWith(".so")
        || name.endsWith(".dll")
        || name.endsWith(".dylib")
        || name.endsWith(".jnilib");
  }
}
