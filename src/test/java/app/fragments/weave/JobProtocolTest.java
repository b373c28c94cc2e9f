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

/// Section 4's promises under whatever order things happen in.
///
/// A history is a list of deeds: submits, cancels, runs of workers, sweeps, the passing of time. A
/// run may die at any call to the stores, lose the answer of any call, and at any call other deeds
/// of the history happen in between, so that runs overlap in every way: another worker claims,
/// works and ends inside the pause of the first.
class JobProtocolTest {
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
            Tuple.of(2, Arbitraries.integers().between(0, 12)),
            Tuple.of(1, Arbitraries.just(Integer.MAX_VALUE)));
    Arbitrary<Deed> submit =
        Combinators.combine(
                Arbitraries.integers().between(0, History.ENTRIES - 1), Arbitraries.of(true, false))
            .as(Deed.Submit::new);
    Arbitrary<Deed> cancel = Arbitraries.integers().between(0, 5).map(Deed.Cancel::new);
    Arbitrary<Deed> run =
        Combinators.combine(
                death,
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 20),
                Arbitraries.of(true, false, false))
            .as(Deed.Run::new);
    Arbitrary<Deed> sweep = death.map(Deed.Sweep::new);
    Arbitrary<Deed> pass = Arbitraries.of(1, 11, 31, 600).map(Deed.Wait::new);
    return Arbitraries.frequencyOf(
            Tuple.of(3, submit),
            Tuple.of(1, cancel),
            Tuple.of(5, run),
            Tuple.of(1, sweep),
            Tuple.of(3, pass))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property(tries = 1_500)
  void whatever_happens_no_promise_is_broken(@ForAll("histories") List<Deed> history) {
    History played = new History(history);
    played.play();
    played.letItAllEnd();
  }
}
