package app.fragments.torture;

import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.Submission;
import app.fragments.store.mongo.MongoStores;
import app.fragments.worker.FaultTrap;

/// A process that submits jobs until it is killed.
final class SubmitChild {
  private SubmitChild() {}

  public static void main(String[] args) {
    ChildOptions options = ChildOptions.parse(args);
    Checkpoint checkpoint = new Checkpoint(options.point(), options.occurrence()).start();
    try (MongoStores stores = options.open()) {
      FaultTrap trap = new FaultTrap();
      trap.set(
          "JobStore.insert",
          call -> {
            Submission stored = (Submission) call.proceed();
            checkpoint.reached(KillPoint.SUBMITTED, stored.jobId(), 0);
            return stored;
          });
      JobStore jobs = trap.wrap(JobStore.class, stores.jobs());
      Work work =
          new Work(
              stores.entries(),
              new JobService(jobs, stores.queue(), stores.clock(), 1),
              "S" + ProcessHandle.current().pid());
      checkpoint.tell(ChildEvent.ready());
      while (true) {
        checkpoint.tell(ChildEvent.submitted(work.submit()));
      }
    }
  }
}
