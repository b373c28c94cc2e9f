package app.fragments.ui.jobs;

import static app.fragments.ui.jobs.TestJob.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.RegisteredWorker.Kind;
import app.fragments.ui.common.Messages;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who works, and where: from workers' names and the registry to words.
class WorkerOverviewTest {
  private final WorkerOverviewTexts texts =
      new WorkerOverviewTexts(new Messages(Locale.ENGLISH), ZoneOffset.UTC);

  @Test
  void the_note_counts_this_window_and_each_machine() {
    assertThat(texts.note(2, workforce("laptop")))
        .isEqualTo("2 workers in this window. Jobs go on when you close it and open it again.");
    assertThat(
            texts.note(
                2,
                workforce(
                    "laptop",
                    presence(Kind.WORK, "build-host", 7, 3),
                    presence(Kind.SERVE, "build-host", 8, 1),
                    presence(Kind.WINDOW, "laptop", 9, 2))))
        .startsWith(
            "2 workers in this window, 4 on build-host, 2 in other processes on this computer.");
    assertThat(texts.note(0, workforce("laptop"))).isEqualTo("No worker in this window.");
    assertThat(texts.note(1, null)).startsWith("1 worker in this window.");
  }

  @Test
  void the_details_name_each_process() {
    assertThat(texts.details(workforce("laptop", presence(Kind.WORK, "build-host", 4242, 4))))
        .isEqualTo("fragments work on build-host, process 4242: 1 of 4 busy, since 16:20");
  }

  @Test
  void a_job_in_hand_is_woven_here() {
    assertThat(RunLocation.of("work-7-1@build-host/ab", true, null))
        .isEqualTo(new RunLocation.Here());
  }

  @Test
  void a_workers_name_says_the_machine() {
    WorkerOverview nobody = workforce("laptop");

    assertThat(RunLocation.of("work-7-1@build-host/ab12", false, nobody))
        .isEqualTo(new RunLocation.OnHost("build-host"));
    assertThat(RunLocation.of("window-7-2@laptop/ab12", false, nobody))
        .isEqualTo(new RunLocation.NextDoor());
  }

  @Test
  void a_name_without_a_machine_is_looked_up_where_that_is_not_ambiguous() {
    RegisteredWorker there = presence(Kind.WORK, "build-host", 7, 4);

    assertThat(RunLocation.of("work-7-1/ab12", false, workforce("laptop", there)))
        .isEqualTo(new RunLocation.OnHost("build-host"));
    assertThat(
            RunLocation.of(
                "work-7-1/ab12",
                false,
                workforce("laptop", there, presence(Kind.WORK, "other-host", 7, 4))))
        .isEqualTo(new RunLocation.Elsewhere());
    assertThat(RunLocation.of("work-8-1/ab12", false, workforce("laptop", there)))
        .isEqualTo(new RunLocation.Elsewhere());
  }

  @Test
  void what_is_not_known_is_elsewhere() {
    assertThat(RunLocation.of(null, false, workforce("laptop")))
        .isEqualTo(new RunLocation.Elsewhere());
    assertThat(RunLocation.of("a-stranger", false, workforce("laptop")))
        .isEqualTo(new RunLocation.Elsewhere());
    assertThat(RunLocation.of("work-7-1@build-host/ab12", false, null))
        .isEqualTo(new RunLocation.Elsewhere());
  }

  private static WorkerOverview workforce(@Nullable String host, RegisteredWorker... others) {
    return new WorkerOverview(List.of(others), host, null);
  }

  private static RegisteredWorker presence(Kind kind, String host, long pid, int workers) {
    return new RegisteredWorker(host + pid, kind, host, pid, workers, 1, SUBMITTED, SUBMITTED);
  }
}
