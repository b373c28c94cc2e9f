package app.fragments.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.LoggerFactory;

/// Corrects the modification time of the installed jar on Windows. An `.msi` stores local times
/// without a zone, so in another zone the jar is installed with a different time. The AOT cache
/// records the original time, and the JVM rejects the cache if they differ.
public final class JarTimestamp {
  /// The time that the installer build gives every file (`installer/build/Parts.java`):
  /// 2026-01-01T00:00:00Z. A number, because parsing would delay each start.
  static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

  private JarTimestamp() {}

  /// Restores the jar's time if it differs, for the next start. Returns at once.
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
    } catch (IOException e) { // no static logger: it would be created at each start
      LoggerFactory.getLogger(JarTimestamp.class).debug("The time of {} cannot be set", jar, e);
    }
  }
}
