package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RegisteredWorker;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobCommandsTest extends CommandTest {

  private String submitted(String title) {
    String entry = write("2026-02-06", "09:00", title, title).id().value();
    return run("weave", "--entry", entry, "--json").json().path("job_id").asText();
  }

  @Test
  void a_waiting_job_is_shown_as_pending() {
    String id = submitted("x");
    assertThat(run("job", id).out()).isEqualTo("Job " + id + "  pending  waiting, 0 of 1\n");
    assertThat(run("job", id, "--json").json().path("progress").path("stage").asText())
        .isEqualTo("waiting");
    assertThat(run("job", "nothing").err()).contains("There is no job nothing");
  }

  @Test
  void jobs_are_listed_newest_first_and_filtered_by_status() {
    String first = submitted("x");
    String second = submitted("y");
    run("cancel", first);

    assertThat(run("jobs", "--json").json().valueStream().map(job -> job.path("job_id").asText()))
        .containsExactly(second, first);
    assertThat(run("jobs", "--status", "cancelled").out()).contains(first).doesNotContain(second);
    Outcome unknown = run("jobs", "--status", "happy");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("pending, processing, completed, failed, cancelled");
  }

  @Test
  void a_job_can_be_cancelled_once() {
    String id = submitted("x");

    assertThat(run("cancel", id, "--json").json().path("status").asText()).isEqualTo("cancelled");
    assertThat(services.queue.depth().total()).isZero();
    Outcome again = run("cancel", id);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("has already ended: cancelled");
  }

  @Test
  void work_stops_when_the_queue_is_empty() {
    submitted("x");
    submitted("y");

    Outcome worked = run("work", "--stop-when-empty", "--workers", "2", "--json");

    assertThat(worked.exitCode()).isZero();
    assertThat(worked.json().path("worked").asInt()).isEqualTo(2);
    assertThat(run("jobs", "--status", "completed", "--json").json()).hasSize(2);
  }

  @Test
  void work_runs_until_a_signal() throws Exception {
    CompletableFuture<Outcome> working = CompletableFuture.supplyAsync(() -> run("work"));
    Runnable end = ctrlC.get(10, TimeUnit.SECONDS);

    end.run();

    assertThat(working.get(10, TimeUnit.SECONDS).exitCode()).isZero();
  }

  @Test
  void work_tries_a_job_as_often_as_the_option_says() {
    String id = submitted("x");
    services.answer =
        (_, _) -> {
          throw new GeneratorException(FailureKind.NETWORK, "for the test", null);
        };
    CompletableFuture<Outcome> working =
        CompletableFuture.supplyAsync(() -> run("work", "--tries", "2", "--stop-when-empty"));
    while (!working.isDone()) {
      if (services.queue.depth().delayed() > 0) {
        services.storeClock.advance(Duration.ofSeconds(10));
      }
      Thread.onSpinWait();
    }

    assertThat(working.join().err().lines().filter(line -> line.contains(": started"))).hasSize(2);
    assertThat(run("job", id, "--json").json().path("status").asText()).isEqualTo("failed");
  }

  @Test
  void numbers_out_of_range_are_usage_errors() {
    assertThat(run("work", "--workers", "0").exitCode()).isEqualTo(2);
    assertThat(run("work", "--tries", "many").exitCode()).isEqualTo(2);
    assertThat(run("jobs", "--limit", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void a_job_has_the_priority_it_was_submitted_with() {
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();
    JsonNode low = run("weave", "--entry", entry, "--priority", "low", "--json").json();
    String high = write("2026-02-06", "10:00", "y", "y").id().value();
    run("weave", "--entry", high, "--priority", "HIGH");

    JsonNode jobs = run("jobs", "--json").json();
    assertThat(jobs.valueStream().map(job -> job.path("priority").asText()))
        .containsExactly("high", "low");
    assertThat(run("job", low.path("job_id").asText()).out()).contains("low priority");
    assertThat(run("weave", "--entry", entry, "--priority", "urgent").exitCode()).isEqualTo(2);
  }

  @Test
  void a_delayed_job_waits_for_its_time() {
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();
    String id =
        run("weave", "--entry", entry, "--delay", "10m", "--json").json().path("job_id").asText();

    String due = services.storeClock.now().plus(Duration.ofMinutes(10)).toString();
    JsonNode job = run("job", id, "--json").json();
    assertThat(job.path("available_at").asText()).isEqualTo(due);
    assertThat(job.path("attempts").asInt(-1)).isZero();
    assertThat(job.path("rescues").asInt(-1)).isZero();
    assertThat(run("job", id).out()).contains("not before " + due);
    assertThat(services.queue.depth().delayed()).isEqualTo(1);
  }

  @Test
  void a_scheduled_job_is_reported_and_not_waited_for() {
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();
    String id =
        run("weave", "--entry", entry, "--delay", "30h", "--json").json().path("job_id").asText();

    Outcome again = run("weave", "--entry", entry, "--priority", "high");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("already exists", id, "not before");
    Outcome waited = run("weave", "--entry", entry, "--wait");
    assertThat(waited.exitCode()).isEqualTo(1);
    assertThat(waited.err()).contains("fragments cancel " + id.substring(0, 8));

    assertThat(run("cancel", id.substring(0, 8)).exitCode()).isZero();
    assertThat(run("weave", "--entry", entry, "--wait").exitCode()).isZero();
  }

  @Test
  void an_unknown_generator_is_reported_before_a_job_fails() {
    services.variables.put("FRAGMENTS_GENERATOR", "foo");
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();

    for (List<String> line :
        List.of(
            List.of("weave", "--entry", entry, "--wait"), List.of("work", "--stop-when-empty"))) {
      Outcome refused = run(line.toArray(String[]::new));
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("FRAGMENTS_GENERATOR is foo. Use gemini or digest.");
    }
    assertThat(run("jobs", "--json").json()).isEmpty();
    Outcome doctor = run("doctor");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("FRAGMENTS_GENERATOR is foo");
  }

  @Test
  void an_invalid_delay_is_a_usage_error() {
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();
    for (String delay : List.of("soon", "-PT5M", "900d", "10")) {
      assertThat(run("weave", "--entry", entry, "--delay", delay).exitCode())
          .as(delay)
          .isEqualTo(2);
    }
    assertThat(run("weave", "--entry", entry, "--wait", "--delay", "1m").exitCode()).isEqualTo(2);
    assertThat(run("jobs", "--json").json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90s,PT1M30S", "10m,PT10M", "1h30m,PT1H30M", "2d,PT48H", "PT5M,PT5M", "1D,PT24H"})
  void durations_are_parsed(String text, Duration expected) {
    assertThat(Converters.duration(text)).isEqualTo(expected);
  }

  @Test
  void jobs_shows_the_workers_and_job_shows_its_worker() {
    String id = submitted("x");
    assertThat(run("jobs").err()).contains("No worker is running");

    services.registry.announce(
        new RegisteredWorker(
            "a", RegisteredWorker.Kind.WORK, "here", 1, 3, 1, Instant.EPOCH, Instant.EPOCH));
    services.jobs.startProcessing(services.queue.claim("a-worker", new JobId(id)).orElseThrow());

    assertThat(run("jobs").err()).contains("Workers: 3, busy: 1, processes: 1");
    assertThat(run("job", id).out()).contains("by a-worker");
    assertThat(run("job", id, "--json").json().path("worker").asText()).isEqualTo("a-worker");
  }
}
