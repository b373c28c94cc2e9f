package app.fragments.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What others wrote and Fragments carries, as the build lists it in the jar.
final class ThirdPartyNotices {
  private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);

  private ThirdPartyNotices() {}

  static List<LicenceNotice> read() {
    return parse(resource("THIRD-PARTY.txt"));
  }

  /// Reads a list in which each licence is a heading: a line that begins with `## `.
  static List<LicenceNotice> parse(String list) {
    List<LicenceNotice> notices = new ArrayList<>();
    for (String section : HEADING.splitAsStream(list).skip(1).toList()) {
      int end = section.indexOf('\n');
      notices.add(
          new LicenceNotice(section.substring(0, end).strip(), section.substring(end).strip()));
    }
    return List.copyOf(notices);
  }

  /// The words of a licence.
  static String licenceText(String licence) {
    return resource("licences/" + licence + ".txt");
  }

  private static String resource(String name) {
    try (InputStream in = ThirdPartyNotices.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
