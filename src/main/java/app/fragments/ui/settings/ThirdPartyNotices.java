package app.fragments.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The third-party notices that the build puts into the jar.
final class ThirdPartyNotices {
  private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);

  private ThirdPartyNotices() {}

  /// A licence and the software under it.
  ///
  /// @param licence its SPDX name
  /// @param software one paragraph for each work
  record ChildEvent(String licence, String software) {
    /// How many works are under it.
    long count() {
      return software.lines().filter(line -> !line.isBlank() && !line.startsWith(" ")).count();
    }

    /// The software, then the licence.
    String text() {
      String text = resource("licences/" + licence + ".txt");
      return software.isEmpty() ? text : software + "\n\n\n" + text;
    }
  }

  static List<ChildEvent> read() {
    return parse(resource("THIRD-PARTY.txt"));
  }

  /// Each licence starts with a line that begins with `## `.
  static List<ChildEvent> parse(String list) {
    return HEADING
        .splitAsStream(list)
        .skip(1)
        .map(section -> section.split("\n", 2))
        .map(parts -> new ChildEvent(parts[0].strip(), parts[1].strip()))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = ThirdPartyNotices.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the build: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
