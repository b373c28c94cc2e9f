package app.fragments.http;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import java.time.LocalDate;

/// What the API needs from the rest of the program. The methods that return stores throw
/// [app.fragments.store.StoreUnavailableException] while the store cannot be reached.
public interface ApiServices {
  Configuration configuration();

  EntryStore entries();

  /// Opens nothing before it is used.
  SearchService search();

  LocalDate today();

  JobService jobService();

  JobQueue queue();

  WorkerRegistry registry();
}
