package app.fragments.weave;

import app.fragments.weave.History.Deed;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/// Section 4's promises under whatever order things happen in.
///
/// A history is a list of deeds: submits, cancels, runs of workers, sweeps, the passing of time. A
/// run may die at any call to the stores, lose the answer of any call, and at any call other deeds
/// of the history happen in between, so that runs overlap in every way: another worker claims,
/// works and ends inside the pause of the first.
class JobProtocolTest {
  /// A run that meets no trouble calls the stores about as often.
  private static final int LAST_CALL = 10;

  private static final Logger LOG = Logger.getLogger("app.fragments.weave");

  @BeforeContainer
  static void silence() {
    LOG.setLevel(Level.OFF);
  }

  @AfterContainer
  static void speakAgain() {
    LOG.setLevel(null);
  }

  @Provide
  Arbitrary<List<Deed>> histories() {
    Arbitrary<Integer> death =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.integers().between(0, LAST_CALL)),
            Tuple.of(2, Arbitraries.just(Integer.MAX_VALUE)));
    Arbitrary<Deed> submit =
        Combinators.combine(
                Arbitraries.integers().between(0, History.ENTRIES - 1), Arbitraries.of(true, false))
            .as(Deed.Submit::new);
    Arbitrary<Deed> cancel = Arbitraries.integers().between(0, 5).map(Deed.Cancel::new);
    Arbitrary<Deed> run =
        Combinators.combine(
                death,
                Arbitraries.integers().between(0, LAST_CALL),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 3 * LAST_CALL),
                Arbitraries.of(true, false, false))
            .as(Deed.Run::new);
    Arbitrary<Deed> sweep = death.map(Deed.Sweep::new);
    Arbitrary<Deed> pass = Arbitraries.of(1, 11, 31, 600).map(Deed.Wait::new);
    Arbitrary<List<Deed>> overtaken =
        Combinators.combine(submit, Arbitraries.integers().between(1, LAST_CALL), run)
            .as((before, at, other) -> List.of(before, pausedAt(at), new Deed.Wait(31), other));
    return Arbitraries.frequencyOf(
            Tuple.of(4, submit.map(List::of)),
            Tuple.of(2, cancel.map(List::of)),
            Tuple.of(8, run.map(List::of)),
            Tuple.of(3, overtaken),
            Tuple.of(2, sweep.map(List::of)),
            Tuple.of(5, pass.map(List::of)))
        .list()
        .ofMinSize(3)
        .ofMaxSize(20)
        .map(scenes -> scenes.stream().flatMap(List::stream).toList());
  }

  /// A run that stands still before this call while two more deeds happen, and then goes on.
  private static Deed pausedAt(int call) {
    return new Deed.Run(Integer.MAX_VALUE, call, 2, Integer.MAX_VALUE, false);
  }

  @Property(tries = 1_500)
  void whatever_happens_no_promise_is_broken(@ForAll("histories") List<Deed> history) {
    History played = new History(history);
    played.play();
    played.letItAllEnd();
    Statistics.label("a result came too late").collect(played.refused() > 0);
    Statistics.label("a worker took over").collect(played.sawRescue());
    // or the histories would be too tame to show anything
    Statistics.label("a result came too late")
        .coverage(seen -> seen.check(true).percentage(share -> share >= 3));
    Statistics.label("a worker took over")
        .coverage(seen -> seen.check(true).percentage(share -> share >= 10));
  }
}
