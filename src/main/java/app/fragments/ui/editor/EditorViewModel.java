package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fragment that is open: what the user makes of it, and when that is saved. On the FX thread.
public final class EditorViewModel {
  private static final Duration SAVE_DELAY = Duration.millis(800);
  private static final Duration SAVING_SHOWN_AFTER = Duration.millis(300);
  private static final Duration OPENING_SHOWN_AFTER = Duration.millis(300);
  private static final Logger LOG = LoggerFactory.getLogger(EditorViewModel.class);

  private final UiContext context;
  private final Consumer<List<Entry>> onSaved;
  private final SaveQueue queue;
  private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SaveState> saveState =
      new ReadOnlyObjectWrapper<>(SaveState.QUIET);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable EntryId> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper openingShown = new ReadOnlyBooleanWrapper();
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty text = new SimpleStringProperty("");
  private final PauseTransition savePause = new PauseTransition(SAVE_DELAY);
  private final PauseTransition savingShown = new PauseTransition(SAVING_SHOWN_AFTER);
  private final PauseTransition openingPause = new PauseTransition(OPENING_SHOWN_AFTER);
  private final List<Runnable> onceShown = new ArrayList<>();
  private boolean missed;
  private boolean showing;

  /// @param onSaved hears of every entry that was written, also of the other versions kept
  EditorViewModel(
      UiContext context, DraftSaver saver, RecoveryFolder recovery, Consumer<List<Entry>> onSaved) {
    this.context = context;
    this.onSaved = onSaved;
    queue = new SaveQueue(context, saver, recovery, new SaveListener());
    title.addListener((o, old, now) -> typed());
    text.addListener((o, old, now) -> typed());
    savePause.setOnFinished(e -> save());
    savingShown.setOnFinished(e -> saveState.set(SaveState.SAVING));
    openingPause.setOnFinished(e -> showOpening());
    context.health().state().addListener((o, old, now) -> healthChanged(now));
  }

  /// The open fragment as the user has it, or null.
  public Optional<Entry> entry() {
    return Optional.ofNullable(draft.get()).map(Draft::mine);
  }

  /// The open fragment, or null where none is; fires at each change of it.
  ReadOnlyObjectProperty<@Nullable Draft> draft() {
    return draft.getReadOnlyProperty();
  }

