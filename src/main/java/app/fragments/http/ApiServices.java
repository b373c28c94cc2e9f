package app.fragments.http;

import app.fragments.job.Job;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.Submission;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Supplier;

/// What the endpoint needs of the rest of the program. The suppliers throw
/// [app.fragments.store.StoreUnavailableException] while the store cannot be reached.
///
/// @param user whose entries and jobs are served
/// @param submitted told after each submit, so that a worker in this process looks at once
/// @param json how jobs are written
public record ApiServices(
    Supplier<String> user,
    Supplier<EntryStore> entries,
    Supplier<JobService> weave,
    Supplier<JobQueue> queue,
    Supplier<WorkerRegistry> registry,
    Runnable submitted,
    JobFormat json) {

  /// Writes jobs as JSON: the same shapes as the commands print.
  public interface JobFormat {
    void write(JsonGenerator json, Submission submission) throws IOException;

    void write(JsonGenerator json, Job job) throws IOException;
  }
}
