package app.fragments.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Kills worker processes on one store at every point of the protocol and at random moments, then
/// checks that every job and report is accounted for.
@Fault({1, 2, 20, 32})
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such signals")
class KilledWorkersIT {
  private static final Duration SHORT_LEASE = Duration.ofSeconds(4);
  private static final int EACH_KIND_ONCE = 20;

  @TempDir Path folder;

  @Test
  void no_job_is_lost_or_completed_twice_when_workers_are_killed() throws Exception {
    torture("killed-workers-short", builtIn(), EACH_KIND_ONCE);
  }

  @Test
  @Tag("torture")
  void no_job_is_lost_or_completed_twice_after_hundreds_of_kills() throws Exception {
    torture("killed-workers", builtIn(), Integer.getInteger("torture.kills", 500));
  }

  @Test
  @Tag("torture")
  @EnabledIfEnvironmentVariable(named = RemoteDatabase.URI_VARIABLE, matches = ".+")
  void no_job_is_lost_or_completed_twice_on_a_remote_server() throws Exception {
    try (RemoteDatabase database = RemoteDatabase.fresh()) {
      torture(
          "killed-workers-remote", database.uri(), Integer.getInteger("torture.remoteKills", 60));
    }
  }

  private void torture(String name, String store, int kills) throws Exception {
    long seed = TortureRun.drawSeed();
    Torture torture =
        new TortureRun(name, store, SHORT_LEASE, seed, folder).execute(Kill.plan(seed, kills), 0);
    assertThat(torture.tally().kills()).isEqualTo(kills);
  }

  private String builtIn() {
    return folder.resolve("home").toString();
  }
}
