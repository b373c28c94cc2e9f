package app.fragments.report.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/// Lets through the few elements and addresses that a report needs, and nothing else: no scripts,
/// styles, frames, images, forms, event handlers, `javascript:` or `data:`.
final class HtmlSanitizer {
  private static final Pattern WEB = Pattern.compile("(?:https?://|mailto:).+");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{IsWhite_Space}]+");

  /// For the addresses that a report's own text gives: the web and mail. The addresses of this
  /// program (`fragment:`, `dismiss:`) are not to be had from there.
  static final UrlSanitizer ADDRESSES =
      new UrlSanitizer() {
        @Override
        public String sanitizeLinkUrl(String url) {
          String bare = CONTROLS.matcher(url).replaceAll("");
          return WEB.matcher(bare.toLowerCase(Locale.ROOT)).matches() ? bare : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
          return "";
        }
      };

  private static final Safelist SAFE =
      Safelist.none()
          .addTags(
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "p",
              "br",
              "hr",
              "ul",
              "ol",
              "li",
              "blockquote",
              "pre",
              "code",
              "em",
              "strong",
              "b",
              "del",
              "sup",
              "a",
              "span",
              "div",
              "section",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "input")
          .addAttributes("a", "href", "class", "id", "aria-label")
          .addAttributes("span", "class", "style")
          .addAttributes("div", "class", "role")
          .addAttributes("section", "class")
          .addAttributes("sup", "class")
          .addAttributes("li", "id", "class")
          .addAttributes("ol", "start")
          .addAttributes("th", "align")
          .addAttributes("td", "align")
          .addAttributes("input", "checked")
          .addEnforcedAttribute("input", "type", "checkbox")
          .addEnforcedAttribute("input", "disabled", "disabled")
          .addProtocols("a", "href", "http", "https", "mailto", "fragment", "dismiss", "#");

  private HtmlSanitizer() {}

  static String clean(String body) {
    return Jsoup.clean(body, "", SAFE, new OutputSettings().prettyPrint(false));
  }
}
