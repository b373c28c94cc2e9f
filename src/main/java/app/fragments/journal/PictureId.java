package app.fragments.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Identifies a picture by the SHA-256 of its file, as hex, so that the same file is stored once. A
/// text refers to it with `![description](picture:ID)`.
public record PictureId(String value) {
  private static final String SCHEME = "picture:";
  private static final String ADDRESS = SCHEME + "([0-9a-f]{64})";
  private static final Pattern REFERENCE = Pattern.compile("\\b" + ADDRESS);

  /// A reference, or a picture inside the text.
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^]\\n]*+)]\\((?:" + ADDRESS + "|data:[^)\\s]*+)\\)");

  private static final Pattern NOT_IN_DESCRIPTION = Pattern.compile("[\\[\\]\\\\`*_<>&\\s]+");

  public static PictureId of(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return new PictureId(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /// The picture at an address in a text, such as `picture:…`.
  public static Optional<PictureId> ofAddress(String address) {
    Matcher matcher = REFERENCE.matcher(address);
    return matcher.matches() ? Optional.of(new PictureId(matcher.group(1))) : Optional.empty();
  }

  /// The pictures that a text refers to, in any form.
  public static Set<PictureId> in(String text) {
    Set<PictureId> ids = new LinkedHashSet<>();
    if (text.contains(SCHEME)) {
      Matcher matcher = REFERENCE.matcher(text);
      while (matcher.find()) {
        ids.add(new PictureId(matcher.group(1)));
      }
    }
    return ids;
  }

  /// A text in which pictures are replaced by their descriptions: what a reader without the
  /// pictures can use.
  public static String described(String text) {
    return text.contains("](" + SCHEME) || text.contains("](data:")
        ? IMAGE.matcher(text).replaceAll("$1")
        : text;
  }

  /// The Markdown that shows the picture.
  public String markdown(String description) {
    String plain = NOT_IN_DESCRIPTION.matcher(description).replaceAll(" ").strip();
    return "![" + plain + "](" + SCHEME + value + ")";
  }
}
