package app.fragments.ui.weave;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.Progress;
import app.fragments.job.Stage;
import app.fragments.ui.common.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobWordsTest {
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final JobTexts texts = new JobTexts(messages);

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void each_failure_says_what_happened_what_to_do_and_offers_it(FailureKind kind) {
    FailureAdvice advice = FailureAdvice.of(kind, true);

    assertThat(messages.get(advice.messageKey())).endsWith(".");
    assertThat(messages.get(advice.nowKey())).endsWith(".");
    assertThat(advice.actions()).isNotEmpty();
    assertThat(advice.actions()).allSatisfy(a -> messages.get(a.messageKey()));
    assertThat(FailureAdvice.of(kind, false).actions())
        .isNotEmpty()
        .doesNotContain(FailureAction.WEAVE_DIGEST);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void each_stage_has_a_word(Stage stage) {
    assertThat(texts.stage(row(stage, 0, 0, Duration.ZERO))).isNotBlank();
  }

  @Test
  void progress_is_stage_count_and_time() {
    assertThat(texts.progress(row(Stage.WRITING, 7, 0, Duration.ZERO)))
        .isEqualTo("Writing · 7 of 12 · 0:12");
    assertThat(texts.time(Duration.ofSeconds(3_665))).isEqualTo("61:05");
    assertThat(texts.time(null)).isEqualTo("–");
  }

  @Test
  void one_is_not_many() {
    assertThat(texts.fragments(1)).isEqualTo("1 fragment");
    assertThat(texts.fragments(1_200)).isEqualTo("1,200 fragments");
    assertThat(texts.weaving(1)).isEqualTo("Weaving 1 fragment");
  }

  @Test
  void a_job_that_nobody_takes_says_why() {
    assertThat(texts.whyWaiting(row(Stage.WAITING, 0, 0, Duration.ofSeconds(9)), 2, 2)).isEmpty();
    assertThat(texts.whyWaiting(row(Stage.WAITING, 0, 0, Duration.ofSeconds(11)), 2, 2))
        .contains("2 jobs run side by side");
    assertThat(texts.whyWaiting(row(Stage.WAITING, 0, 0, Duration.ofSeconds(11)), 2, 0))
        .contains("No worker");
    assertThat(texts.whyWaiting(row(Stage.WAITING, 0, 1, Duration.ZERO), 2, 0))
        .isEqualTo("Tried once, tries again soon.");
  }

  private static JobRow row(Stage stage, int done, int attempts, Duration untaken) {
    return new JobRow(
        new JobId("j"),
        "Weekly progress",
        12,
        null,
        stage == Stage.WAITING ? JobStatus.PENDING : JobStatus.PROCESSING,
        new Progress(done, 12, stage),
        null,
        attempts,
        null,
        Duration.ofSeconds(12),
        Instant.EPOCH,
        untaken);
  }
}
