package app.fragments.report.factcheck;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads links and mail addresses off a text.
final class LinkExtractor {
  /// What ends an address that stands in a text: dashes, and the punctuation of East Asia.
  private static final String ENDING =
      "–—―…\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40";

  private static final String REST = "[^\\s\\p{Z}<>\"“”„«»\\]" + ENDING + "]";
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])(?:(?:https?://|www\\.|mailto:)"
              + REST
              + "{1,2000}"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@/.:_%+-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}(?::\\d{1,5})?"
              + "(?:/"
              + REST
              + "{0,2000})?");
  private static final Pattern AFTER = Pattern.compile("[" + ENDING + "].*", Pattern.DOTALL);
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

  /// The addresses that have a host's name and no scheme, and what merely looks so.
  Set<String> bare(CharSequence text) {
    Set<String> addresses = new HashSet<>();
    Matcher match = BARE.matcher(text);
    while (match.find()) {
      addresses.add(normal(match.group()));
    }
    return addresses;
  }

  /// The address without scheme, `www.`, case and what ends it in a text.
  static String normal(String address) {
    String composed = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
    String lower = composed.toLowerCase(Locale.ROOT).replace("&amp;", "&");
    String bare = TRAILING.matcher(AFTER.matcher(lower).replaceFirst("")).replaceFirst("");
    return LEADING.matcher(bare).replaceFirst("");
  }
}
