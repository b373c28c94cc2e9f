package app.fragments.exchange;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// The journal that a fresh start offers: some 40 entries of a product team's working month, so
/// that there is something to read, search and weave before the first own line is written.
///
/// The texts lie in `samples.md` beside this class, dated by working days counted back from the
/// newest one; [#entries] lays those onto the calendar so that the month always ends "now", see
/// [SampleCalendar]. On a Monday most of the latest entries fall into last week, and three into
/// this one.
public final class SampleJournal {
  /// The importer's name in the [Entry#source()] of each sample.
  public static final String IMPORTER = "samples";

  private static final String FILE = "samples.md";

  private final List<SampleEntry> samples;

  public SampleJournal() {
    this.samples = SampleReader.read(file()).stream().sorted(SampleEntry.OLDEST_FIRST).toList();
  }

  /// The samples as new entries of this user, oldest first, none of them later than `now`.
  ///
  /// The ids are the same at each call for the same user, so that samples are never there twice;
  /// the dates follow `now`.
  ///
  /// @param now where the user is and what the clock there shows
  public List<Entry> entries(String userId, ZonedDateTime now) {
    List<ZonedDateTime> times = new SampleCalendar(now).times(samples);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      entries.add(entry(userId, samples.get(i), times.get(i)));
    }
    return entries;
  }

  /// Whether this is a sample whose date, title, text and tags are still as they came: one that may
  /// be removed without losing a word of the user's.
  public static boolean isUntouched(Entry entry) {
    EntrySource source = entry.source();
    return source != null
        && source.importer().equals(IMPORTER)
        && source.digest().equals(entry.contentDigest());
  }

  private static Entry entry(String userId, SampleEntry sample, ZonedDateTime written) {
    Instant at = written.toInstant();
    Entry entry =
        new Entry(
            EntryId.ofSource(userId, IMPORTER, sample.key()),
            userId,
            written.toLocalDate(),
            written.getZone(),
            at,
            at,
            0,
            sample.title(),
            sample.text(),
            sample.tags(),
            sample.mood(),
            sample.starred(),
            null,
            null);
    return entry.withSource(new EntrySource(IMPORTER, sample.key(), entry.contentDigest()));
  }

  private static String file() {
    try (InputStream in = SampleJournal.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The samples' file is missing: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
