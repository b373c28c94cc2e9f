package app.fragments.ui.settings;

import app.fragments.settings.TextResource;
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
  record Notice(String licence, String software) {
    long count() {
      return software.lines().filter(line -> !line.isBlank() && !line.startsWith(" ")).count();
    }

    String text() {
      String text = resource("licences/" + licence + ".txt");
      return software.isEmpty() ? text : software + "\n\n\n" + text;
    }
  }

  static List<Notice> read() {
    return parse(resource("THIRD-PARTY.txt"));
  }

  /// Each licence starts with a line that begins with `## `.
  static List<Notice> parse(String list) {
    return HEADING
        .splitAsStream(list)
        .skip(1)
        .map(section -> section.split("\n", 2))
        .map(parts -> new Notice(parts[0].strip(), parts[1].strip()))
        .toList();
  }

  private static String resource(String name) {
    return TextResource.read(ThirdPartyNotices.class, name).replace("\r\n", "\n");
  }
}
