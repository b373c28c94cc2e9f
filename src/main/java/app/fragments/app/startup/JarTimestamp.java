package app.fragments.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.LoggerFactory;

/// The program's jar as it is installed on Windows. An `.msi` keeps the local time of the machine
/// that made it, and no zone: elsewhere the jar is installed with another time than it had, and the
/// JVM, which knows it by that, refuses the AOT cache.
public final class JarTimestamp {
  /// What the installers' build gives each file of the program (`installer/build/Parts.java`):
  /// 2026-01-01T00:00:00Z. As a number, since each start makes it, and parsing takes a while.
  static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

  private JarTimestamp() {}

  /// Gives the jar its time again where it has lost it, for the next start. Returns at once.
  public static void restoreTime() {
    if (System.getProperty("jpackage.app-path") != null
        && System.getProperty("os.name", "").startsWith("Windows")) {
      Path jar = Path.of(System.getProperty("java.class.path"));
      Thread.ofPlatform().daemon().name("jar-time").start(() -> restoreTime(jar));
    }
  }

  static void restoreTime(Path jar) {
    try {
      if (!Files.getLastModifiedTime(jar).equals(TIME)) {
        Files.setLastModifiedTime(jar, TIME);
      }
    } catch (IOException e) { // a logger in a field would be made at each start
      LoggerFactory.getLogger(JarTimestamp.class).debug("The time of {} cannot be set", jar, e);
    }
  }
}
