package app.fragments.app;

import app.fragments.job.Retention;
import app.fragments.job.WorkerPresence;
import app.fragments.mongo.Stores;
import app.fragments.settings.HostName;
import app.fragments.weave.Attendance;
import app.fragments.weave.Crew;
import app.fragments.weave.QueueCheckup;
import app.fragments.weave.Sweep;
import app.fragments.weave.WeaveListener;
import app.fragments.weave.WeaveService;
import app.fragments.weave.WeaveStores;
import app.fragments.weave.Worker;
import app.fragments.weave.WorkerContext;
import app.fragments.weave.WorkerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

/// Makes what weaves: the service that takes jobs, and the workers that do them.
final class Workshop {
  private final StoreOpener opener;
  private final Generators generators;
  private final HostName hostName;

  Workshop(StoreOpener opener, Generators generators, HostName hostName) {
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
  WeaveService service(int tries) {
    Stores stores = opener.get();
    return new WeaveService(stores.jobs(), stores.queue(), stores.clock(), tries);
  }

  /// A worker over the open store; waits while it opens.
  ///
  /// @param name for the record and the log; the machine's is added where it is known
  /// @param jobTimeout how long one answer may take
  /// @param tries how many runs of a job may fail before the job does, where the job allows fewer
  /// @param crew what it shares with the other workers of this process
  Worker worker(String name, Duration jobTimeout, int tries, Crew crew, WeaveListener listener) {
    Stores stores = opener.get();
    return new Worker(
        hostName.ifKnown().map(host -> name + "@" + host).orElse(name),
        new WorkerContext(
            ports(stores),
            generators,
            new LocalChecks(),
            listener,
            WorkerSettings.DEFAULT.withJobTimeout(jobTimeout).withTries(tries),
            crew));
  }

  /// A checkup of the open store; waits while it opens. Its repairs forget no record of a job.
  ///
  /// @param clock this machine's
  QueueCheckup checkup(Clock clock) {
    Stores stores = opener.get();
    WeaveStores ports = ports(stores);
    return new QueueCheckup(
        ports,
        stores.workers(),
        stores.indexes(),
        stores.clock(),
        clock,
        new Sweep(ports, new LocalChecks(), Retention.ENDLESS));
  }

  private static WeaveStores ports(Stores stores) {
    return new WeaveStores(stores.jobs(), stores.queue(), stores.entries(), stores.reports());
  }

  /// Tells the store of this process, once it is started.
  ///
  /// @param workers how many jobs the process can run side by side
  /// @param busy how many it is running
  Attendance attendance(WorkerPresence.Kind kind, IntSupplier workers, IntSupplier busy) {
    return new Attendance(kind, hostName.get(), () -> opener.get().workers(), workers, busy);
  }
}
