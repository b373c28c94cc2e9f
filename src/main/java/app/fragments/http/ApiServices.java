package app.fragments.http;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import java.util.function.Supplier;

/// What the API needs from the rest of the program. The suppliers throw
/// [app.fragments.store.StoreUnavailableException] while the store cannot be reached.
///
/// @param user whose entries and jobs are served
/// @param submitted called after each submission, so that a worker in this process looks at once
public record ApiServices(
    Supplier<String> user,
    Supplier<EntryStore> entries,
    Supplier<JobService> jobService,
    Supplier<JobQueue> queue,
    Supplier<WorkerRegistry> registry,
    Runnable submitted) {}
