package app.fragments.ui;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// A sample week of a team.
public final class Journal {
  private Journal() {}

  public static void fill(EntryStore store) {
    write(
        store,
        "2026-02-07",
        "11:40",
        "Retro notes",
        "What slowed us: two flaky tests, and waiting for review.",
        "retro");
    write(store, "2026-02-06", "16:20", "Shipped the importer", SHIPPED, "release");
    write(
        store,
        "2026-02-06",
        "11:05",
        "Pairing with Maria",
        "Found the encoding bug: latin-1 files were read as UTF-8.",
        "bugs");
    write(
        store,
        "2026-02-05",
        "17:45",
        "Customer call: Nordwind",
        "They want the weekly report as a PDF for their board.",
        "customers");
    write(
        store,
        "2026-02-05",
        "09:30",
        "Stand-up",
        "Blocked on the staging database until noon.",
        "standup");
    write(
        store,
        "2026-02-04",
        "18:10",
        "Load test",
        "900 requests a second, p95 at 42 ms. Goal was 60 ms.",
        "performance");
    write(
        store,
        "2026-02-04",
        "15:00",
        "Design review",
        "Agreed on one queue and one record a job.",
        "design");
    write(
        store,
        "2026-02-04",
        "10:15",
        "Read the incident report",
        "Root cause was a missing index on leased_at.",
        "incident");
    write(
        store,
        "2026-02-03",
        "14:00",
        "Release checklist",
        "Feature flag, docs, tell Nordwind.",
        "release");
    write(
        store,
        "2026-02-02",
        "09:10",
        "",
        "A walk along the river before work; the ice is breaking.",
        "");
    write(
        store,
        "2026-01-29",
        "16:00",
        "Customer call: Halden",
        "They import twice a day and never look at the log.",
        "customers");
    write(
        store,
        "2026-01-27",
        "12:00",
        "Profiling",
        "The parser is not the bottleneck, the index is.",
        "performance");
  }

  private static final String SHIPPED =
      """
      Importer is live for all teams. **2,540 entries in 4 s** on my laptop.

      - [x] feature flag removed
      - [x] docs updated
      - [ ] tell Nordwind

      > “This alone saves me an hour every Friday.” — Jonas
      """;

  public static Entry write(
      EntryStore store, String day, String time, String title, String text, String tag) {
    LocalDate date = LocalDate.parse(day);
    Entry entry =
        Entry.write(
            FakeUiServices.USER,
            date,
            ZoneOffset.UTC,
            date.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC),
            title,
            text);
    return store.save(tag.isEmpty() ? entry : entry.withTags(List.of(tag)));
  }
}
