package app.fragments.worker;

import app.fragments.faults.Fault;
import app.fragments.store.mongo.TestStores;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/// Checks the invariants of the job protocol in random histories.
///
/// A history is a list of steps: submits, cancels, retries, runs, reconciliations, waits. A process
/// may have a wrong clock and may die at any store call. A run may lose the reply to any call, and
/// may be suspended at any call while other steps happen, so that runs overlap in every way.
class JobProtocolTest {
  /// The number of store calls of an undisturbed run.
  private static final int LAST_CALL = 8;

  /// The index of the call that completes a job, in an undisturbed run.
  private static final int COMPLETING = 4;

  private static final int DAY = 24 * 3_600;

  private static final TestStores STORE = TestStores.builtIn();

  private static final Logger LOG = Logger.getLogger("app.fragments.worker");

  @BeforeContainer
  static void openTheStore() throws IOException {
    LOG.setLevel(Level.OFF);
    STORE.open();
  }

  @AfterContainer
  static void closeTheStore() throws IOException {
    LOG.setLevel(null);
    STORE.close();
  }

  @Provide
  Arbitrary<List<HistoryStep>> histories() {
    Arbitrary<Integer> death =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.integers().between(0, LAST_CALL)),
            Tuple.of(2, Arbitraries.just(Integer.MAX_VALUE)));
    Arbitrary<Integer> clockOff =
        Arbitraries.frequency(
            Tuple.of(8, 0), Tuple.of(1, 3_600), Tuple.of(1, -3_600), Tuple.of(1, 20));
    Arbitrary<HistoryStep.ProcessFaults> faults =
        Combinators.combine(death, clockOff).as(HistoryStep.ProcessFaults::new);
    Arbitrary<HistoryStep.ProcessFaults> brief =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(6, Integer.MAX_VALUE), Tuple.of(1, 0), Tuple.of(3, 1), Tuple.of(1, 2)),
                clockOff)
            .as(HistoryStep.ProcessFaults::new);
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 5);
    Arbitrary<HistoryStep> submit =
        Combinators.combine(
                Arbitraries.integers().between(0, RandomHistory.ENTRIES - 1),
                Arbitraries.integers().between(0, 2),
                Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 60), Tuple.of(1, 3_600)),
                brief)
            .as(HistoryStep.Submit::new);
    Arbitrary<HistoryStep> cancel = Combinators.combine(any, brief).as(HistoryStep.Cancel::new);
    Arbitrary<HistoryStep> retry = Combinators.combine(any, brief).as(HistoryStep.Retry::new);
    Arbitrary<HistoryStep> run =
        Combinators.combine(
                Arbitraries.integers().between(0, LAST_CALL),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 3 * LAST_CALL),
                Arbitraries.frequency(
                    Tuple.of(6, HistoryStep.Answer.GOOD),
                    Tuple.of(4, HistoryStep.Answer.FAILS),
                    Tuple.of(1, HistoryStep.Answer.STOPPED),
                    Tuple.of(1, HistoryStep.Answer.DRAINED)),
                faults)
            .as(HistoryStep.Run::new);
    Arbitrary<HistoryStep> heartbeat =
        Arbitraries.integers().between(0, 7).map(HistoryStep.Heartbeat::new);
    Arbitrary<HistoryStep> reconcile = faults.map(HistoryStep.Reconcile::new);
    Arbitrary<HistoryStep> wait =
        Arbitraries.frequency(
                Tuple.of(4, 1),
                Tuple.of(4, 11),
                Tuple.of(6, 31),
                Tuple.of(4, 600),
                Tuple.of(1, 31 * DAY),
                Tuple.of(1, 91 * DAY))
            .map(HistoryStep.Wait::new);
    Arbitrary<List<HistoryStep>> takenOver =
        Combinators.combine(
                submit,
                Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.integers().between(1, LAST_CALL)),
                    Tuple.of(1, Arbitraries.just(COMPLETING))),
                run)
            .as(
                (before, at, other) ->
                    List.of(before, pausedAt(at), new HistoryStep.Wait(31), other));
    return Arbitraries.frequencyOf(
            Tuple.of(4, submit.map(List::of)),
            Tuple.of(2, cancel.map(List::of)),
            Tuple.of(1, retry.map(List::of)),
            Tuple.of(8, run.map(List::of)),
            Tuple.of(5, takenOver),
            Tuple.of(2, heartbeat.map(List::of)),
            Tuple.of(2, reconcile.map(List::of)),
            Tuple.of(5, wait.map(List::of)))
        .list()
        .ofMinSize(3)
        .ofMaxSize(20)
        .map(groups -> groups.stream().flatMap(List::stream).toList());
  }

  /// A run that is suspended before this call for two steps, in which its lease expires.
  private static HistoryStep pausedAt(int call) {
    return new HistoryStep.Run(
        call, 2, Integer.MAX_VALUE, HistoryStep.Answer.GOOD, HistoryStep.ProcessFaults.NONE);
  }

  @Property(tries = 1_500)
  @Fault({3, 5, 6, 10, 25, 32})
  void no_history_breaks_an_invariant(@ForAll("histories") List<HistoryStep> history) {
    WorkerFixture world = new WorkerFixture();
    RandomHistory played = play(new RandomHistory(world, StoreFixture.of(world), history));
    Statistics.label("a late result was refused").collect(played.refused() > 0);
    Statistics.label("a worker took over a job").collect(played.sawRecovery());
    // histories without these would prove little
    Statistics.label("a late result was refused")
        .coverage(seen -> seen.check(true).percentage(share -> share >= 12));
    Statistics.label("a worker took over a job")
        .coverage(seen -> seen.check(true).percentage(share -> share >= 30));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @Fault({3, 5, 6, 10, 25, 32})
  void no_history_breaks_an_invariant_on_the_built_in_store(
      @ForAll("histories") List<HistoryStep> history) {
    WorkerFixture world = new WorkerFixture();
    play(new RandomHistory(world, new BuiltInStoreFixture(STORE, world.entries), history));
  }

  private static RandomHistory play(RandomHistory history) {
    history.play();
    history.finishAllJobs();
    return history;
  }
}
