package app.fragments.exchange;

import app.fragments.exchange.SampleReader.Sample;
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

/// The sample journal offered on the first start: some 40 entries of a product team's month, so
/// that there is something to read, search and weave.
///
/// `samples.md` dates them in working days before the newest one, and [SampleCalendar] maps those
/// to the calendar so that the month always ends now.
public final class SampleJournal {
  /// The importer in the [Entry#source()] of each sample.
  public static final String IMPORTER = "samples";

  private static final String FILE = "samples.md";

  private final List<Sample> samples;

  public SampleJournal() {
    this.samples = SampleReader.read(file()).stream().sorted(Sample.OLDEST_FIRST).toList();
  }

  /// The samples as new entries of this user, oldest first, none later than `now`. Their ids are
  /// always the same for a user, so that saving them again adds no duplicates.
  ///
  /// @param now in the user's time zone
  public List<Entry> entries(String userId, ZonedDateTime now) {
    List<ZonedDateTime> times = new SampleCalendar(now).times(samples);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      entries.add(entry(userId, samples.get(i), times.get(i)));
    }
    return entries;
  }

  /// Whether this is a sample that the user has not edited.
  public static boolean isUntouched(Entry entry) {
    EntrySource source = entry.source();
    return source != null
        && source.importer().equals(IMPORTER)
        && source.digest().equals(entry.contentDigest());
  }

  private static Entry entry(String userId, Sample sample, ZonedDateTime time) {
    Instant at = time.toInstant();
    Entry entry =
        new Entry(
            EntryId.ofSource(userId, IMPORTER, sample.key()),
            userId,
            time.toLocalDate(),
            time.getZone(),
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
        throw new IllegalStateException("Missing resource: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
