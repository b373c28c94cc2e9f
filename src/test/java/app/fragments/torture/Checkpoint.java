package app.fragments.torture;

import app.fragments.job.JobId;
import app.fragments.torture.ChildEvent.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The child's side of the pipe: reports events, and blocks at the point where the parent kills it.
final class Checkpoint {
  private final KillPoint point;
  private final AtomicInteger remaining;
  private final Semaphore resume = new Semaphore(0);

  /// @param point where to block, or null
  /// @param occurrence the nth time the point is reached, from 1
  Checkpoint(KillPoint point, int occurrence) {
    this.point = point;
    this.remaining = new AtomicInteger(occurrence);
  }

  /// Listens to the parent: any line unblocks. A child without a parent exits at once.
  Checkpoint start() {
    Thread.ofPlatform().daemon().name("parent").start(this::listen);
    return this;
  }

  private void listen() {
    try (BufferedReader parent =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (parent.readLine() != null) {
        resume.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  /// Blocks this thread if this is the point to block at.
  void reached(KillPoint reached, JobId job, long fencingToken) {
    if (reached == point && remaining.decrementAndGet() == 0) {
      tell(new ChildEvent(Kind.HELD, reached.name(), job, fencingToken));
      resume.acquireUninterruptibly();
    }
  }

  void tell(ChildEvent event) {
    synchronized (this) {
      System.out.println(event.line());
      System.out.flush();
    }
  }
}
