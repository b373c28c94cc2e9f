package app.fragments.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.store.mongo.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/// One torture run, from its seed to its verdict.
record TortureRun(String name, String store, Duration leaseTime, long seed, Path folder) {
  private static final String DATABASE = "fragments";

  /// The seed in `-Dtorture.seed`, which repeats a plan, or else a new one.
  static long drawSeed() {
    return Long.getLong("torture.seed", new Random().nextInt(1_000_000));
  }

  /// Carries out the plan, publishes the table and audits the store.
  Torture carryOut(List<Kill> plan, int bystanders)
      throws IOException, InterruptedException, ExecutionException {
    String title = name + ": " + plan.size() + " kills, -Dtorture.seed=" + seed;
    System.out.println(title);
    long started = System.nanoTime();
    Torture torture = new Torture(store, leaseTime, folder.resolve("children.log"));
    try (torture) {
      torture.run(plan, bystanders);
      List<String> findings = new ArrayList<>(torture.tally().findings());
      findings.addAll(Audit.of(torture.stores(), torture.ledger()));
      torture.stores().builtIn().ifPresent(server -> findings.addAll(checkFile(server)));
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      TortureTable.publish(name, TortureTable.of(title, torture, took));
      assertThat(findings).as(title).isEmpty();
    }
    return torture;
  }

  private static List<String> checkFile(EmbeddedServer server) {
    List<String> findings = new ArrayList<>(server.quickCheck());
    findings.addAll(server.indexCheck(DATABASE));
    return findings;
  }
}
