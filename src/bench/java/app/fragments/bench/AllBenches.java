package app.fragments.bench;

import java.util.logging.LogManager;

/// Runs all benchmarks and writes `target/bench/*.json` and `docs/benchmarks.md`.
final class AllBenches {
  private AllBenches() {}

  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // print only the table
    System.out.println("\nStore");
    StoreBench.main(args);
    System.out.println("\nSearch");
    SearchBench.main(args);
    System.out.println("\nEditor");
    EditorBench.run(); // before the window, which ends JavaFX
    System.out.println("\nWindow");
    WindowBench.main(args);
    System.out.println("\nQueue");
    QueueBench.main(args);
    System.out.println("\nInstalled");
    InstalledBench.main(args);
    BenchmarksPage.update();
    System.exit(0);
  }
}
