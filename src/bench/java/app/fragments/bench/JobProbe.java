package app.fragments.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Runs the work of a benchmark's jobs and records when each starts and ends.
///
/// Jobs are numbered from 0. A job has ended when the job system has stored its end.
final class JobProbe {
  private static final double SECONDS = 1e9;

  private final Duration work;
  private final AtomicLongArray opening;
  private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong last = new AtomicLong();
  private final CountDownLatch left;

  JobProbe(int jobs, Duration work) {
    this.work = work;
    this.opening = new AtomicLongArray(jobs);
    this.left = new CountDownLatch(jobs);
  }

  int jobs() {
    return opening.length();
  }

  /// The code of a job.
  void run(int number) {
    long now = System.nanoTime();
    opening.set(number, now);
    first.accumulateAndGet(now, Math::min);
    try {
      TimeUnit.NANOSECONDS.sleep(work.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Records a job's end.
  void end() {
    last.accumulateAndGet(System.nanoTime(), Math::max);
    left.countDown();
  }

  /// Waits until all jobs have ended.
  void await(Duration atMost) throws InterruptedException {
    if (!left.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException(left.getCount() + " of " + jobs() + " jobs did not end");
    }
  }

  /// Measured from the first job's start to the last one's end.
  double jobsASecond() {
    return jobs() / ((last.get() - first.get()) / SECONDS);
  }

  /// When the first job started, by [System#nanoTime].
  long firstBegun() {
    return first.get();
  }

  /// When the last job ended, by [System#nanoTime]; 0 if none did.
  long lastEnded() {
    return last.get();
  }

  /// The number of ended jobs.
  int ended() {
    return jobs() - (int) left.getCount();
  }

  /// When a job started, by [System#nanoTime].
  long opening(int number) {
    return opening.get(number);
  }
}
