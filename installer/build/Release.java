import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A release in the AppStream metadata.
///
/// @param date such as 2026-02-01
record Release(String version, String date) {
  private static final Pattern RELEASE =
      Pattern.compile("<release version=\"([^\"]+)\" date=\"([^\"]+)\"");

  /// The first release in the file.
  static Release newest(Path metainfo) throws IOException {
    Matcher release = RELEASE.matcher(Files.readString(metainfo));
    if (!release.find()) {
      throw new IOException("There is no release in " + metainfo);
    }
    return new Release(release.group(1), release.group(2));
  }
}
