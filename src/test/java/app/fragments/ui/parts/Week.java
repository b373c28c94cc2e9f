package app.fragments.ui.parts;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A week of a team that ships an importer, and its report.
public final class Week {
  public static final String USER = "ada";

  /// The report, with one claim that no fragment supports.
  public static final String REPORT =
      """
      # Weekly Progress Report

      The importer shipped on Friday and is live for all teams [F11]. Load tests came out ahead of \
      the goal [F6], and the week’s one incident has a known cause [F4].

      ## Highlights

      - **Importer released.** 2,540 entries are read in 4 s on a laptop [F11]; the encoding bug \
      found while pairing with Maria is fixed [F10].
      - **Faster than planned.** 900 requests a second with p95 at 42 ms against a goal of 60 ms \
      [F6], an improvement of 45 %.

      ## Blockers

      - The staging database was away until noon on Thursday [F7].

      ## Next steps

      - Offer the weekly report as a PDF, as Nordwind asked [F8].
      - Fix the two flaky tests named in the retro [F12].
      """;

  private Week() {}

  /// Stores its twelve fragments, oldest first.
  public static List<Entry> write(EntryStore store) {
    List<Entry> written = new ArrayList<>();
    for (String[] line :
        new String[][] {
          {
            "2026-02-01T10:15:00Z",
            "Sunday plan",
            "Three things for the week: importer, load test, Nordwind."
          },
          {
            "2026-02-02T09:30:00Z", "Kick-off", "Jonas takes the feature flag, Maria the encodings."
          },
          {
            "2026-02-03T14:00:00Z",
            "Importer, first run",
            "Read all 2,540 entries for the first time, slowly."
          },
          {
            "2026-02-04T10:15:00Z",
            "Read the incident report",
            "Root cause was a missing index on leased_at. The incident is closed."
          },
          {"2026-02-04T15:00:00Z", "Design review", "Agreed on one queue and one record a job."},
          {
            "2026-02-04T18:10:00Z",
            "Load test",
            "900 requests a second, p95 at 42 ms. Goal was 60 ms.\\n\\nThe laptop stayed cool."
          },
          {"2026-02-05T09:30:00Z", "Stand-up", "Blocked on the staging database until noon."},
          {
            "2026-02-05T17:45:00Z",
            "Customer call: Nordwind",
            "They want the weekly report as a PDF for their board."
          },
          {"2026-02-06T08:50:00Z", "Release notes", "Wrote them with Jonas over coffee."},
          {
            "2026-02-06T11:05:00Z",
            "Pairing with Maria",
            "Found the encoding bug: latin-1 files were read as UTF-8. Fixed it."
          },
          {
            "2026-02-06T16:20:00Z",
            "Shipped the importer",
            "Importer is live for all teams. **2,540 entries in 4 s** on my laptop."
          },
          {
            "2026-02-07T11:40:00Z",
            "Retro notes",
            "What slowed us: two flaky tests, and waiting for review."
          },
        }) {
      Instant at = Instant.parse(line[0]);
      LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
      written.add(store.save(Entry.write(USER, day, ZoneOffset.UTC, at, line[1], line[2])));
    }
    return written;
  }
}
