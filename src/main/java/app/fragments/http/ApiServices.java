package app.fragments.http;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import app.fragments.settings.Configuration;

/// What the API needs from the rest of the program. The methods that return stores throw
/// [app.fragments.store.StoreUnavailableException] while the store cannot be reached.
public interface ApiServices {
  Configuration configuration();

  EntryStore entries();

  JobService jobService();

  JobQueue queue();

  WorkerRegistry registry();
}
