package app.fragments.report.html;

import java.util.List;
import java.util.regex.Pattern;

/// The colours of a report's page, each as `#rrggbb`, and its text size, both as in the window.
///
/// @param inset behind pills and code
/// @param line borders
/// @param tint behind citations
/// @param current behind words that were found; the current ones are `onAccent` on `accent`
/// @param warning claims to check
/// @param textSize in CSS pixels, 8 to 40
/// @throws IllegalArgumentException for anything else
public record ReportTheme(
    String background,
    String inset,
    String line,
    String text,
    String muted,
    String accent,
    String tint,
    String current,
    String onAccent,
    String warning,
    String warningTint,
    int textSize) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  public static final ReportTheme LIGHT =
      new ReportTheme(
          "#ffffff", "#f1f1ee", "#e4e4df", "#1f2326", "#565c61", "#0f766e", "#e8f4f2", "#d3ebe7",
          "#ffffff", "#9a5b00", "#fff4dc", 15);
  public static final ReportTheme DARK =
      new ReportTheme(
          "#17191b", "#24282a", "#2f3437", "#e7e9ea", "#a2a9ad", "#3fb8a9", "#18302d", "#1d403b",
          "#06201d", "#f0b45a", "#33270f", 15);

  public ReportTheme {
    for (String colour :
        List.of(
            background,
            inset,
            line,
            text,
            muted,
            accent,
            tint,
            current,
            onAccent,
            warning,
            warningTint)) {
      if (!COLOUR.matcher(colour).matches()) {
        throw new IllegalArgumentException("Not a colour such as #1f2326: " + colour);
      }
    }
    if (textSize < 8 || textSize > 40) {
      throw new IllegalArgumentException("Text of " + textSize + " pixels");
    }
  }

  public ReportTheme withTextSize(int pixels) {
    return new ReportTheme(
        background,
        inset,
        line,
        text,
        muted,
        accent,
        tint,
        current,
        onAccent,
        warning,
        warningTint,
        pixels);
  }

  /// The custom properties that `report.css` uses.
  String css() {
    return (":root{--background:%s;--inset:%s;--line:%s;--text:%s;--muted:%s;--accent:%s;--tint:%s;"
                + "--current:%s;--on-accent:%s;--warning:%s;--warning-tint:%s;")
            .formatted(
                background,
                inset,
                line,
                text,
                muted,
                accent,
                tint,
                current,
                onAccent,
                warning,
                warningTint)
        + ("--icon:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'"
                + " viewBox='0 0 16 16' fill='none' stroke='%%23%s' stroke-width='1.7'"
                + " stroke-linecap='round' stroke-linejoin='round'>"
                + "<path d='M8 2.5l6 11H2zM8 7v3M8 12h.01'/></svg>\")}html{font-size:%dpx}")
            .formatted(text.substring(1), textSize);
  }
}
