package app.fragments.torture;

import app.fragments.job.JobStore;
import app.fragments.job.Submission;
import app.fragments.mongo.Stores;
import app.fragments.weave.Trap;
import app.fragments.weave.WeaveService;

/// A process that submits one job after the other until it is killed.
final class SubmitChild {
  private SubmitChild() {}

  public static void main(String[] args) {
    ChildOptions options = ChildOptions.parse(args);
    Checkpoint checkpoint = new Checkpoint(options.point(), options.arrival()).start();
    try (Stores stores = options.open()) {
      Trap trap = new Trap();
      trap.set(
          "JobStore.insert",
          call -> {
            Submission stored = (Submission) call.proceed();
            checkpoint.reached(KillPoint.SUBMITTED, stored.jobId(), 0);
            return stored;
          });
      JobStore jobs = trap.over(JobStore.class, stores.jobs());
      Work work =
          new Work(
              stores.entries(),
              new WeaveService(jobs, stores.queue(), stores.clock(), 1),
              "S" + ProcessHandle.current().pid());
      checkpoint.tell(Notice.ready());
      while (true) {
        checkpoint.tell(Notice.submitted(work.submit()));
      }
    }
  }
}
