package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.worker.JobListener;
import app.fragments.worker.ShutdownListener;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkCommandTest extends CommandTest {
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);

  @AfterEach
  void release_all_threads() {
    mayAnswer.countDown();
  }

  private JobId submitted() {
    EntryId entry = write("2026-02-06", "09:00", "x", "x").id();
    String id = run("weave", "--entry", entry.value(), "--json").json().path("job_id").asText();
    return new JobId(id);
  }

  private CompletableFuture<Outcome> working(String... options) throws Exception {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "work";
    System.arraycopy(options, 0, arguments, 1, options.length);
    CompletableFuture<Outcome> working = CompletableFuture.supplyAsync(() -> run(arguments));
    ctrlC.get(10, TimeUnit.SECONDS);
    return working;
  }

  /// Answers when the test allows it, and ends at once when cancelled.
  private void answerLate() {
    services.answer =
        (request, cancellation) -> {
          called.countDown();
          try (var _ = cancellation.onCancel(mayAnswer::countDown)) {
            mayAnswer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          if (cancellation.isCancelled()) {
            throw new GeneratorException(FailureKind.NETWORK, "closed", null);
          }
          return FakeCliServices.report(request);
        };
  }

  /// Ignores cancellation and interruption.
  private void hang() {
    services.answer =
        (request, _) -> {
          called.countDown();
          while (mayAnswer.getCount() > 0) {
            try {
              mayAnswer.await();
            } catch (InterruptedException e) {
              // ignored
            }
          }
          return FakeCliServices.report(request);
        };
  }

  private String status(JobId id) {
    return run("job", id.value(), "--json").json().path("status").asText();
  }

  @Test
  void after_the_first_signal_it_finishes_the_running_job() throws Exception {
    JobId running = submitted();
    answerLate();
    CompletableFuture<Outcome> working = working("--workers", "1");
    called.await();
    JobId waiting = submittedWithoutCommand();

    ctrlC.get().run();
    mayAnswer.countDown();

    Outcome ended = working.get();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).contains("Finishing 1 job", "repeat the signal");
    assertThat(status(running)).isEqualTo("completed");
    assertThat(status(waiting)).isEqualTo("pending");
    assertThat(services.registry.alive()).as("withdrawn").isEmpty();
  }

  /// Without a command, because its output would mix with the running one's.
  private JobId submittedWithoutCommand() {
    EntryId entry = write("2026-02-05", "09:00", "y", "y").id();
    return services
        .jobService()
        .submit(
            FakeCliServices.USER,
            Selection.of(List.of(entry)),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT)
        .jobId();
  }

  @Test
  void the_second_signal_returns_the_job_without_counting_an_attempt() throws Exception {
    JobId id = submitted();
    answerLate();
    CompletableFuture<Outcome> working = working();
    called.await();

    ctrlC.get().run();
    ctrlCAgain.get().run();

    Outcome ended = working.get();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).contains("Returning 1 job");
    JsonNode job = run("job", id.value(), "--json").json();
    assertThat(job.path("status").asText()).isEqualTo("pending");
    assertThat(job.path("attempts").asInt()).isZero();
    assertThat(services.queue.depth().waiting()).isEqualTo(1);
  }

  @Test
  void it_is_registered_as_a_worker_while_it_runs() throws Exception {
    CompletableFuture<Outcome> working = working("--workers", "3");
    while (services.registry.alive().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(services.registry.alive().getFirst().workers()).isEqualTo(3);

    ctrlC.get().run();
    assertThat(working.get().err()).contains("Stopping: no job is running");
  }

  @Test
  void each_run_is_one_line_of_json_on_standard_error() throws Exception {
    JobId id = submitted();
    Outcome worked = run("work", "--stop-when-empty", "--json");

    List<String> lines = worked.err().lines().filter(line -> line.startsWith("{")).toList();
    assertThat(lines).hasSize(1);
    JsonNode run = new ObjectMapper().readTree(lines.getFirst());
    assertThat(run.properties().stream().map(field -> field.getKey()))
        .containsExactly(
            "time",
            "job_id",
            "worker",
            "result",
            "waited_ms",
            "ran_ms",
            "attempts",
            "rescues",
            "fence");
    assertThat(run.path("job_id").asText()).isEqualTo(id.value());
    assertThat(run.path("result").asText()).isEqualTo("completed");
    assertThat(run.path("fence").asInt()).isEqualTo(1);
    assertThat(worked.json().path("worked").asInt()).isEqualTo(1);
  }

  @Test
  void a_failed_run_has_an_error_kind() throws Exception {
    submitted();
    services.answer =
        (_, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "The key was refused", null);
        };
    Outcome worked = run("work", "--stop-when-empty", "--json");
    JsonNode run =
        new ObjectMapper()
            .readTree(
                worked.err().lines().filter(line -> line.startsWith("{")).findFirst().orElse(""));
    assertThat(run.path("result").asText()).isEqualTo("failed");
    assertThat(run.path("error_kind").asText()).isEqualTo("AUTH");
    assertThat(run.path("attempts").asInt()).isEqualTo(1);
  }

  @Test
  void a_stuck_run_ends_the_process_with_exit_code_1() {
    JobId id = submitted();
    hang();

    Outcome worked = run("work", "--timeout", "1");

    assertThat(worked.exitCode()).isEqualTo(1);
    assertThat(worked.err()).contains("Job " + id + " is stuck");
  }

  @Test
  void a_process_with_a_hanging_thread_is_halted() throws Exception {
    submitted();
    Terminal terminal =
        terminal(InputStream.nullInputStream(), OutputStream.nullOutputStream(), false);
    ShutdownMessages messages = new ShutdownMessages(terminal);
    ShutdownListener impatient =
        new ShutdownListener() {
          @Override
          public void draining(int running) {
            messages.draining(running);
          }

          @Override
          public void releasing(int running) {
            messages.releasing(running);
          }

          @Override
          public void stuck(JobId job) {
            messages.stuck(job);
          }

          @Override
          public void hung() {
            messages.hung();
          }

          @Override
          public Duration releaseTimeout() {
            return Duration.ofMillis(20);
          }
        };
    WorkerPool pool =
        services.workerPool(
            RegisteredWorker.Kind.WORK,
            new WorkOptions(1, Duration.ofSeconds(200), WorkerFixture.UNLIMITED),
            new JobListener() {
              @Override
              public void started(JobId job) {
                called.countDown();
                awaitForever();
              }
            },
            impatient);
    pool.setCount(1);
    called.await();

    pool.release();

    assertThat(halted.get()).isEqualTo(1);
    assertThat(pool.count()).isOne();
    assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("Returning 1 job");
  }

  private void awaitForever() {
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void limits_are_passed_to_the_workers() {
    run(
        "work",
        "--stop-when-empty",
        "--per-user",
        "2",
        "--calls-per-minute",
        "30",
        "--keep-completed",
        "7",
        "--keep-failed",
        "3");
    assertThat(services.workOptions)
        .containsExactly(
            new WorkOptions(
                1,
                Duration.ofSeconds(200),
                new WorkerPoolSettings(
                    2, 30, new RetentionPolicy(Duration.ofDays(7), Duration.ofDays(3)))));
  }

  @Test
  void limits_out_of_range_are_usage_errors() {
    for (String option :
        List.of("--per-user", "--calls-per-minute", "--keep-completed", "--keep-failed")) {
      assertThat(run("work", option, "0").exitCode()).as(option).isEqualTo(2);
    }
    assertThat(run("work", "--keep-failed", "99999999").exitCode()).isEqualTo(2);
  }
}
