package app.fragments.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.LoggerFactory;

/// Restores the timestamp of the program's jar on Windows. An `.msi` stores the local time of the
/// build machine without a zone, so in another zone the jar gets a different timestamp, and the JVM
/// rejects the AOT cache.
public final class JarTimestampFix {
  /// The timestamp that the build gives each file of the program (`installer/build/Parts.java`):
  /// 2026-01-01T00:00:00Z. A number, because parsing would slow each start.
  static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

  private JarTimestampFix() {}

  /// Restores the timestamp for the next start if it differs. Returns at once.
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
    } catch (IOException e) { // a field would create the logger at each start
      LoggerFactory.getLogger(JarTimestampFix.class).debug("The time of {} cannot be set", jar, e);
    }
  }
}
