package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.SettableStoreClock;
import app.fragments.job.WorkerRegistry;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerRegistrationTest {
  private final WorkerRegistry registry = new InMemoryWorkerRegistry(new SettableStoreClock());
  private final FaultTrap trap = new FaultTrap();
  private final AtomicInteger busy = new AtomicInteger();

  private WorkerRegistration registration() {
    WorkerRegistration registration =
        new WorkerRegistration(
            RegisteredWorker.Kind.WORK,
            HostName.of(new Environment(Map.of("HOSTNAME", "host"))),
            () -> trap.wrap(WorkerRegistry.class, registry));
    registration.start(() -> 4, busy::get);
    return registration;
  }

  @Test
  void a_process_is_registered_from_start_to_close() {
    WorkerRegistration registration = registration();
    WorkerFixture.until(() -> registry.alive().size() == 1);
    RegisteredWorker registered = registry.alive().getFirst();
    assertThat(registered.host()).isEqualTo("host");
    assertThat(registered.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(registered.workers()).isEqualTo(4);

    registration.close();

    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void a_worker_is_named_after_its_process_and_host() {
    try (WorkerRegistration registration = registration()) {
      assertThat(registration.workerName(3))
          .isEqualTo("work-" + ProcessHandle.current().pid() + "-3@host");
    }
  }

  @Test
  void a_change_is_announced_before_the_next_interval() {
    try (WorkerRegistration registration = registration()) {
      WorkerFixture.until(() -> registry.alive().size() == 1);
      busy.set(3);
      registration.changed();
      WorkerFixture.until(() -> registry.alive().getFirst().busy() == 3);
    }
  }

  @Test
  void an_outage_or_an_unexpected_error_only_delays_the_registration() {
    trap.unavailableAt("WorkerRegistry.announce", 1);
    try (WorkerRegistration registration = registration()) {
      registration.changed();
      WorkerFixture.until(() -> registry.alive().size() == 1);
    }
    AtomicInteger attempts = new AtomicInteger();
    trap.set(
        "WorkerRegistry.announce",
        _ -> {
          attempts.incrementAndGet();
          throw new IllegalStateException("for the test");
        });
    try (WorkerRegistration registration = registration()) {
      WorkerFixture.until(() -> attempts.get() == 1);
      registration.changed();
      WorkerFixture.until(() -> attempts.get() == 2);
    }
    assertThat(registry.alive()).isEmpty();
  }

  @Test
  void an_outage_does_not_keep_the_process_from_exiting() {
    trap.unavailableAt("WorkerRegistry.withdraw", 1);
    WorkerRegistration registration = registration();
    registration.close();
    registration.changed();
    assertThat(registry.alive()).as("expires").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void two_processes_on_one_host_are_registered_separately() {
    try (WorkerRegistration one = registration();
        WorkerRegistration other = registration()) {
      WorkerFixture.until(() -> registry.alive().size() == 2);
      one.changed();
      other.changed();
    }
  }
}
