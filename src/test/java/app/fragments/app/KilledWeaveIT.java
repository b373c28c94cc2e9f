package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the program while a job runs: the job completes once, in the next process.
class KilledWeaveIT {
  @TempDir Path folder;

  @Test
  @Fault(1)
  void a_job_of_a_killed_process_completes_once_and_its_run_is_a_recovery_not_an_attempt()
      throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (FakeGemini gemini = FakeGemini.start()) {
      gemini.answer(FakeAnswer.reportThrough(never), FakeAnswer.report());
      Path home = folder.resolve("home");
      Jar jar =
          new Jar(home)
              .with("FRAGMENTS_GENERATOR", "gemini")
              .with("GEMINI_API_KEY", "a-key")
              .with("GEMINI_BASE_URL", gemini.baseUrl());
      jar.run("add", "--title", "Shipped", "Importer is live for all teams.");

      Jar.Running killed = jar.start("weave", "--this-week", "--wait", "--json");
      assertThat(gemini.awaitRequest(Duration.ofSeconds(60))).isTrue();
      killed.process().destroyForcibly().waitFor();

      // Waits until the dead worker's lease expires, then runs the job.
      Jar.Outcome worked = jar.run("work", "--stop-when-empty");
      assertThat(worked.exitCode()).as(worked.err()).isZero();

      String id = jar.run("jobs", "--json").json().path(0).path("job_id").asText();
      try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home))) {
        Job job = stores.jobs().find(new JobId(id)).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.recoveries()).isEqualTo(1);
        assertThat(job.attempts()).isZero();
        assertThat(job.fencingToken()).isEqualTo(2);
        assertThat(stores.reports().list("tester", 10)).hasSize(1);
        assertThat(stores.queue().depth().total()).isZero();
      }
      assertThat(gemini.requests()).hasSize(2);
    } finally {
      never.countDown();
    }
  }
}
