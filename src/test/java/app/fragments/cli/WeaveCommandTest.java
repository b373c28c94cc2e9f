package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import app.fragments.job.ClaimRequest;
import app.fragments.job.FailureKind;
import app.fragments.job.JobStatus;
import app.fragments.journal.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WeaveCommandTest extends CommandTest {

  private void aWeek() {
    write("2026-01-30", "09:00", "Last week", "Before.", "release");
    write("2026-02-02", "09:00", "Monday", "First.");
    write("2026-02-06", "16:20", "Friday", "Shipped.", "release");
  }

  @Test
  void without_wait_the_submission_is_printed_as_by_the_original_api() {
    aWeek();
    Outcome woven = run("weave", "--this-week", "--json");

    assertThat(woven.exitCode()).isZero();
    assertThat(woven.json().properties().stream().map(field -> field.getKey()))
        .containsExactly("job_id", "status", "message");
    assertThat(woven.json().path("status").asText()).isEqualTo("pending");
    assertThat(woven.json().path("message").asText())
        .isEqualTo("Report generation started in background");
    assertThat(run("weave", "--json").json().path("job_id"))
        .as("weaving the same week, the default, again")
        .isEqualTo(woven.json().path("job_id"));
  }

  @Test
  void with_wait_the_report_its_period_and_its_checks_are_printed() {
    aWeek();
    Outcome woven = run("weave", "--wait", "--json");

    assertThat(woven.exitCode()).as(woven.err()).isZero();
    JsonNode job = woven.json();
    assertThat(job.path("status").asText()).isEqualTo("completed");
    assertThat(job.path("report").asText())
        .isEqualTo("# Weekly Progress Report\n\n- First. [F1]\n- Shipped. [F2]");
    assertThat(job.path("period").path("start").asText()).isEqualTo("Feb 02, 2026");
    assertThat(job.path("period").path("end").asText()).isEqualTo("Feb 06, 2026");
    assertThat(job.path("model").asText()).isEqualTo("scripted");
    assertThat(job.path("usage").path("total_tokens").asLong()).isEqualTo(30);
    JsonNode flag = job.path("checks").path("flagged").path(0);
    assertThat(flag.path("kind").asText()).isEqualTo("number");
    assertThat(flag.path("text").asText()).isEqualTo("45 %");
    assertThat(flag.path("line").asInt()).isEqualTo(2);
    assertThat(job.path("checks").path("unused_entry_ids")).hasSize(1);
    assertThat(run("job", job.path("job_id").asText(), "--json").json()).isEqualTo(job);
  }

  @Test
  void without_json_only_the_report_is_on_standard_output() throws IOException {
    aWeek();
    Outcome woven = run("weave", "--wait");
    assertThat(woven.out())
        .isEqualTo("# Weekly Progress Report\n\n- First. [F1]\n- Shipped. [F2]\n");
    assertThat(woven.err()).contains("2 fragments", "\"45 %\" is not in your fragments");

    Path file = folder.resolve("week.md");
    Outcome written = run("weave", "--last-week", "--wait", "--out", file.toString());
    assertThat(written.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("# Weekly Progress Report\n\n- Before. [F1]");
  }

  @Test
  void entries_are_selected_by_date_tag_or_id_oldest_first() {
    aWeek();
    assertThat(report("--from", "2026-01-30", "--to", "2026-02-02"))
        .contains("Before. [F1]", "First. [F2]")
        .doesNotContain("Shipped");
    assertThat(report("--tag", "release")).contains("Before. [F1]", "Shipped. [F2]");
    assertThat(report("--tag", "release", "--this-week")).contains("Shipped. [F1]");
    List<String> ids =
        run("list", "--json").json().valueStream().map(e -> e.path("id").asText()).toList();
    assertThat(report("--entry", ids.get(0), "--entry", ids.get(2).substring(0, 13)))
        .contains("Before. [F1]", "Shipped. [F2]");
  }

  private String report(String... selection) {
    String[] arguments = new String[selection.length + 3];
    arguments[0] = "weave";
    arguments[1] = "--wait";
    arguments[2] = "--json";
    System.arraycopy(selection, 0, arguments, 3, selection.length);
    return run(arguments).json().path("report").asText();
  }

  @Test
  void an_empty_selection_is_a_failure_that_names_the_filter() {
    Outcome woven = run("weave", "--last-week", "--json");
    assertThat(woven.exitCode()).isEqualTo(1);
    assertThat(woven.json().path("error").asText())
        .isEqualTo("There are no entries to weave from 2026-01-26 to 2026-02-01");

    Entry entry = write("2026-02-06", "09:00", "x", "x");
    services.entries.trash(FakeCliServices.USER, List.of(entry.id()));
    assertThat(run("weave", "--entry", entry.id().value()).err()).contains("in the trash");
  }

  @Test
  void options_that_contradict_each_other_are_usage_errors() {
    aWeek();
    assertThat(run("weave", "--this-week", "--last-week").exitCode()).isEqualTo(2);
    assertThat(run("weave", "--from", "2026-02-02", "--to", "2026-02-01").exitCode()).isEqualTo(2);
    assertThat(run("weave", "--entry", "x", "--tag", "y").exitCode()).isEqualTo(2);
    assertThat(run("weave", "--out", "x.md").err()).contains("--out needs --wait");
    assertThat(run("weave", "--wait", "--timeout", "0").exitCode()).isEqualTo(2);
    assertThat(run("weave", "--template", "novel").err()).contains("weekly-progress");
    assertThat(run("jobs", "--json").json()).isEmpty();
  }

  @Test
  void a_failed_job_has_a_reason_and_can_be_retried() {
    aWeek();
    services.answer =
        (_, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "The key was refused", null);
        };
    Outcome woven = run("weave", "--wait", "--json");
    assertThat(woven.exitCode()).isEqualTo(1);
    assertThat(woven.json().path("status").asText()).isEqualTo("failed");
    assertThat(woven.json().path("error").asText()).isEqualTo("The key was refused");
    assertThat(woven.json().path("error_kind").asText()).isEqualTo("AUTH");

    services.answer = (request, _) -> FakeCliServices.report(request);
    String id = woven.json().path("job_id").asText();
    JsonNode again = run("retry", id.substring(0, 8), "--json").json();
    assertThat(again.path("status").asText()).isEqualTo("pending");
    assertThat(run("work", "--stop-when-empty").exitCode()).isZero();
    assertThat(run("job", again.path("job_id").asText(), "--json").json().path("retry_of").asText())
        .isEqualTo(id);
    assertThat(run("retry", again.path("job_id").asText()).err()).contains("is completed");
  }

  @Test
  void ctrl_c_leaves_the_job_in_the_queue() throws Exception {
    aWeek();
    CountDownLatch called = new CountDownLatch(1);
    services.answer =
        (_, cancellation) -> {
          CountDownLatch stopped = new CountDownLatch(1);
          try (var _ = cancellation.onCancel(stopped::countDown)) {
            called.countDown();
            stopped.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new GeneratorException(FailureKind.NETWORK, "closed", null);
        };
    CompletableFuture<Outcome> waiting =
        CompletableFuture.supplyAsync(() -> run("weave", "--wait", "--json"));
    assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();

    ctrlC.get().run();

    Outcome woven = waiting.get(10, TimeUnit.SECONDS);
    assertThat(woven.exitCode()).isEqualTo(1);
    assertThat(woven.err()).contains("The job stays in the queue");
    assertThat(woven.json().path("status").asText()).isEqualTo("pending");
    assertThat(services.queue.depth().waiting()).isEqualTo(1);
  }

  @Test
  void with_wait_another_workers_job_is_awaited_until_the_timeout() {
    aWeek();
    String id = run("weave", "--json").json().path("job_id").asText();
    services.jobs.startProcessing(
        services.queue.claim(ClaimRequest.of("another worker")).orElseThrow());

    Outcome woven = run("weave", "--wait", "--timeout", "1", "--json");

    assertThat(woven.exitCode()).isEqualTo(1);
    assertThat(woven.json().path("job_id").asText()).isEqualTo(id);
    assertThat(woven.json().path("status").asText()).isEqualTo(JobStatus.PROCESSING.wire());
    assertThat(woven.json().path("progress").path("total").asInt()).isEqualTo(2);
    assertThat(woven.err()).contains("The job continues");
  }
}
