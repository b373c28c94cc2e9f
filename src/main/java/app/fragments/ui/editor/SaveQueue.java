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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Duration;

/// Saves drafts in the background: one save per fragment at a time, the newest text last, until the
/// store has everything. Meanwhile the recovery folder has it. During an outage it waits for the
/// store; other failures are retried with backoff. On the FX thread.
final class SaveQueue {
  static final Duration FIRST_RETRY = Duration.seconds(5);

  /// The longest that typed text is only in memory.
  private static final Duration RECOVERY_DELAY = Duration.seconds(1);

  private static final int MAX_BACKOFF = 16;

  final IntegerProperty unsavedCount = new SimpleIntegerProperty();

  /// Whether the store has everything and the recovery folder nothing that the next start would
  /// restore.
  final BooleanProperty allSaved = new SimpleBooleanProperty(true);

  /// Whether unsaved text is only in memory, because the recovery folder cannot be written.
  final BooleanProperty atRisk = new SimpleBooleanProperty();

  final PauseTransition retryPause = new PauseTransition();
  private final UiContext context;
  private final DraftSaver saver;
  private final RecoveryFolder recovery;
  private final Duration firstRetry;
  private final BiConsumer<Draft, DraftSaver.Outcome> onSaved;
  private final Consumer<EntryId> onPostponed;
  private final Map<EntryId, Draft> unsaved = new LinkedHashMap<>();
  private final Set<EntryId> saving = new HashSet<>();

  /// What was sent of each fragment since the last answer.
  private final Map<EntryId, Set<String>> unanswered = new HashMap<>();

  private final List<SaveBarrier> barriers = new ArrayList<>();
  private final PauseTransition recoveryPause = new PauseTransition(RECOVERY_DELAY);
  private final CoalescingTask<Set<EntryId>> recoverySync;
  private int backoff = 1;
  private boolean recoveryFailed;

  /// The fragments that may have a file in the recovery folder.
  private Set<EntryId> inRecovery = Set.of();

  /// @param onSaved called with the draft that was saved
  /// @param onPostponed called when a save failed and will be retried
  SaveQueue(
      UiContext context,
      DraftSaver saver,
      RecoveryFolder recovery,
      Duration firstRetry,
      BiConsumer<Draft, DraftSaver.Outcome> onSaved,
      Consumer<EntryId> onPostponed) {
    this.context = context;
    this.saver = saver;
    this.recovery = recovery;
    this.firstRetry = firstRetry;
    this.onSaved = onSaved;
    this.onPostponed = onPostponed;
    recoverySync =
        new CoalescingTask<>(context.background(), this::syncWork, this::synced, this::syncFailed);
    recoveryPause.setOnFinished(e -> recoverySync.refresh());
    retryPause.setOnFinished(e -> saveAll());
    context.health().onReady(this::saveAll);
  }

  Optional<Draft> find(EntryId id) {
    return Optional.ofNullable(unsaved.get(id));
  }

  boolean isSaving(EntryId id) {
    return saving.contains(id);
  }

  /// Accepts a draft for a later [#save], and soon writes it to the recovery folder.
  void put(Draft draft) {
    EntryId id = draft.mine().id();
    if (draft.isDirty() || isSaving(id)) {
      unsaved.put(id, draft.withUnanswered(unanswered.getOrDefault(id, draft.unanswered())));
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
      unanswered
          .computeIfAbsent(id, key -> new HashSet<>(draft.unanswered()))
          .addAll(Draft.Sent.of(draft.mine()).both());
      unsaved.put(id, draft.withUnanswered(unanswered.get(id)));
      context.run(() -> saver.save(draft), outcome -> saved(draft, outcome), e -> failed(id, e));
    }
  }

  /// @param onDone called once, within seconds, with whether the store has them
  void save(Collection<EntryId> ids, Consumer<Boolean> onDone) {
    Map<EntryId, Integer> savesNeeded = new HashMap<>();
    for (EntryId id : ids) {
      if (unsaved.containsKey(id)) {
        savesNeeded.put(id, isSaving(id) ? 2 : 1);
      }
    }
    SaveBarrier barrier = new SaveBarrier(savesNeeded, onDone);
    barriers.add(barrier);
    savesNeeded.keySet().forEach(this::save);
    barrier.start();
    barriers.removeIf(SaveBarrier::isDone);
  }

