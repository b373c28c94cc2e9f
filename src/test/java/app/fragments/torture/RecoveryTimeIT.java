package app.fragments.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.JobQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Measures how long a job waits after its worker is killed, with the default lease.
@Tag("torture")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such signals")
class RecoveryTimeIT {
  private static final int KILLS = 20;
  private static final int SURVIVORS = 2;
  private static final Duration MAX_RECOVERY_TIME = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void another_worker_claims_a_killed_workers_job_within_30_seconds() throws Exception {
    long seed = TortureRun.drawSeed();
    Random random = new Random(seed);
    List<KillPoint> points =
        List.of(KillPoint.CLAIMED, KillPoint.DURING_CALL, KillPoint.ANSWERED, KillPoint.RAW_STORED);
    List<Kill> plan =
        IntStream.range(0, KILLS)
            .mapToObj(i -> Kill.at(points.get(i % points.size()), 1 + random.nextInt(3)))
            .toList();
    Torture torture =
        new TortureRun(
                "recovery-time", folder.resolve("home").toString(), JobQueue.LEASE, seed, folder)
            .execute(plan, SURVIVORS);
    List<Duration> recoveries = torture.ledger().recoveries();
    assertThat(recoveries)
        .hasSizeGreaterThanOrEqualTo(KILLS)
        .allMatch(time -> time.compareTo(MAX_RECOVERY_TIME) <= 0);
  }
}
