package app.fragments.weave;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.SettableStoreClock;
import app.fragments.job.WorkerPresence;
import app.fragments.job.WorkerRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AttendanceTest {
  private final WorkerRegistry registry = new InMemoryWorkerRegistry(new SettableStoreClock());
  private final Trap trap = new Trap();
  private final AtomicInteger busy = new AtomicInteger();

  private Attendance attendance() {
    return new Attendance(
        WorkerPresence.Kind.WORK,
        "host",
        () -> trap.over(WorkerRegistry.class, registry),
        () -> 4,
        busy::get);
  }

  private static int busyOf(WorkerPresence presence) {
    return presence.busy();
  }

  @Test
  void a_process_is_there_from_its_start_to_its_end() {
    Attendance attendance = attendance().start();
    WeaveWorld.until(() -> registry.alive().size() == 1);
    WorkerPresence there = registry.alive().getFirst();
    assertThat(there.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(there.workers()).isEqualTo(4);

    attendance.close();

    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void what_changes_is_told_at_once() {
    try (Attendance attendance = attendance().start()) {
      WeaveWorld.until(() -> registry.alive().size() == 1);
      busy.set(3);
      attendance.changed();
      WeaveWorld.until(() -> busyOf(registry.alive().getFirst()) == 3);
    }
  }

  @Test
  void an_outage_or_a_defect_is_waited_out() {
    trap.awayAt("WorkerRegistry.announce", 1);
    try (Attendance attendance = attendance().start()) {
      attendance.changed();
      WeaveWorld.until(() -> registry.alive().size() == 1);
    }
    trap.set(
        "WorkerRegistry.announce",
        _ -> {
          throw new IllegalStateException("for the test");
        });
    try (Attendance attendance = attendance().start()) {
      attendance.changed();
    }
    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void a_store_that_is_away_at_the_end_does_not_keep_the_process() {
    trap.awayAt("WorkerRegistry.withdraw", 1);
    Attendance attendance = attendance().start();
    attendance.close();
    attendance.changed();
    assertThat(registry.alive()).as("it runs out by itself").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void two_processes_of_one_name_are_two() {
    try (Attendance one = attendance().start();
        Attendance other = attendance().start()) {
      WeaveWorld.until(() -> registry.alive().size() == 2);
      one.changed();
      other.changed();
    }
  }
}