  private void saved(Draft submitted, DraftSaver.Outcome outcome) {
    EntryId id = submitted.mine().id();
    saving.remove(id);
    unanswered.remove(id);
    backoff = 1;
    unsaved.computeIfPresent(
        id,
        (key, newest) -> {
          Draft rest = newest.rebase(submitted.mine(), outcome.saved());
          return rest.isDirty() ? rest : null;
        });
    recoverySync.refresh();
    updateCounts();
    onSaved.accept(submitted, outcome);
    updateBarriers(barrier -> barrier.saved(id, unsaved.containsKey(id)));
    if (barriers.stream().anyMatch(barrier -> barrier.isWaitingFor(id))) {
      save(id);
    }
    // last: if this ends an outage, it saves all drafts at once, and this one must be up to date
    context.health().answered();
  }

  private void failed(EntryId id, Exception failure) {
    saving.remove(id);
    if (!context.failed(failure, "Cannot save a fragment, trying again")) {
      retryPause.setDuration(firstRetry.multiply(backoff));
      retryPause.playFromStart();
      backoff = Math.min(2 * backoff, MAX_BACKOFF);
    }
    recoverySync.refresh();
    onPostponed.accept(id);
    updateBarriers(barrier -> barrier.failed(id));
  }

  private void updateBarriers(Consumer<SaveBarrier> update) {
    List.copyOf(barriers).forEach(update);
    barriers.removeIf(SaveBarrier::isDone);
  }

  private void updateCounts() {
    unsavedCount.set(unsaved.size());
    allSaved.set(unsaved.isEmpty() && inRecovery.isEmpty());
    atRisk.set(recoveryFailed && !unsaved.isEmpty());
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
    recoveryFailed = false;
    recoveryPause.setDuration(RECOVERY_DELAY);
    updateCounts();
  }

  private void syncFailed(Exception failure) {
    context.failed(failure, "Cannot write unsaved drafts to the recovery folder, trying again");
    recoveryFailed = true;
    recoveryPause.setDuration(firstRetry);
    recoveryPause.playFromStart();
    updateCounts();
  }

  /// Waits until the store has what was written of some fragments so far. Later writes do not
  /// prolong the wait, and a store that never answers ends it.
  static final class SaveBarrier {
    private static final Duration TIMEOUT = Duration.seconds(5);

    private final Map<EntryId, Integer> savesNeeded;
    private final Consumer<Boolean> onDone;
    private final PauseTransition timeout = new PauseTransition(TIMEOUT);
    private boolean done;

    /// @param savesNeeded how many saves of each fragment must end: two if the running one lacks
    ///   the newest text
    /// @param onDone called once with whether the store has everything
    SaveBarrier(Map<EntryId, Integer> savesNeeded, Consumer<Boolean> onDone) {
      this.savesNeeded = new HashMap<>(savesNeeded);
      this.onDone = onDone;
      timeout.setOnFinished(e -> finish(false));
    }

    void start() {
      timeout.play();
      finishIfSaved();
    }

    boolean isDone() {
      return done;
    }

    boolean isWaitingFor(EntryId id) {
      return savesNeeded.containsKey(id);
    }

    void saved(EntryId id, boolean isDirty) {
      savesNeeded.computeIfPresent(id, (key, needed) -> isDirty && needed > 1 ? needed - 1 : null);
      finishIfSaved();
    }

    void failed(EntryId id) {
      if (isWaitingFor(id)) {
        finish(false);
      }
    }

    private void finishIfSaved() {
      if (savesNeeded.isEmpty()) {
        finish(true);
      }
    }

    private void finish(boolean saved) {
      if (!done) {
        done = true;
        timeout.stop();
        onDone.accept(saved);
      }
    }
  }
}
