package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.ui.common.UiContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The periods of jobs without a report: from the list of fragments if it has them all, otherwise
/// from the store. On the FX thread.
public final class JobPeriods {
  private final UiContext context;
  private final Function<List<EntryId>, Optional<Period>> lookup;
  private final Map<JobId, Period> known = new HashMap<>();
  private final Set<JobId> asked = new HashSet<>();

  /// @param lookup the period of entries, or empty unless all are known without reading the store
  public JobPeriods(UiContext context, Function<List<EntryId>, Optional<Period>> lookup) {
    this.context = context;
    this.lookup = lookup;
  }

  void remember(JobId job, @Nullable Period period) {
    if (period != null) {
      known.put(job, period);
    }
  }

  /// The job's period, or null if unknown yet; then `onFound` is called once it is known.
  @Nullable Period of(Job job, Runnable onFound) {
    if (job.completion() != null) {
      return job.completion().period();
    }
    if (!known.containsKey(job.id())) {
      lookup.apply(job.selection().entryIds()).ifPresent(period -> remember(job.id(), period));
    }
    if (!known.containsKey(job.id()) && asked.add(job.id())) {
      ask(job, onFound);
    }
    return known.get(job.id());
  }

  private void ask(Job job, Runnable onFound) {
    context
        .background()
        .run(
            () ->
                Optional.of(
                        context
                            .services()
                            .entries()
                            .findAll(job.userId(), job.selection().entryIds()))
                    .filter(entries -> !entries.isEmpty())
                    .map(Period::of),
            found ->
                found.ifPresent(
                    period -> {
                      known.put(job.id(), period);
                      onFound.run();
                    }),
            failure -> {
              asked.remove(job.id());
              context.health().failed(failure);
            });
  }
}
