package app.fragments.report.factcheck;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Extracts links and mail addresses.
final class LinkExtractor {
  /// Characters that end an address in running text: dashes and East Asian punctuation.
  private static final String TERMINATORS =
      "–—―…\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40";

  private static final String REST = "[^\\s\\p{Z}<>\"“”„«»\\]" + TERMINATORS + "]";
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])(?:(?:https?://|www\\.|mailto:)"
              + REST
              + "{1,2000}"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@/.:_%+-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}(?::\\d{1,5})?"
              + "(?:/"
              + REST
              + "{0,2000})?");
  private static final Pattern AFTER = Pattern.compile("[" + TERMINATORS + "].*", Pattern.DOTALL);
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?'’)*_~`/]+$");
  private static final Pattern LEADING = Pattern.compile("^(?:https?://|mailto:)?(?:www\\.)?");

  private LinkExtractor() {}

  static List<Claim.Link> extract(CharSequence text) {
    return LINK.matcher(text).results().map(LinkExtractor::link).toList();
  }

  private static Claim.Link link(MatchResult match) {
    String link = TRAILING.matcher(match.group()).replaceFirst("");
    return new Claim.Link(match.start(), match.start() + link.length(), normalize(link));
  }

  /// Extracts addresses with a host name and no scheme ("github.com/acme/app"), and whatever looks
  /// like one.
  static Set<String> extractWithoutScheme(CharSequence text) {
    return WITHOUT_SCHEME
        .matcher(text)
        .results()
        .map(match -> normalize(match.group()))
        .collect(Collectors.toSet());
  }

  /// The address in lower case, without scheme, `www.` and trailing punctuation.
  static String normalize(String address) {
    String composed = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
    String lower = composed.toLowerCase(Locale.ROOT).replace("&amp;", "&");
    String bare = TRAILING.matcher(AFTER.matcher(lower).replaceFirst("")).replaceFirst("");
    return LEADING.matcher(bare).replaceFirst("");
  }
}
