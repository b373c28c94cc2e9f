package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.SettableStoreClock;
import app.fragments.job.WorkerRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerRegistrationTest {
  private final WorkerRegistry registry = new InMemoryWorkerRegistry(new SettableStoreClock());
  private final FaultTrap trap = new FaultTrap();
  private final AtomicInteger busy = new AtomicInteger();

  private WorkerRegistration attendance() {
    return new WorkerRegistration(
        RegisteredWorker.Kind.WORK,
        "host",
        () -> trap.over(WorkerRegistry.class, registry),
        () -> 4,
        busy::get);
  }

  private static int busyOf(RegisteredWorker presence) {
    return presence.busy();
  }

  @Test
  void a_process_is_there_from_its_start_to_its_end() {
    WorkerRegistration attendance = attendance().start();
    WeaveWorld.until(() -> registry.alive().size() == 1);
    RegisteredWorker there = registry.alive().getFirst();
    assertThat(there.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(there.workers()).isEqualTo(4);

    attendance.close();

    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void what_changes_is_told_at_once() {
    try (WorkerRegistration attendance = attendance().start()) {
      WeaveWorld.until(() -> registry.alive().size() == 1);
      busy.set(3);
      attendance.changed();
      WeaveWorld.until(() -> busyOf(registry.alive().getFirst()) == 3);
    }
  }

  @Test
  void an_outage_or_a_defect_is_waited_out() {
    trap.awayAt("WorkerRegistry.announce", 1);
    try (WorkerRegistration attendance = attendance().start()) {
      attendance.changed();
      WeaveWorld.until(() -> registry.alive().size() == 1);
    }
    trap.set(
        "WorkerRegistry.announce",
        _ -> {
          throw new IllegalStateException("for the test");
        });
    try (WorkerRegistration attendance = attendance().start()) {
      attendance.changed();
    }
    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void a_store_that_is_away_at_the_end_does_not_keep_the_process() {
    trap.awayAt("WorkerRegistry.withdraw", 1);
    WorkerRegistration attendance = attendance().start();
    attendance.close();
    attendance.changed();
    assertThat(registry.alive()).as("it runs out by itself").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void two_processes_of_one_name_are_two() {
    try (WorkerRegistration one = attendance().start();
        WorkerRegistration other = attendance().start()) {
      WeaveWorld.until(() -> registry.alive().size() == 2);
      one.changed();
      other.changed();
    }
  }
}
