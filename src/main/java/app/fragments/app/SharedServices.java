package app.fragments.app;

import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import app.fragments.store.mongo.MongoStores;
import java.util.Objects;

/// The services that the window and the commands share.
abstract class SharedServices {
  abstract AppWiring wiring();

  final MongoStores stores() {
    return wiring().opener.get();
  }

  public final EntryStore entries() {
    return stores().entries();
  }

  public final SearchService search() {
    return wiring().search();
  }

  public final JobStore jobs() {
    return stores().jobs();
  }

  public final JobQueue queue() {
    return stores().queue();
  }

  public final WorkerRegistry registry() {
    return stores().workers();
  }

  public final JobService jobService() {
    return wiring().jobService();
  }

  public final Configuration configuration() {
    return wiring().configuration();
  }

  /// As stated in the jar, such as "0.1.0"; "development" when run from classes.
  public final String version() {
    return Objects.requireNonNullElse(
        SharedServices.class.getPackage().getImplementationVersion(), "development");
  }
}
