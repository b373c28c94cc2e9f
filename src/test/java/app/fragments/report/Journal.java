package app.fragments.report;

import app.fragments.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Builds fragments for tests, each written at 09:30 on its day.
public final class Journal {
  private final List<Entry> entries = new ArrayList<>();

  public Journal add(String day, String title, String text, String... tags) {
    Instant written = Instant.parse(day + "T09:30:00Z");
    entries.add(
        Entry.write("ada", LocalDate.parse(day), ZoneOffset.UTC, written, title, text)
            .withTags(List.of(tags)));
    return this;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// A week of a team that ships an importer.
  public static Journal week() {
    return new Journal()
        .add("2026-02-02", "Stand-up", "Blocked on the staging database until noon.", "standup")
        .add(
            "2026-02-04",
            "Load test",
            "900 requests a second, p95 at 42 ms. Goal was 60 ms.",
            "performance")
        .add(
            "2026-02-04",
            "Read the incident report",
            "Root cause was a missing index on `leased_at`. See"
                + " https://wiki.example.org/incidents/17.",
            "incident")
        .add(
            "2026-02-05",
            "Customer call: Nordwind",
            "They want the weekly report as a PDF for their board. Call again on 12 February at 4"
                + " pm.",
            "customers")
        .add(
            "2026-02-06",
            "Pairing with Maria",
            "Found the encoding bug: latin-1 files were read as UTF-8. Three files of 14 were"
                + " wrong.",
            "bugs")
        .add(
            "2026-02-06",
            "Shipped the importer",
            "Importer is live for all teams. **2,540 entries in 4 s** on my laptop.\n\n"
                + "- [x] feature flag removed\n"
                + "- [ ] tell Nordwind\n\n"
                + "> “This saves me an hour.” — Jonas",
            "release");
  }
}