  /// Whether a fragment is open.
  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }

  /// The fragment that was asked for and is on its way, or null: until it comes, the one before is
  /// no place to write.
  ReadOnlyObjectProperty<@Nullable EntryId> opening() {
    return opening.getReadOnlyProperty();
  }

  /// Whether it takes so long that nothing is shown meanwhile.
  ReadOnlyBooleanProperty isOpeningShown() {
    return openingShown.getReadOnlyProperty();
  }

  public StringProperty title() {
    return title;
  }

  public StringProperty text() {
    return text;
  }

  public ReadOnlyObjectProperty<SaveState> saveState() {
    return saveState.getReadOnlyProperty();
  }

  /// How many fragments have words that the store does not have.
  public ReadOnlyIntegerProperty unsavedCount() {
    return queue.open();
  }

  /// Whether the store has every word, and the recovery folder none: the window may go.
  public ReadOnlyBooleanProperty allSaved() {
    return queue.allSaved();
  }

  /// Begins a new fragment of today. It is stored once something is written.
  public void write() {
    saveAll();
    Instant now = context.services().clock().instant();
    LocalDate today = LocalDate.ofInstant(now, context.services().zone());
    want(null);
    show(
        Draft.of(
            Entry.write(
                context.services().userId(), today, context.services().zone(), now, "", "")));
  }

  /// Opens a fragment; `onShown` is run when it is on the screen.
  public void open(EntryId id, Runnable onShown) {
    if (isShown(id)) {
      want(null); // another one may be on its way
      onShown.run();
      return;
    }
    if (id.equals(opening.get())) {
      onceShown.add(onShown);
      return;
    }
    saveAll();
    want(id);
    onceShown.clear();
    onceShown.add(onShown);
    queue.find(id).ifPresentOrElse(this::opened, () -> read(id));
  }

  /// Shows nothing.
  public void close() {
    saveAll();
    want(null);
    show(null);
  }

  /// Takes note of a state of an entry that was read from the store: where it is open and newer,
  /// and the user has not touched it, it is read anew.
  public void changedElsewhere(EntryHeader header) {
    if (mayGiveWayTo(header.id(), header.revision())) {
      find(header.id(), found -> refreshed(header.id(), found), away -> {});
    }
  }

  /// Saves at once what is not saved yet: the user goes elsewhere.
  public void saveAll() {
    savePause.stop();
    queue.saveAll();
    saveState.set(SaveState.QUIET);
  }

  /// Saves at once what is not saved yet of some fragments.
  ///
  /// @param onDone hears once, within seconds, whether the store has what was written of them until
  ///   now
  public void save(Collection<EntryId> ids, Consumer<Boolean> onDone) {
    queue.save(ids, onDone);
  }

  public void setStarred(boolean starred) {
    change(entry -> entry.withStarred(starred));
  }

  public void setDate(LocalDate date) {
    change(entry -> entry.withDate(date));
  }

  /// Adds a tag, without its `#`, where it is not there yet.
  public void addTag(String typed) {
    String tag = typed.strip().replaceFirst("^#+", "").strip();
    change(
        entry -> {
          boolean known = entry.tags().stream().anyMatch(tag::equalsIgnoreCase);
          if (tag.isEmpty() || known) {
            return entry;
          }
          return entry.withTags(Stream.concat(entry.tags().stream(), Stream.of(tag)).toList());
        });
  }

  public void removeTag(String tag) {
    change(
        entry ->
            entry.withTags(entry.tags().stream().filter(other -> !other.equals(tag)).toList()));
  }

  private boolean isShown(EntryId id) {
    Draft shown = draft.get();
    return shown != null && shown.mine().id().equals(id);
  }

  /// Whether a state of the store is news of the open fragment and can replace nothing of the
  /// user's. What they have written since goes over it when it is saved, and it is kept beside.
  private boolean mayGiveWayTo(EntryId id, long revision) {
    Draft shown = draft.get();
    return shown != null
        && isShown(id)
        && revision > shown.base().revision()
        && !shown.isDirty()
        && queue.find(id).isEmpty()
        && !queue.isSaving(id);
  }

  /// Asks again whether it may be replaced: the user may have written while it was read.
  private void refreshed(EntryId id, Optional<Entry> found) {
    if (mayGiveWayTo(id, found.map(Entry::revision).orElse(Long.MAX_VALUE))) {
      show(found.map(Draft::of).orElse(null));
    }
  }

  private void read(EntryId id) {
    find(
        id,
        found -> {
          if (id.equals(opening.get())) {
            opened(found.map(Draft::of).orElse(null));
          }
        },
        away -> {
          if (id.equals(opening.get())) {
            missed(away);
          }
        });
  }

  /// Where the store is away, the fragment is read when it is back.
  private void missed(boolean away) {
    showOpening();
    missed = away;
    if (!away) {
      want(null);
    }
  }

  private void healthChanged(StoreHealth.State now) {
    EntryId id = opening.get();
    if (now == StoreHealth.State.READY && missed && id != null) {
      missed = false;
      read(id);
    }
  }

  private void want(@Nullable EntryId id) {
    missed = false;
    openingShown.set(false);
    opening.set(id);
    if (id == null) {
      openingPause.stop();
    } else {
      openingPause.playFromStart();
    }
  }

  /// Takes the fragment before away: it would look like the one that was asked for.
  private void showOpening() {
    saveAll();
    show(null);
    openingShown.set(true);
  }

  /// @param onFailed hears whether the store is away
  private void find(EntryId id, Consumer<Optional<Entry>> onFound, Consumer<Boolean> onFailed) {
    String user = context.services().userId();
    context
        .background()
        .run(
            () -> context.services().entries().find(user, id),
            onFound,
            failure -> {
              boolean away = context.health().failed(failure);
              if (!away) {
                LOG.warn("The fragment could not be read", failure);
              }
              onFailed.accept(away);
            });
  }

  private void opened(@Nullable Draft found) {
    saveAll(); // what was written in the one before while this was on its way
    want(null);
    show(found);
    List.copyOf(onceShown).forEach(Runnable::run);
    onceShown.clear();
  }

  private void show(@Nullable Draft next) {
    showing = true;
    draft.set(next);
    open.set(next != null);
    title.set(next == null ? "" : next.mine().title());
    text.set(next == null ? "" : next.mine().text());
    showing = false;
  }

  private void typed() {
    if (!showing) {
      change(entry -> entry.withText(title.get(), text.get()));
    }
  }

  private void change(UnaryOperator<Entry> change) {
    Draft shown = draft.get();
    if (shown == null || shown.mine().inTrash()) {
      return;
    }
    Draft changed = shown.with(change.apply(shown.mine()));
    draft.set(changed);
    queue.note(changed);
    savePause.playFromStart();
    if (saveState.get() == SaveState.SAVED) {
      saveState.set(SaveState.QUIET);
    }
  }

  private void save() {
    Draft shown = draft.get();
    if (shown != null) {
      savingShown.playFromStart();
      queue.save(shown.mine().id());
    }
  }

  /// Brings the outcomes of saves onto the screen.
  private final class SaveListener implements SaveQueue.Listener {
    @Override
    public void saved(Draft submitted, DraftSaver.Outcome outcome) {
      onSaved.accept(
          Stream.concat(Stream.of(outcome.saved()), outcome.otherVersions().stream()).toList());
      if (!outcome.otherVersions().isEmpty()) {
        context.navigator().toast(context.messages().get("editor.conflict"));
      }
      Draft shown = draft.get();
      if (shown == null || !shown.mine().id().equals(outcome.saved().id())) {
        queue.save(outcome.saved().id()); // what was written during the save; nobody else will
        return;
      }
      savingShown.stop();
      Draft rebased = SaveQueue.rebase(shown, submitted.mine(), outcome.saved());
      show(rebased);
      if (rebased.isDirty()) {
        queue.note(rebased);
        savePause.playFromStart();
      } else {
        saveState.set(SaveState.SAVED);
      }
    }

    @Override
    public void postponed(EntryId id) {
      Draft shown = draft.get();
      if (shown != null && shown.mine().id().equals(id)) {
        savingShown.stop();
        saveState.set(SaveState.WAITING);
      }
    }
  }
}
