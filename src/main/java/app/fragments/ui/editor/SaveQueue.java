package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.CoalescingTask;
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

/// Saves drafts in the background: one save per fragment at a time, the newest text last, until the
/// store has everything. Meanwhile the recovery folder has it. During an outage it waits for the
/// store; other failures are retried with backoff. On the FX thread.
final class SaveQueue {
  /// The longest that typed text is only in memory.
  private static final Duration RECOVERY_DELAY = Duration.seconds(1);

  private static final Duration FIRST_RETRY = Duration.seconds(5);
  private static final int MAX_BACKOFF = 16;
  private static final Logger LOG = LoggerFactory.getLogger(SaveQueue.class);

  interface Listener {
    /// @param submitted the draft that was saved
    void saved(Draft submitted, DraftSaver.Outcome outcome);

    /// The save failed and will be retried.
    void postponed(EntryId id);
  }

  private final UiContext context;
  private final DraftSaver saver;
  private final RecoveryFolder recovery;
  private final Listener listener;
  private final Map<EntryId, Draft> unsaved = new LinkedHashMap<>();
  private final Set<EntryId> saving = new HashSet<>();
  private final List<SaveBarrier> barriers = new ArrayList<>();
  private final ReadOnlyIntegerWrapper unsavedCount = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper allSaved = new ReadOnlyBooleanWrapper(true);
  private final PauseTransition recoveryPause = new PauseTransition(RECOVERY_DELAY);
  final PauseTransition retryPause = new PauseTransition();
  private final Duration firstRetry;
  private final CoalescingTask<Set<EntryId>> recoverySync;
  private int backoff = 1;

  /// The fragments that may have a file in the recovery folder.
  private Set<EntryId> inRecovery = Set.of();

  SaveQueue(UiContext context, DraftSaver saver, RecoveryFolder recovery, Listener listener) {
    this(context, saver, recovery, listener, FIRST_RETRY);
  }

  SaveQueue(
      UiContext context,
      DraftSaver saver,
      RecoveryFolder recovery,
      Listener listener,
      Duration firstRetry) {
    this.context = context;
    this.saver = saver;
    this.recovery = recovery;
    this.listener = listener;
    this.firstRetry = firstRetry;
    recoverySync =
        new CoalescingTask<>(
            context.background(),
            this::syncWork,
            this::synced,
            e -> LOG.error("Cannot write unsaved drafts to the recovery folder", e));
    recoveryPause.setOnFinished(e -> recoverySync.refresh());
    retryPause.setOnFinished(e -> saveAll());
    context.health().onReady(this::saveAll);
  }

  /// How many fragments have unsaved changes.
  ReadOnlyIntegerProperty unsavedCount() {
    return unsavedCount.getReadOnlyProperty();
  }

  /// Whether the store has everything and the recovery folder nothing that the next start would
  /// restore.
  ReadOnlyBooleanProperty allSaved() {
    return allSaved.getReadOnlyProperty();
  }

  Optional<Draft> find(EntryId id) {
    return Optional.ofNullable(unsaved.get(id));
  }

  boolean isSaving(EntryId id) {
    return saving.contains(id);
  }

  /// Accepts a draft to be saved by a later call of [#save], and writes it to the recovery folder
  /// soon.
  void put(Draft draft) {
    EntryId id = draft.mine().id();
    if (draft.isDirty() || isSaving(id)) {
      unsaved.put(id, draft);
    } else {
      unsaved.remove(id);
    }
    updateCounts();
    if (recoveryPause.getStatus() != Animation.Status.RUNNING) {
      recoveryPause.playFromStart();
    }
  }

  void saveAll() {
    List.copyOf(unsaved.keySet()).forEach(this::save);
  }

  /// Saves the draft of a fragment now, unless one is being saved.
  void save(EntryId id) {
    Draft draft = unsaved.get(id);
    if (draft != null && saving.add(id)) {
      context
          .background()
          .run(() -> saver.save(draft), outcome -> saved(draft, outcome), e -> failed(id, e));
    }
  }

  /// Saves the drafts of some fragments now.
  ///
  /// @param onDone called once, within seconds, with whether the store has them
  void save(Collection<EntryId> ids, Consumer<Boolean> onDone) {
    Map<EntryId, Integer> savesNeeded = new HashMap<>();
    ids.stream()
        .filter(unsaved::containsKey)
        .forEach(id -> savesNeeded.put(id, isSaving(id) ? 2 : 1));
    SaveBarrier barrier = new SaveBarrier(savesNeeded, onDone);
    barriers.add(barrier);
    savesNeeded.keySet().forEach(this::save);
    barrier.start();
    barriers.removeIf(SaveBarrier::isDone);
  }

  private void saved(Draft submitted, DraftSaver.Outcome outcome) {
    EntryId id = submitted.mine().id();
    saving.remove(id);
    backoff = 1;
    @Nullable Draft newest = unsaved.remove(id);
    if (newest != null) {
      Draft rest = newest.rebase(submitted.mine(), outcome.saved());
      if (rest.isDirty()) {
        unsaved.put(id, rest);
      }
    }
    recoverySync.refresh();
    updateCounts();
    listener.saved(submitted, outcome);
    List.copyOf(barriers).forEach(barrier -> barrier.saved(id, unsaved.containsKey(id)));
    barriers.removeIf(SaveBarrier::isDone);
    if (barriers.stream().anyMatch(barrier -> barrier.isWaitingFor(id))) {
      save(id);
    }
    // last: if this ends an outage, it saves all drafts at once, and this one must be up to date
    context.health().answered();
  }

  private void failed(EntryId id, Exception failure) {
    saving.remove(id);
    if (!context.health().failed(failure)) {
      LOG.warn("Cannot save a fragment, trying again", failure);
      retryPause.setDuration(firstRetry.multiply(backoff));
      retryPause.playFromStart();
      backoff = Math.min(2 * backoff, MAX_BACKOFF);
    }
    recoverySync.refresh();
    listener.postponed(id);
    List.copyOf(barriers).forEach(barrier -> barrier.failed(id));
    barriers.removeIf(SaveBarrier::isDone);
  }

  private void updateCounts() {
    unsavedCount.set(unsaved.size());
    allSaved.set(unsaved.isEmpty() && inRecovery.isEmpty());
  }

  private Callable<Set<EntryId>> syncWork() {
    Map<EntryId, Draft> drafts = Map.copyOf(unsaved);
    Set<EntryId> either = new HashSet<>(inRecovery);
    either.addAll(drafts.keySet());
    inRecovery = either;
    return () -> {
      recovery.sync(drafts);
      return drafts.keySet();
    };
  }

  private void synced(Set<EntryId> drafts) {
    inRecovery = drafts;
    updateCounts();
  }
}
