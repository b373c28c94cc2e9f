package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Sends signals to a `work` process while it runs a job.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no termination signal")
class WorkSignalsIT {
  @TempDir Path folder;
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private FakeGemini gemini;
  private Path home;
  private Jar jar;
  private JobId job;

  @BeforeEach
  void submit_a_job() throws Exception {
    gemini = FakeGemini.start();
    gemini.answer(FakeAnswer.reportThrough(mayAnswer), FakeAnswer.report());
    home = folder.resolve("home");
    jar =
        new Jar(home)
            .with("FRAGMENTS_GENERATOR", "gemini")
            .with("GEMINI_API_KEY", "a-key")
            .with("GEMINI_BASE_URL", gemini.baseUrl());
    jar.run("add", "--title", "Shipped", "Importer is live for all teams.");
    job = new JobId(jar.run("weave", "--this-week", "--json").json().path("job_id").asText());
  }

  @AfterEach
  void release_the_answer() {
    mayAnswer.countDown();
    gemini.close();
  }

  private Jar.Running weaving(String... options) throws IOException {
    Jar.Running running = jar.start(options);
    assertThat(gemini.awaitRequest(Duration.ofSeconds(60))).isTrue();
    return running;
  }

  private static void awaitMessage(Jar.Running running, String words) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!Files.readString(running.err()).contains(words)) {
      assertThat(System.nanoTime() - end).as("not printed in time: " + words).isNegative();
      Thread.onSpinWait();
    }
  }

  private Job record() {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home))) {
      return stores.jobs().find(job).orElseThrow();
    }
  }

  @Test
  void after_one_signal_it_finishes_the_running_job() throws Exception {
    Jar.Running working = weaving("work", "--json");

    working.process().destroy();
    awaitMessage(working, "Finishing 1 job");
    assertThat(working.process().isAlive()).isTrue();
    mayAnswer.countDown();

    Jar.Outcome ended = working.await();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.json().path("worked").asInt()).isEqualTo(1);
    List<String> lines = ended.err().lines().filter(line -> line.startsWith("{")).toList();
    assertThat(lines).hasSize(1);
    JsonNode run = new ObjectMapper().readTree(lines.getFirst());
    assertThat(run.path("job_id").asText()).isEqualTo(job.value());
    assertThat(run.path("result").asText()).isEqualTo("completed");
    assertThat(record().status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(gemini.requests()).hasSize(1);
  }

  @Test
  void after_two_signals_it_returns_the_job_without_counting_an_attempt() throws Exception {
    Jar.Running working = weaving("work");

    working.process().destroy();
    awaitMessage(working, "Finishing 1 job");
    working.process().destroy();

    assertThat(working.process().waitFor(8, TimeUnit.SECONDS)).isTrue();
    Jar.Outcome ended = working.await();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("Returning 1 job");
    Job released = record();
    assertThat(released.status()).isEqualTo(JobStatus.PENDING);
    assertThat(released.attempts()).isZero();
    assertThat(released.recoveries()).isZero();

    assertThat(jar.run("work", "--stop-when-empty").exitCode()).isZero();
    assertThat(record().status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void weave_with_wait_leaves_the_job_in_the_queue_on_a_signal() throws Exception {
    Jar.Running waiting = weaving("weave", "--this-week", "--wait");

    waiting.process().destroy();

    Jar.Outcome ended = waiting.await();
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.err()).contains("The job stays in the queue");
    assertThat(record().status()).isEqualTo(JobStatus.PENDING);
  }
}
