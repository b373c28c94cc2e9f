package app.fragments.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads links and mail addresses off a text.
final class LinkReader {
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])(?:(?:https?://|www\\.|mailto:)[^\\s<>\"“”\\]]{1,2000}"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?'’)*_~`/]+$");
  private static final Pattern LEADING = Pattern.compile("^(?:https?://|mailto:)?(?:www\\.)?");

  List<Claim.Address> read(CharSequence text) {
    List<Claim.Address> links = new ArrayList<>();
    Matcher match = LINK.matcher(text);
    while (match.find()) {
      String shown = TRAILING.matcher(match.group()).replaceFirst("");
      int end = match.start() + shown.length();
      links.add(new Claim.Address(match.start(), end, normal(shown)));
    }
    return links;
  }

  /// The address without scheme, `www.`, case and a slash or full stop at its end.
  static String normal(String address) {
    String bare = TRAILING.matcher(address.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return LEADING.matcher(bare).replaceFirst("");
  }
}
