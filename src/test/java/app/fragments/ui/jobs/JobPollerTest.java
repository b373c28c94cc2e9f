package app.fragments.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.parts.Week;
import app.fragments.ui.parts.WindowFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The poller without the window. Its interval never elapses; the tests call `tick`.
class JobPollerTest {
  private final Semaphore mayRead = new Semaphore(0);
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final List<JobPoller.Snapshot> read = new ArrayList<>();
  private boolean gated;
  private WindowFixture world;
  private JobPoller poller;

  /// Its reads wait for [#mayRead] if the test asks for it.
  private final class GatedFixture extends WindowFixture {
    @Override
    public JobStore jobs() {
      started.incrementAndGet();
      if (reading.incrementAndGet() > 1) {
        overlaps.incrementAndGet();
      }
      try {
        if (gated) {
          mayRead.acquireUninterruptibly();
        }
        return super.jobs();
      } finally {
        reading.decrementAndGet();
      }
    }
  }

  @BeforeEach
  void open() {
    FxThread.start();
    FxThread.run(
        () -> {
          world = new GatedFixture();
          poller = new JobPoller(world.context, Duration.ofDays(1), () -> false, read::add);
        });
  }

  @AfterEach
  void close() {
    mayRead.release(100);
    FxThread.run(
        () -> {
          poller.close();
          world.close();
        });
  }

  @Test
  void reads_never_overlap_and_a_request_during_a_read_causes_one_more() {
    JobId job = submit();
    gated = true;
    FxThread.run(() -> poller.follow(job));
    FxThread.await("a read", () -> started.get() == 1);

    FxThread.run(
        () -> {
          poller.tick();
          poller.pollNow();
          poller.pollNow();
          poller.tick();
        });
    assertThat(started).hasValue(1);
    mayRead.release(100);

    FxThread.await("one more read", () -> read.size() == 2);
    FxThread.settle();
    assertThat(started).hasValue(2);
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void ticks_continue_through_an_outage() {
    JobId job = submit();
    world.unavailable = true;
    FxThread.run(() -> poller.follow(job));
    FxThread.await("noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);
    FxThread.run(poller::tick);
    assertThat(FxThread.call(poller::isRunning)).isTrue();

    world.unavailable = false;
    FxThread.await(
        "the job",
        () -> {
          poller.tick();
          return !read.isEmpty();
        });

    assertThat(ids(read.getFirst())).containsExactly(job);
    assertThat(FxThread.call(() -> world.health.state().get())).isEqualTo(StoreHealth.State.READY);
  }

  @Test
  void it_delivers_the_ended_record_and_stops_once_no_job_is_live() {
    JobId job = submit();
    FxThread.run(() -> poller.follow(job));
    FxThread.await("the live job", () -> read.size() == 1);
    assertThat(FxThread.call(poller::isRunning)).isTrue();

    world.jobs.cancel(job);
    FxThread.run(poller::tick);

    FxThread.await("the ended job", () -> read.size() == 2);
    assertThat(read.getLast().jobs()).extracting(Job::status).containsExactly(JobStatus.CANCELLED);
    assertThat(FxThread.call(poller::isRunning)).isFalse();
  }

  @Test
  void it_finds_live_jobs_it_was_not_asked_to_follow() {
    JobId job = submit();

    FxThread.run(poller::pollNow);

    FxThread.await("a read", () -> read.size() == 1);
    assertThat(ids(read.getFirst())).containsExactly(job);
    assertThat(FxThread.call(poller::isRunning)).isTrue();
  }

  @Test
  void a_followed_job_without_a_record_is_reported_as_gone() {
    JobId unknown = new JobId("unknown");

    FxThread.run(() -> poller.follow(unknown));

    FxThread.await("a read", () -> read.size() == 1);
    assertThat(read.getFirst().gone()).containsExactly(unknown);
    assertThat(FxThread.call(poller::isRunning)).isFalse();
  }

  @Test
  void without_live_jobs_it_continues_only_while_the_list_is_visible() {
    FxThread.run(() -> poller.watch(true));
    FxThread.await("a read", () -> read.size() == 1);
    assertThat(FxThread.call(poller::isRunning)).isTrue();
    assertThat(read.getFirst().others()).isNotNull();

    FxThread.run(
        () -> {
          poller.watch(false);
          poller.tick();
        });

    FxThread.await("another", () -> read.size() == 2);
    assertThat(FxThread.call(poller::isRunning)).isFalse();
    assertThat(read.getLast().others()).isNull();
  }

  private static List<JobId> ids(JobPoller.Snapshot snapshot) {
    return snapshot.jobs().stream().map(Job::id).toList();
  }

  private JobId submit() {
    return world
        .jobService()
        .submit(
            Week.USER,
            Selection.of(world.selected().entryIds()),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT)
        .jobId();
  }
}
