package app.fragments.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.FailureKind;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.job.Stage;
import app.fragments.report.Period;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.QueueStatus.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobTextsTest {
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final JobTexts texts =
      new JobTexts(messages, Clock.fixed(Instant.parse("2026-02-06T16:20:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void each_failure_has_a_message_and_a_remedy(FailureKind kind) {
    FailureAdvice advice = FailureAdvice.of(kind, true);

    assertThat(messages.get(advice.messageKey())).endsWith(".");
    assertThat(messages.get(advice.nowKey())).endsWith(".");
    assertThat(advice.actions()).isNotEmpty();
    assertThat(advice.actions()).allSatisfy(a -> messages.get(a.messageKey()));
    assertThat(FailureAdvice.of(kind, false).actions())
        .isNotEmpty()
        .doesNotContain(FailureAdvice.Action.WEAVE_DIGEST);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void each_stage_has_a_name(Stage stage) {
    assertThat(texts.stage(row(stage, 0))).isNotBlank();
  }

  @Test
  void progress_is_stage_count_and_time() {
    assertThat(texts.progress(row(Stage.WRITING, 7))).isEqualTo("Writing · 7 of 12 · 0:12");
    assertThat(texts.time(Duration.ofSeconds(3_665))).isEqualTo("61:05");
    assertThat(texts.time(null)).isEqualTo("–");
  }

  @Test
  void singular_and_plural_differ() {
    assertThat(texts.fragments(1)).isEqualTo("1 fragment");
    assertThat(texts.fragments(1_200)).isEqualTo("1,200 fragments");
    assertThat(texts.weaving(1)).isEqualTo("Weaving 1 fragment");
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void each_wait_reason_comes_with_a_remedy(WaitReason reason) {
    JobRow row = waiting(reason);

    assertThat(texts.why(row)).endsWith(".").doesNotContain("{");
    assertThat(texts.remedy(row)).isNotBlank();
    assertThat(texts.progress(row)).isEqualTo(texts.why(row));
    assertThat(texts.spoken(row)).contains(texts.why(row)).contains(texts.remedy(row));
  }

  static Stream<WaitReason> reasons() {
    return Stream.of(
        new WaitReason.StoreUnreachable(),
        new WaitReason.StoreOpening(),
        new WaitReason.Delayed(Instant.parse("2026-02-06T18:30:00Z")),
        new WaitReason.Retrying(2),
        new WaitReason.NoWorkers(),
        new WaitReason.Starting(),
        new WaitReason.AllBusy(2, 3),
        new WaitReason.UserLimit(2),
        new WaitReason.NotTaken(1));
  }

  @Test
  void wait_reasons_use_singular_and_plural() {
    assertThat(why(new WaitReason.None())).isEmpty();
    assertThat(why(new WaitReason.AllBusy(1, 0))).isEqualTo("The only worker is busy.");
    assertThat(why(new WaitReason.AllBusy(6, 1)))
        .isEqualTo("All 6 workers are busy; this job is next.");
    assertThat(why(new WaitReason.AllBusy(6, 4)))
        .isEqualTo("All 6 workers are busy; this job is number 4 in line.");
    assertThat(why(new WaitReason.Retrying(1)))
        .isEqualTo("Failed once; will be retried automatically.");
    assertThat(why(new WaitReason.UserLimit(1)))
        .isEqualTo("One of your jobs is running, which is the limit.");
  }

  @Test
  void a_delayed_job_shows_its_date_unless_it_is_today() {
    assertThat(why(new WaitReason.Delayed(Instant.parse("2026-02-06T18:30:00Z"))))
        .isEqualTo("Starts at 18:30.");
    assertThat(why(new WaitReason.Delayed(Instant.parse("2026-02-09T08:00:00Z"))))
        .isEqualTo("Starts at Mon 9 Feb, 08:00.");
  }

  @Test
  void a_running_job_says_where_it_runs() {
    assertThat(running(new Location.ThisWindow())).isEqualTo("Writing · 7 of 12 · in this window");
    assertThat(running(new Location.OtherMachine("build-host"))).endsWith(" · on build-host");
    assertThat(running(new Location.ThisMachine())).endsWith("another process on this computer");
    assertThat(running(new Location.Unknown())).endsWith("in another process");
  }

  @Test
  void a_period_shows_its_year_unless_it_is_the_current_one() {
    assertThat(period(2026)).isEqualTo("Feb 1 – 7");
    assertThat(period(2025)).isEqualTo("Feb 1 – 7, 2025");
    assertThat(texts.period(row(Stage.WRITING, 7))).isEqualTo("–");
  }

  private String period(int year) {
    JobRow row = row(Stage.WRITING, 7);
    Period week = new Period(LocalDate.of(year, 2, 1), LocalDate.of(year, 2, 7));
    return texts.period(
        new JobRow(row.job(), week, row.progress(), null, row.waiting(), row.location()));
  }

  @Test
  void only_an_unusual_priority_is_shown() {
    assertThat(texts.priority(Priority.NORMAL)).isEmpty();
    assertThat(texts.priority(Priority.HIGH)).isEqualTo("High priority");
    assertThat(texts.priority(Priority.LOW)).isEqualTo("Low priority");
  }

  private String why(WaitReason reason) {
    return texts.why(waiting(reason));
  }

  private String running(Location place) {
    JobRow row = row(Stage.WRITING, 7);
    return texts.running(
        new JobRow(row.job(), null, row.progress(), row.elapsed(), row.waiting(), place), false);
  }

  private static JobRow waiting(WaitReason reason) {
    return new JobRow(
        new TestJob().build(), null, Progress.waiting(12), null, reason, new Location.Unknown());
  }

  private static JobRow row(Stage stage, int done) {
    return new JobRow(
        new TestJob().status(JobStatus.PROCESSING).build(),
        null,
        new Progress(done, 12, stage),
        Duration.ofSeconds(12),
        new WaitReason.None(),
        new Location.ThisWindow());
  }
}
