package app.fragments.ui.jobs;

import static app.fragments.ui.jobs.TestJob.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.RegisteredWorker.Kind;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.QueueStatus.Location;
import app.fragments.ui.jobs.QueueStatus.Others;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The texts that say how many workers there are and where they run.
class WorkerLocationTest {
  private final JobTexts texts = new JobTexts(new Messages(Locale.ENGLISH), Clock.systemUTC());

  @Test
  void the_note_counts_this_window_and_each_machine() {
    assertThat(texts.workers(2, others("laptop")))
        .isEqualTo(
            "2 workers in this window. Jobs continue after you close and reopen the window.");
    assertThat(
            texts.workers(
                2,
                others(
                    "laptop",
                    registered(Kind.WORK, "build-host", 7, 3),
                    registered(Kind.SERVE, "build-host", 8, 1),
                    registered(Kind.WINDOW, "laptop", 9, 2))))
        .startsWith(
            "2 workers in this window, 4 on build-host, 2 in other processes on this computer.");
    assertThat(texts.workers(0, others("laptop"))).isEqualTo("No workers in this window.");
    assertThat(texts.workers(1, null)).startsWith("1 worker in this window.");
  }

  @Test
  void the_details_name_each_process() {
    assertThat(texts.workerDetails(others("laptop", registered(Kind.WORK, "build-host", 4242, 4))))
        .isEqualTo(
            "fragments work on build-host, process 4242: 1 of 4 workers busy, running since 16:20");
  }

  @Test
  void a_job_of_this_window_runs_here() {
    assertThat(Location.of("work-7-1@build-host/ab", true, null))
        .isEqualTo(new Location.ThisWindow());
  }

  @Test
  void a_workers_name_contains_its_host() {
    Others nobody = others("laptop");

    assertThat(Location.of("work-7-1@build-host/ab12", false, nobody))
        .isEqualTo(new Location.OtherMachine("build-host"));
    assertThat(Location.of("window-7-2@laptop/ab12", false, nobody))
        .isEqualTo(new Location.ThisMachine());
  }

  @Test
  void a_host_missing_from_the_name_is_looked_up_unless_ambiguous() {
    RegisteredWorker there = registered(Kind.WORK, "build-host", 7, 4);

    assertThat(Location.of("work-7-1/ab12", false, others("laptop", there)))
        .isEqualTo(new Location.OtherMachine("build-host"));
    assertThat(
            Location.of(
                "work-7-1/ab12",
                false,
                others("laptop", there, registered(Kind.WORK, "other-host", 7, 4))))
        .isEqualTo(new Location.Unknown());
    assertThat(Location.of("work-8-1/ab12", false, others("laptop", there)))
        .isEqualTo(new Location.Unknown());
  }

  @Test
  void an_unrecognized_worker_has_an_unknown_location() {
    assertThat(Location.of(null, false, others("laptop"))).isEqualTo(new Location.Unknown());
    assertThat(Location.of("a-stranger", false, others("laptop")))
        .isEqualTo(new Location.Unknown());
    assertThat(Location.of("work-7-1@build-host/ab12", false, null))
        .isEqualTo(new Location.Unknown());
  }

  private static Others others(@Nullable String host, RegisteredWorker... others) {
    return new Others(List.of(others), host, null);
  }

  private static RegisteredWorker registered(Kind kind, String host, long pid, int workers) {
    return new RegisteredWorker(host + pid, kind, host, pid, workers, 1, SUBMITTED, SUBMITTED);
  }
}
