package app.fragments.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/// Sets up rendering so that its output needs no sanitizer: raw HTML becomes text, links lead only
/// to the web and mail, and elements have only the attributes listed here. Only
/// [AnnotationRenderer] can write this program's own addresses (`fragment:`, `dismiss:`).
final class SafeHtml {
  private static final Pattern WEB = Pattern.compile("(?:https?://|mailto:).+");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{IsWhite_Space}]+");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "class",
          "id",
          "aria-label",
          "start",
          "align",
          "type",
          "checked",
          "disabled",
          "dir");

  /// Each of these finds its own direction, so that a line in Hebrew reads from the right.
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "th", "td");

  private SafeHtml() {}

  static HtmlRenderer.Builder renderer(List<Extension> extensions) {
    return HtmlRenderer.builder()
        .extensions(extensions)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(new WebAddresses())
        .attributeProviderFactory(context -> SafeHtml::filter);
  }

  private static void filter(Node node, String tag, Map<String, String> attributes) {
    attributes.keySet().retainAll(ATTRIBUTES);
    attributes.remove("href", "");
    if (BLOCKS.contains(tag)) {
      attributes.put("dir", "auto");
    }
    if (node instanceof FencedCodeBlock) {
      attributes.remove("class");
    }
    if (node instanceof ListItem && node.getFirstChild() instanceof TaskListItemMarker) {
      attributes.put("class", "task");
    }
  }

  private static final class WebAddresses implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      String bare = CONTROLS.matcher(url).replaceAll("");
      return WEB.matcher(bare.toLowerCase(Locale.ROOT)).matches() ? bare : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
