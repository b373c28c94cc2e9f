package app.fragments.ui.editor.text;

import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Converts what other programs put on the clipboard as rich text.
final class HtmlToMarkdown {
  /// Longer texts are pasted as plain text.
  private static final int MAX_LENGTH = 500_000;

  private static final Pattern FORMATTED =
      Pattern.compile(
          "(?i)<(a|b|strong|em|i|u|s|del|strike|ul|ol|li|h[1-6]|blockquote|pre|code|table|hr)"
              + "[\\s>]");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

  private HtmlToMarkdown() {}

  /// Whether Markdown can say more than the plain text that comes with it.
  static boolean isFormatted(String html) {
    return html.length() <= MAX_LENGTH && FORMATTED.matcher(html).find();
  }

  static String convert(String html) {
    MutableDataSet options =
        new MutableDataSet()
            .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
            .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false)
            .set(FlexmarkHtmlConverter.TYPOGRAPHIC_QUOTES, false)
            .set(FlexmarkHtmlConverter.TYPOGRAPHIC_SMARTS, false)
            .set(FlexmarkHtmlConverter.WRAP_AUTO_LINKS, true)
            .set(FlexmarkHtmlConverter.BR_AS_EXTRA_BLANK_LINES, false);
    Document document = Jsoup.parse(html);
    document.select("script, style, head").remove();
    String markdown = FlexmarkHtmlConverter.builder(options).build().convert(document);
    return BLANK_LINES.matcher(markdown).replaceAll("\n\n").strip();
  }
}
