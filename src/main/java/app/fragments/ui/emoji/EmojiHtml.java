package app.fragments.ui.emoji;

import java.util.Base64;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page whose emoji are covered by pictures. The characters stay in it, so that they can be found
/// and copied.
///
/// @param style the rules that the body needs; empty if it has no emoji
public record EmojiHtml(String body, String style) {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final String COVER =
      ".emoji{display:inline-block;width:1.2em;height:1.2em;vertical-align:-.24em;overflow:hidden;"
          + "text-indent:2em;white-space:nowrap;text-decoration:none;"
          + "background:center/contain no-repeat}";

  /// @param body in which `<` and `>` only delimit tags
  public static EmojiHtml of(String body, EmojiPictures pictures) {
    if (pictures.find(body).isEmpty()) {
      return new EmojiHtml(body, "");
    }
    Collection<String> keys = new TreeSet<>();
    StringBuilder drawn = new StringBuilder();
    Matcher tag = TAG.matcher(body);
    int at = 0;
    while (tag.find()) {
      drawText(body.substring(at, tag.start()), pictures, drawn, keys);
      drawn.append(tag.group());
      at = tag.end();
    }
    drawText(body.substring(at), pictures, drawn, keys);
    return new EmojiHtml(
        drawn.toString(),
        keys.stream().map(key -> rule(key, pictures)).collect(Collectors.joining("", COVER, "")));
  }

  private static void drawText(
      String text, EmojiPictures pictures, StringBuilder drawn, Collection<String> keys) {
    int at = 0;
    for (Emoji emoji : pictures.find(text)) {
      keys.add(emoji.key());
      drawn.append(text, at, emoji.start());
      drawn.append("<span class=\"emoji ").append(name(emoji.key())).append("\">");
      drawn.append(text, emoji.start(), emoji.end()).append("</span>");
      at = emoji.end();
    }
    drawn.append(text, at, text.length());
  }

  private static String rule(String key, EmojiPictures pictures) {
    String png = Base64.getEncoder().encodeToString(pictures.png(key));
    return "." + name(key) + "{background-image:url(data:image/png;base64," + png + ")}";
  }

  private static String name(String key) {
    return key.codePoints()
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining("-", "e", ""));
  }
}
