package app.fragments.ui.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.events.EventTarget;

/// A link of a page.
///
/// @param address its `href`, as written
/// @param citing the words before it in its paragraph or bullet
record PageLink(String address, String citing) {
  private static final Set<String> BLOCKS =
      Set.of("p", "li", "td", "th", "h1", "h2", "h3", "h4", "blockquote", "div", "main", "body");

  /// Characters; more of a paragraph does not help to find the cited words.
  private static final int MAX_CITING = 600;

  /// The link around the target of an event, or empty.
  static Optional<PageLink> at(@Nullable EventTarget target) {
    @Nullable Node node = target instanceof Node start ? start : null;
    while (node != null && !isLink(node)) {
      node = node.getParentNode();
    }
    return node instanceof Element link
        ? Optional.of(new PageLink(link.getAttribute("href"), wordsBefore(link)))
        : Optional.empty();
  }

  /// The number in an address such as `fragment:3`, or empty for another scheme.
  Optional<Integer> number(String scheme) {
    if (!address.startsWith(scheme)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.parseInt(address.substring(scheme.length())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether it belongs in the browser or mail program.
  boolean leadsOut() {
    return Stream.of("https://", "http://", "mailto:").anyMatch(address::startsWith);
  }

  /// The words from the previous citation, or the start of the block, to the link. Adjacent
  /// citations share their words.
  private static String wordsBefore(Element link) {
    Deque<String> words = new ArrayDeque<>();
    int length = 0;
    for (@Nullable Node node = before(link);
        node != null && length < MAX_CITING;
        node = before(node)) {
      if (isCitation(node)) {
        if (length > 0) {
          break;
        }
        continue;
      }
      String text = isBreak(node) ? " " : String.valueOf(node.getTextContent());
      if (length > 0 || text.chars().anyMatch(Character::isLetterOrDigit)) {
        words.addFirst(text);
        length += text.length();
      }
    }
    return String.join("", words).strip(); // a hit may have split a word
  }

  /// The previous sibling of the node or of its nearest parent that has one, within the block.
  private static @Nullable Node before(Node node) {
    for (@Nullable Node up = node; up != null && !isBlock(up); up = up.getParentNode()) {
      if (up.getPreviousSibling() != null) {
        return up.getPreviousSibling();
      }
    }
    return null;
  }

  private static boolean isCitation(Node node) {
    return isLink(node) && ((Element) node).getAttribute("href").startsWith("fragment:");
  }

  private static boolean isBreak(Node node) {
    return node instanceof Element element && name(element).equals("br");
  }

  private static boolean isLink(Node node) {
    return node instanceof Element element
        && name(element).equals("a")
        && element.hasAttribute("href");
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && BLOCKS.contains(name(element));
  }

  private static String name(Element element) {
    return element.getTagName().toLowerCase(Locale.ROOT);
  }
}
