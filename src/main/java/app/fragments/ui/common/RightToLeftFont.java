package app.fragments.ui.common;

import java.text.Bidi;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The font of right-to-left text. Inter has neither Hebrew nor Arabic. JavaFX on Linux takes the
/// letters from another font, but then puts the clauses of a sentence in the wrong order, because
/// the punctuation between them is Inter's. A font with both avoids that.
public final class RightToLeftFont {
  /// Fonts with Latin, Hebrew and Arabic letters, and punctuation.
  private static final List<String> FAMILIES =
      List.of("DejaVu Sans", "FreeSans", "Segoe UI", "Arial", "Liberation Sans");

  /// The first Hebrew character.
  private static final char FIRST = '\u0590';

  private RightToLeftFont() {}

  /// Whether a text has right-to-left letters or direction controls.
  public static boolean isUsed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST) {
        return Bidi.requiresBidi(text.toCharArray(), i, text.length());
      }
    }
    return false;
  }

  /// Sets the font family of a text node, or leaves it to the style sheets.
  public static void set(Text node, String text) {
    String style = isUsed(text) ? Installed.STYLE : "";
    if (!style.equals(node.getStyle())) {
      node.setStyle(style);
    }
  }

  /// Looks for the font when it is first needed.
  private static final class Installed {
    static final String STYLE =
        Optional.of(Font.getFamilies())
            .flatMap(installed -> FAMILIES.stream().filter(installed::contains).findFirst())
            .map(family -> "-fx-font-family: \"" + family + "\"")
            .orElse("");
  }
}
