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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds the user's entries and jobs. An id may be shortened to its first characters if they are
/// unique; otherwise [CommandFailedException] is thrown.
record Lookup(CliServices services, String userId) {
  private static final int PAGE = 500;
  private static final int RECENT_JOBS = 1_000;

  /// Also finds entries in the trash.
  Entry entry(String id) {
    return find(
        "entry",
        id,
        it -> services.entries().find(userId, new EntryId(it)),
        () ->
            Stream.of(EntryFilter.ALL, EntryFilter.ALL.inTrash())
                .flatMap(filter -> headers(filter, Integer.MAX_VALUE))
                .map(header -> header.id().value()));
  }

  /// Finds shortened ids only among the last thousand jobs.
  Job job(String id) {
    return find(
        "job",
        id,
        it -> services.jobs().find(new JobId(it)).filter(job -> job.userId().equals(userId)),
        () ->
            services.jobs().list(userId, Set.of(), RECENT_JOBS).stream()
                .map(job -> job.id().value()));
  }

  private static <T> T find(
      String kind, String id, Function<String, Optional<T>> exact, Supplier<Stream<String>> all) {
    String start = id.strip().toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      throw new CommandFailedException("The id is empty");
    }
    Optional<T> found = exact.apply(start);
    if (found.isEmpty()) {
      List<String> ids = all.get().filter(it -> it.startsWith(start)).toList();
      if (ids.size() > 1) {
        throw new CommandFailedException(
            "%d ids start with %s; type more characters".formatted(ids.size(), id));
      }
      found = ids.stream().findFirst().flatMap(exact);
    }
    return found.orElseThrow(() -> new CommandFailedException("There is no " + kind + " " + id));
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
