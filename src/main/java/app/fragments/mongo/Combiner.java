package app.fragments.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Puts calls of the store that come at the same time together into one command, as a database puts
/// commits together: while one command is on its way, the calls that arrive wait and share the
/// next. A call that comes alone goes alone and at once.
///
/// Where a shared command fails, each of its calls is made again by itself, on its own thread: so a
/// call never fails for another's sake. It may have been carried out before, its answer lost.
///
/// @param <A> what is asked
/// @param <R> what is answered
final class Combiner<A, R> {
  /// Keeps a command small.
  private static final int MOST = 64;

  private final Function<A, R> one;
  private final Function<List<A>, List<R>> many;
  private final Function<A, R> again;
  private final Deque<Waiting<A, R>> waiting = new ArrayDeque<>();
  private boolean busy;

  /// A call that waits for its turn.
  private record Waiting<A, R>(A asked, CompletableFuture<Turn<R>> turn) {}

  /// What a waiting call is told.
  private sealed interface Turn<R> {}

  /// Its answer.
  private record Answered<R>(R answer) implements Turn<R> {}

  /// To make the next command, for itself and those that wait.
  private record Lead<R>() implements Turn<R> {}

  /// To go by itself.
  private record Alone<R>() implements Turn<R> {}

  /// For calls that may be made twice.
  ///
  /// @param one answers a single call
  /// @param many answers at least two, in their order
  Combiner(Function<A, R> one, Function<List<A>, List<R>> many) {
    this(one, many, one);
  }

  /// @param again answers a single call that may have been carried out before
  Combiner(Function<A, R> one, Function<List<A>, List<R>> many, Function<A, R> again) {
    this.one = one;
    this.many = many;
    this.again = again;
  }

  /// How many calls wait for the next command.
  synchronized int waiting() {
    return waiting.size();
  }

  R call(A asked) {
    Waiting<A, R> own = new Waiting<>(asked, new CompletableFuture<>());
    if (!startOrWait(own)) {
      return lead(own);
    }
    return switch (own.turn().join()) {
      case Answered<R>(R answer) -> answer;
      case Alone<R>() -> again.apply(asked);
      case Lead<R>() -> lead(own);
    };
  }

  /// @return whether it has to wait
  private synchronized boolean startOrWait(Waiting<A, R> own) {
    if (busy) {
      waiting.add(own);
    }
    boolean waits = busy;
    busy = true;
    return waits;
  }

  private R lead(Waiting<A, R> own) {
    List<Waiting<A, R>> others = takeOthers();
    if (others.isEmpty()) {
      try {
        return one.apply(own.asked());
      } finally {
        passOn();
      }
    }
    try {
      return share(own, others);
    } catch (RuntimeException e) {
      others.forEach(other -> other.turn().complete(new Alone<>()));
    } catch (Error e) {
      others.forEach(other -> other.turn().complete(new Alone<>()));
      throw e;
    } finally {
      passOn();
    }
    return again.apply(own.asked());
  }

  private R share(Waiting<A, R> own, List<Waiting<A, R>> others) {
    List<A> all = new ArrayList<>(others.size() + 1);
    all.add(own.asked());
    others.forEach(other -> all.add(other.asked()));
    List<R> answers = many.apply(all);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).turn().complete(new Answered<>(answers.get(i + 1)));
    }
    return answers.getFirst();
  }

  private synchronized List<Waiting<A, R>> takeOthers() {
    List<Waiting<A, R>> others = new ArrayList<>();
    while (!waiting.isEmpty() && others.size() < MOST - 1) {
      others.add(waiting.poll());
    }
    return others;
  }

  private synchronized void passOn() {
    Waiting<A, R> next = waiting.poll();
    busy = next != null;
    if (next != null) {
      next.turn().complete(new Lead<>());
    }
  }
}
