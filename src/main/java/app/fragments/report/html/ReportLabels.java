package app.fragments.report.html;

import app.fragments.journal.DateFormats;
import app.fragments.report.BidiIsolation;
import app.fragments.report.Flag;
import app.fragments.report.html.ReportContent.CitedFragment;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of a report's page, from `words.properties`.
final class ReportLabels {
  private final ResourceBundle bundle;
  private final Locale locale;

  ReportLabels(Locale locale) {
    this.bundle = ResourceBundle.getBundle("app.fragments.report.html.words", locale);
    this.locale = locale;
  }

  String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  String claim(Flag flag) {
    return get("flag." + flag.kind().wire(), BidiIsolation.isolate(flag.text().replace('\n', ' ')));
  }

  /// The fragment's title, or a placeholder.
  String title(CitedFragment fragment) {
    if (!fragment.title().isEmpty()) {
      return BidiIsolation.isolate(fragment.title());
    }
    return get(fragment.day() == null ? "fragment.gone" : "fragment.untitled");
  }

  /// "Shipped the importer · Fri 6 Feb 2026".
  String source(CitedFragment fragment) {
    String title = title(fragment);
    return fragment.day() == null ? title : title + " · " + DateFormats.dayWithYear(fragment.day());
  }
}
