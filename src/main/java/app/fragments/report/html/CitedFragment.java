package app.fragments.report.html;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.Excerpt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fragment that a report was woven from, as its page shows it.
///
/// @param title its title or first words; empty if it is gone
/// @param day null if it is gone or could not be read
public record CitedFragment(EntryId id, String title, @Nullable LocalDate day) {

  public static CitedFragment of(Entry entry) {
    String title = entry.title().isBlank() ? shortened(Excerpt.of(entry.text())) : entry.title();
    return new CitedFragment(entry.id(), title.strip(), entry.date());
  }

  /// A fragment that is no longer in the journal.
  public static CitedFragment gone(EntryId id) {
    return new CitedFragment(id, "", null);
  }

  private static String shortened(String excerpt) {
    int longest = 60;
    if (excerpt.length() <= longest) {
      return excerpt;
    }
    int space = excerpt.lastIndexOf(' ', longest);
    return excerpt.substring(0, space > longest / 2 ? space : longest) + " …";
  }
}
