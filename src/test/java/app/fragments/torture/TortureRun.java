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

/// One torture run, from seed to verdict.
record TortureRun(String name, String store, Duration leaseTime, long seed, Path folder) {
  private static final String DATABASE = "fragments";

  /// The seed in `-Dtorture.seed`, which repeats a plan, or a new one.
  static long drawSeed() {
    return Long.getLong("torture.seed", new Random().nextInt(1_000_000));
  }

  /// Executes the plan, audits the store and publishes the table.
  Torture execute(List<Kill> plan, int survivorCount)
      throws IOException, InterruptedException, ExecutionException {
    String title = name + ": " + plan.size() + " kills, -Dtorture.seed=" + seed;
    System.out.println(title);
    long started = System.nanoTime();
    Torture torture = new Torture(store, leaseTime, folder.resolve("children.log"));
    try (torture) {
      torture.run(plan, survivorCount);
      List<String> violations = new ArrayList<>(torture.tally().violations());
      violations.addAll(Audit.of(torture.stores(), torture.ledger()));
      torture.stores().builtIn().ifPresent(server -> violations.addAll(checkFile(server)));
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      TortureTable.publish(name, TortureTable.of(title, torture, took));
      assertThat(violations).as(title).isEmpty();
    }
    return torture;
  }

  private static List<String> checkFile(EmbeddedServer server) {
    List<String> violations = new ArrayList<>(server.quickCheck());
    violations.addAll(server.indexCheck(DATABASE));
    return violations;
  }
}
