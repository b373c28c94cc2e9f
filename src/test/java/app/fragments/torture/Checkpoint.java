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

/// The child's side of the pipe: reports events, and holds the thread at the point where this
/// process is to be killed.
final class Checkpoint {
  private final KillPoint point;
  private final AtomicInteger left;
  private final Semaphore onward = new Semaphore(0);

  /// @param point where to hold, or null for nowhere
  /// @param arrival at which arrival at the point to hold, from 1
  Checkpoint(KillPoint point, int arrival) {
    this.point = point;
    this.left = new AtomicInteger(arrival);
  }

  /// Listens to the parent: `go` ends the hold. A child without a parent exits at once.
  Checkpoint start() {
    Thread.ofPlatform().daemon().name("parent").start(this::listen);
    return this;
  }

  private void listen() {
    try (BufferedReader parent =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (parent.readLine() != null) {
        onward.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  /// Holds this thread if this is the point to hold at.
  void reached(KillPoint reached, JobId job, long fencingToken) {
    if (reached == point && left.decrementAndGet() == 0) {
      tell(new ChildEvent(Kind.HELD, reached.name(), job, fencingToken));
      onward.acquireUninterruptibly();
    }
  }

  void tell(ChildEvent notice) {
    synchronized (this) {
      System.out.println(notice.line());
      System.out.flush();
    }
  }
}
