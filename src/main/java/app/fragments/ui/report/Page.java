package app.fragments.ui.report;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page as the WebView shows it.
///
/// @param key names the report: a page with the same one keeps its place when it is shown anew
/// @param html all of it, as the engine can load it
/// @param style its style sheet
/// @param body what is in its `main` element
record Page(String key, String html, String style, String body) {
  private static final Pattern BEYOND_ONE_UNIT = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

  static Page of(String key, String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    return new Page(key, loadable(html), css(document), body(document));
  }

  /// With references for letters of two code units, such as emoji: `WebEngine.loadContent` takes
  /// each of the two for a letter. None is in the style sheet, where a reference would mean
  /// nothing.
  private static String loadable(String html) {
    return BEYOND_ONE_UNIT
        .matcher(html)
        .replaceAll(letter -> "&#" + letter.group().codePointAt(0) + ";");
  }

  private static String css(Document document) {
    StringBuilder css = new StringBuilder();
    document.select("style").forEach(style -> css.append(style.data()));
    return css.toString();
  }

  private static String body(Document document) {
    @Nullable Element main = document.selectFirst("main");
    return main == null ? document.body().html() : main.html();
  }
}
