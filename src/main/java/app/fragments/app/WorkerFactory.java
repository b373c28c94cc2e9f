package app.fragments.app;

import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.job.JobService;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.settings.HostName;
import app.fragments.store.mongo.MongoStores;
import app.fragments.worker.DefaultReportChecker;
import app.fragments.worker.JobListener;
import app.fragments.worker.Reconciler;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import app.fragments.worker.WorkerSettings;
import app.fragments.worker.WorkerStores;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

/// Makes what weaves: the service that takes jobs, and the workers that do them.
final class WorkerFactory {
  private final StoreOpener opener;
  private final Generators generators;
  private final HostName hostName;

  WorkerFactory(StoreOpener opener, Generators generators, HostName hostName) {
    this.opener = opener;
    this.generators = generators;
    this.hostName = hostName;
  }

  Generators generators() {
    return generators;
  }

  /// The service over the open store; waits while it opens.
  ///
  /// @param tries how many runs of a job may fail before the job does
  JobService service(int tries) {
    MongoStores stores = opener.get();
    return new JobService(stores.jobs(), stores.queue(), stores.clock(), tries);
  }

  /// A worker over the open store; waits while it opens.
  ///
  /// @param name for the record and the log; the machine's is added where it is known
  /// @param jobTimeout how long one answer may take
  /// @param tries how many runs of a job may fail before the job does, where the job allows fewer
  /// @param crew what it shares with the other workers of this process
  Worker worker(
      String name, Duration jobTimeout, int tries, WorkerPool crew, JobListener listener) {
    MongoStores stores = opener.get();
    return new Worker(
        hostName.ifKnown().map(host -> name + "@" + host).orElse(name),
        new WorkerContext(
            ports(stores),
            generators,
            new DefaultReportChecker(),
            listener,
            WorkerSettings.DEFAULT.withJobTimeout(jobTimeout).withTries(tries),
            crew));
  }

  /// A checkup of the open store; waits while it opens. Its repairs forget no record of a job.
  ///
  /// @param clock this machine's
  QueueHealthCheck healthCheck(Clock clock) {
    MongoStores stores = opener.get();
    WorkerStores ports = ports(stores);
    return new QueueHealthCheck(
        ports,
        stores.workers(),
        stores.indexes(),
        stores.clock(),
        clock,
        new Reconciler(ports, new DefaultReportChecker(), RetentionPolicy.ENDLESS));
  }

  private static WorkerStores ports(MongoStores stores) {
    return new WorkerStores(stores.jobs(), stores.queue(), stores.entries(), stores.reports());
  }

  /// Tells the store of this process, once it is started.
  ///
  /// @param workers how many jobs the process can run side by side
  /// @param busy how many it is running
  WorkerRegistration attendance(RegisteredWorker.Kind kind, IntSupplier workers, IntSupplier busy) {
    return new WorkerRegistration(
        kind, hostName.get(), () -> opener.get().workers(), workers, busy);
  }
}
