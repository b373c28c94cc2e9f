package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every draft that the store does not have yet, and the way there: one save a fragment at a time,
/// the newest words last, tried again until it succeeds. Until then they are in the recovery folder
/// too. On the FX thread.
final class SaveQueue {
  /// At most this long after the first key, typed words are in the recovery folder.
  private static final Duration RECOVERY_DELAY = Duration.seconds(1);

  private static final Duration RETRY_DELAY = Duration.seconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(SaveQueue.class);

  /// Hears how saves end.
  interface Listener {
    /// @param submitted what was given to the store
    /// @param outcome what came of it
    void saved(Draft submitted, DraftSaver.Outcome outcome);

    /// The store did not take it now; it will be tried again.
    void postponed(EntryId id);
  }

  private final UiContext context;
  private final DraftSaver saver;
  private final RecoveryFolder recovery;
  private final Listener listener;
  private final Map<EntryId, Draft> unsaved = new LinkedHashMap<>();
  private final Map<EntryId, Draft> inFlight = new HashMap<>();
  private final List<SaveBarrier> barriers = new ArrayList<>();
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
  private final PauseTransition recoveryPause = new PauseTransition(RECOVERY_DELAY);
  private final PauseTransition retryPause = new PauseTransition(RETRY_DELAY);
  private final CoalescingTask<Set<EntryId>> recoverySync;
  private final ReadOnlyBooleanWrapper allSaved = new ReadOnlyBooleanWrapper(true);

  /// The fragments of which the recovery folder may have a file.
  private Set<EntryId> kept = Set.of();

  SaveQueue(UiContext context, DraftSaver saver, RecoveryFolder recovery, Listener listener) {
    this.context = context;
    this.saver = saver;
    this.recovery = recovery;
    this.listener = listener;
    recoverySync =
        new CoalescingTask<>(
            context.background(),
            this::syncWork,
            this::synced,
            e -> LOG.error("Unsaved words cannot be kept in the recovery folder", e));
    recoveryPause.setOnFinished(e -> recoverySync.refresh());
    retryPause.setOnFinished(e -> saveAll());
    context
        .health()
        .state()
        .addListener(
            (o, old, now) -> {
              if (now == StoreHealth.State.READY) {
                saveAll();
              }
            });
  }

  /// How many fragments have words that the store does not have.
  ReadOnlyIntegerProperty open() {
    return open.getReadOnlyProperty();
  }

  /// Whether the store has every word, and nothing is left of them in the recovery folder: what
  /// stays there comes back at the next start.
  ReadOnlyBooleanProperty allSaved() {
    return allSaved.getReadOnlyProperty();
  }

  /// The user's state of a fragment that is not saved yet.
  Optional<Draft> find(EntryId id) {
    return Optional.ofNullable(unsaved.get(id));
  }

  /// Takes note of words that will be saved soon, so that a kill does not lose them.
  void note(Draft draft) {
    EntryId id = draft.mine().id();
    if (draft.isDirty() || inFlight.containsKey(id)) {
      unsaved.put(id, draft);
    } else {
      unsaved.remove(id);
    }
    count();
    if (recoveryPause.getStatus() != Animation.Status.RUNNING) {
      recoveryPause.playFromStart();
    }
  }

  /// Saves what was noted of a fragment, now.
  void save(EntryId id) {
    Draft draft = unsaved.get(id);
    if (draft == null || inFlight.containsKey(id)) {
      return;
    }
    inFlight.put(id, draft);
    context
        .background()
        .run(() -> saver.save(draft), outcome -> saved(draft, outcome), e -> failed(draft, e));
  }

  /// Saves what was noted of some fragments, now.
  ///
  /// @param onDone hears once, within seconds, whether the store has it
  void save(Collection<EntryId> ids, Consumer<Boolean> onDone) {
    Map<EntryId, Integer> savesNeeded = new HashMap<>();
    ids.stream()
        .filter(unsaved::containsKey)
        .forEach(id -> savesNeeded.put(id, inFlight.containsKey(id) ? 2 : 1));
    SaveBarrier barrier = new SaveBarrier(savesNeeded, onDone);
    barriers.add(barrier);
    savesNeeded.keySet().forEach(this::save);
    barrier.begin();
    barriers.removeIf(SaveBarrier::isDone);
  }

  void saveAll() {
    List.copyOf(unsaved.keySet()).forEach(this::save);
  }

  boolean isSaving(EntryId id) {
    return inFlight.containsKey(id);
  }

  private void saved(Draft submitted, DraftSaver.Outcome outcome) {
    EntryId id = submitted.mine().id();
    inFlight.remove(id);
    @Nullable Draft newest = unsaved.get(id);
    if (newest != null) {
      Draft left = rebase(newest, submitted.mine(), outcome.saved());
      if (left.isDirty()) {
        unsaved.put(id, left);
      } else {
        unsaved.remove(id);
      }
    }
    recoverySync.refresh();
    count();
    listener.saved(submitted, outcome);
    List.copyOf(barriers).forEach(barrier -> barrier.saved(id, unsaved.containsKey(id)));
    barriers.removeIf(SaveBarrier::isDone);
    if (barriers.stream().anyMatch(barrier -> barrier.isFor(id))) {
      save(id);
    }
    // last: where that ends an outage, all drafts are saved at once, and this one has to be right
    context.health().answered();
  }

  /// A state written on top of what was submitted, on top of what the store made of that.
  static Draft rebase(Draft newest, Entry submitted, Entry saved) {
    ThreeWayMerge merge =
        ThreeWayMerge.of(new Draft(submitted, newest.mine()), saved, title -> title);
    return new Draft(saved, merge.merged());
  }

  private void failed(Draft draft, Exception failure) {
    inFlight.remove(draft.mine().id());
    if (!context.health().failed(failure)) {
      LOG.warn("A fragment was not saved, trying again", failure);
    }
    recoverySync.refresh();
    retryPause.playFromStart();
    listener.postponed(draft.mine().id());
    List.copyOf(barriers).forEach(barrier -> barrier.postponed(draft.mine().id()));
    barriers.removeIf(SaveBarrier::isDone);
  }

  private void count() {
    open.set(unsaved.size());
    allSaved.set(unsaved.isEmpty() && kept.isEmpty());
  }

  private Callable<Set<EntryId>> syncWork() {
    Map<EntryId, Draft> wanted = Map.copyOf(unsaved);
    Set<EntryId> either = new HashSet<>(kept);
    either.addAll(wanted.keySet());
    kept = either;
    return () -> {
      recovery.sync(wanted);
      return wanted.keySet();
    };
  }

  private void synced(Set<EntryId> now) {
    kept = now;
    count();
  }
}
