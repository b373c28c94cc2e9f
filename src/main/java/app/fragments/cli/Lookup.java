package app.fragments.cli;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the user's entries and jobs.
record Lookup(CliServices services, String userId) {
  private static final int PAGE = 500;
  private static final int RECENT_JOBS = 1_000;

  /// The entry with this id, or the only one whose id starts with it; also from the trash.
  ///
  /// @throws CommandFailedException if there is none, or more than one
  Entry entry(String id) {
    String start = normalize(id);
    return services
        .entries()
        .find(userId, new EntryId(start))
        .or(
            () ->
                only(
                        Stream.of(EntryFilter.ALL, EntryFilter.ALL.inTrash())
                            .flatMap(filter -> headers(filter, Integer.MAX_VALUE))
                            .map(EntryHeader::id)
                            .filter(it -> it.value().startsWith(start))
                            .toList(),
                        "entries",
                        id)
                    .flatMap(it -> services.entries().find(userId, it)))
        .orElseThrow(() -> new CommandFailedException("There is no entry " + id));
  }

  /// The job with this id, or the only one of the last thousand whose id starts with it.
  ///
  /// @throws CommandFailedException if there is none, or more than one
  Job job(String id) {
    String start = normalize(id);
    return services
        .jobs()
        .find(new JobId(start))
        .filter(job -> job.userId().equals(userId))
        .or(
            () ->
                only(
                    services.jobs().list(userId, Set.of(), RECENT_JOBS).stream()
                        .filter(job -> job.id().value().startsWith(start))
                        .toList(),
                    "jobs",
                    id))
        .orElseThrow(() -> new CommandFailedException("There is no job " + id));
  }

  private static String normalize(String id) {
    String start = id.strip().toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      throw new CommandFailedException("The id is empty");
    }
    return start;
  }

  private static <T> Optional<T> only(List<T> found, String kind, String id) {
    if (found.size() > 1) {
      throw new CommandFailedException(
          "The ids of %d %s start with %s; give more of it".formatted(found.size(), kind, id));
    }
    return found.stream().findFirst();
  }

  /// The headers of matching entries, newest first, read page by page.
  Stream<EntryHeader> headers(EntryFilter filter, int limit) {
    return pages(filter, limit).flatMap(List::stream).limit(limit);
  }

  /// Matching entries, newest first, read page by page.
  Stream<Entry> entries(EntryFilter filter, int limit) {
    return pages(filter, limit)
        .map(page -> page.stream().map(EntryHeader::id).toList())
        .flatMap(ids -> services.entries().findAll(userId, ids).stream())
        .limit(limit);
  }

  private Stream<List<EntryHeader>> pages(EntryFilter filter, int limit) {
    return services.entries().pages(userId, filter, Math.min(PAGE, limit));
  }
}
