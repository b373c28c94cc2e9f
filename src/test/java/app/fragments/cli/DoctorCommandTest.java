package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.ClaimRequest;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.RegisteredWorker;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the command presents issues. The checks have their own tests.
class DoctorCommandTest extends CommandTest {

  private JobId submitted() {
    String entry = write("2026-02-06", "09:00", "x", "x").id().value();
    return new JobId(run("weave", "--entry", entry, "--json").json().path("job_id").asText());
  }

  private void aWorkerIsRunning() {
    services.registry.announce(
        new RegisteredWorker(
            "a", RegisteredWorker.Kind.WORK, "here", 1, 2, 1, Instant.EPOCH, Instant.EPOCH));
  }

  private static List<String> kinds(JsonNode diagnosis) {
    return diagnosis.path("findings").valueStream().map(one -> one.path("kind").asText()).toList();
  }

  @Test
  void a_healthy_store_exits_with_0_and_is_called_healthy() {
    aWorkerIsRunning();
    Outcome doctor = run("doctor");
    assertThat(doctor.exitCode()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("healthy", "2 running: work on here (2)");
    JsonNode found = run("doctor", "--json").json();
    assertThat(found.path("findings").isArray()).isTrue();
    assertThat(found.path("findings")).isEmpty();
    assertThat(found.path("workers_alive").asInt()).isEqualTo(2);
  }

  @Test
  void an_issue_has_kind_count_jobs_message_and_remedy() {
    JobId id = submitted();
    services.jobs.startProcessing(
        services.queue.claim(ClaimRequest.of("dead-worker")).orElseThrow());
    services.storeClock.advance(JobQueue.LEASE.plusSeconds(5));

    Outcome doctor = run("doctor", "--json");

    assertThat(doctor.exitCode()).isEqualTo(1);
    JsonNode issue = doctor.json().path("findings").path(0);
    assertThat(issue.properties().stream().map(field -> field.getKey()))
        .containsExactly("kind", "count", "job_ids", "message", "remedy", "repairable");
    assertThat(issue.path("kind").asText()).isEqualTo("stale_lease");
    assertThat(issue.path("count").asInt()).isEqualTo(1);
    assertThat(issue.path("job_ids").path(0).asText()).isEqualTo(id.value());
    assertThat(issue.path("message").asText())
        .contains("dead-worker for " + JobQueue.LEASE.plusSeconds(5).toSeconds() + " s");
    assertThat(issue.path("repairable").asBoolean()).isTrue();
    assertThat(run("doctor").out()).contains("ISSUE", "dead-worker", "-> ", id.value());
  }

  @Test
  void repair_reports_what_it_repaired_and_checks_again() {
    aWorkerIsRunning();
    JobId orphan = submitted();
    services.queue.delete(orphan);
    services.indexes.drop("jobs.claims_by_priority");
    services.storeClock.advance(Duration.ofSeconds(20));
    assertThat(kinds(run("doctor", "--json").json())).containsExactly("orphan", "missing_index");

    JsonNode repaired = run("doctor", "--repair", "--json").json();

    assertThat(repaired.path("repaired").valueStream().map(one -> one.path("kind").asText()))
        .containsExactly("orphan", "missing_index");
    assertThat(repaired.path("findings")).isEmpty();
    assertThat(services.queue.contains(orphan)).isTrue();
    Outcome again = run("doctor", "--repair");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("healthy").doesNotContain("Repaired");
  }

  @Test
  void an_issue_that_cannot_be_repaired_remains_and_exits_with_1() {
    submitted();
    services.storeClock.advance(Duration.ofMinutes(1));
    services.clockError = Duration.ofSeconds(5);

    Outcome doctor = run("doctor", "--repair", "--json");

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(kinds(doctor.json())).containsExactly("no_worker", "wrong_clock");
    assertThat(doctor.json().path("repaired")).isEmpty();
  }

  @Test
  void an_unreachable_store_is_an_issue_with_its_cause_and_location() {
    services.setUnavailable();
    Outcome doctor = run("doctor", "--repair", "--json");
    assertThat(doctor.exitCode()).isEqualTo(3);
    JsonNode issue = doctor.json().path("findings").path(0);
    assertThat(issue.path("kind").asText()).isEqualTo("store_away");
    assertThat(issue.path("message").asText()).contains("store in memory", "is unreachable");
  }

  @Test
  void a_store_that_rejects_us_exits_with_1_and_a_matching_remedy() {
    services.refuse();
    Outcome builtIn = run("doctor");
    assertThat(builtIn.exitCode()).isEqualTo(1);
    assertThat(builtIn.out()).contains("ERROR: The store in memory is damaged", "FRAGMENTS_HOME");
    assertThat(builtIn.out()).doesNotContain("UNREACHABLE", "password");
    assertThat(kinds(run("doctor", "--json").json())).containsExactly("store_unusable");

    services.variables.put("MONGODB_URI", "mongodb://somewhere");
    Outcome mongo = run("doctor");
    assertThat(mongo.exitCode()).isEqualTo(1);
    assertThat(mongo.out()).contains("password");
    assertThat(kinds(run("doctor", "--json").json())).containsExactly("store_refuses");
  }

  @Test
  void the_key_is_tested_only_with_online() {
    services.variables.put("GEMINI_API_KEY", "AIzaSecret");
    services.geminiSays = new Failure(FailureKind.AUTH, "Gemini refused the key");
    assertThat(run("doctor").exitCode()).isZero();
    assertThat(run("doctor").out()).contains("not tested", "--online");

    Outcome online = run("doctor", "--online", "--json");
    assertThat(online.exitCode()).isEqualTo(1);
    assertThat(kinds(online.json())).containsExactly("refused_key");

    services.geminiSays = new Failure(FailureKind.NETWORK, "Gemini cannot be reached");
    assertThat(kinds(run("doctor", "--online", "--json").json())).containsExactly("gemini_away");
  }
}
