package app.fragments.report.html;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;

/// Renders the pictures of the journal. Other images become links: a page never loads anything.
///
/// @param pictures the `data:` URI for an address in the text; empty if it is none of the journal's
record ImageRenderer(
    HtmlNodeRendererContext context, HtmlWriter html, Function<String, Optional<String>> pictures)
    implements NodeRenderer {
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class);
  }

  @Override
  public void render(Node node) {
    Image image = (Image) node;
    pictures
        .apply(image.getDestination())
        .ifPresentOrElse(
            data -> html.tag("img", Map.of("src", data, "alt", description(image)), true),
            () -> link(image));
  }

  private void link(Image image) {
    String address = context.urlSanitizer().sanitizeLinkUrl(image.getDestination());
    html.tag("a", address.isEmpty() ? Map.of() : Map.of("href", address));
    if (image.getFirstChild() == null) {
      html.text(address);
    }
    for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag("/a");
  }

  private static String description(Image image) {
    StringBuilder words = new StringBuilder();
    for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
      words.append(TEXT.render(child));
    }
    return words.toString();
  }
}
