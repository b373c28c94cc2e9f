package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryVersion;
import app.fragments.journal.Tags;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The open fragment: what the user makes of it, and when that is saved. On the FX thread.
public final class EditorViewModel {
  private static final Duration SAVE_DELAY = Duration.millis(800);

  /// Shorter waits are not shown.
  private static final Duration PROGRESS_DELAY = Duration.millis(300);

  /// What the editor says about saving. `IDLE`: there are no changes, or they will be saved in a
  /// moment. `WAITING`: the store is unreachable, and the changes are in the recovery folder.
  /// `AT_RISK`: neither can be written.
  enum SaveState {
    IDLE,
    SAVING,
    SAVED,
    WAITING,
    AT_RISK
  }

  final StringProperty title = new SimpleStringProperty("");
  final StringProperty text = new SimpleStringProperty("");
  final ObjectProperty<@Nullable Draft> draft = new SimpleObjectProperty<>();

  /// Whether fragments are shown as they read, instead of their Markdown.
  public final BooleanProperty reading = new SimpleBooleanProperty();

  final ObjectProperty<SaveState> saveState = new SimpleObjectProperty<>(SaveState.IDLE);

  /// The fragment being read, or null. Until it arrives the previous one is read-only.
  final ObjectProperty<@Nullable EntryId> opening = new SimpleObjectProperty<>();

  /// Whether opening takes so long that the previous fragment is hidden.
  final BooleanProperty openingShown = new SimpleBooleanProperty();

  private final UiContext context;
  private final Consumer<List<Entry>> onSaved;
  private final SaveQueue queue;
  private final PauseTransition savePause = new PauseTransition(SAVE_DELAY);
  private final PauseTransition savingPause = new PauseTransition(PROGRESS_DELAY);
  private final PauseTransition openingPause = new PauseTransition(PROGRESS_DELAY);
  private final List<Runnable> onOpened = new ArrayList<>();
  private boolean readWhenReady;
  private boolean showing;

  /// @param onSaved called with every entry written, other versions included
  EditorViewModel(
      UiContext context, DraftSaver saver, RecoveryFolder recovery, Consumer<List<Entry>> onSaved) {
    this.context = context;
    this.onSaved = onSaved;
    queue =
        new SaveQueue(
            context, saver, recovery, SaveQueue.FIRST_RETRY, this::saved, this::postponed);
    title.addListener((o, old, now) -> typed());
    text.addListener((o, old, now) -> typed());
    savePause.setOnFinished(e -> save());
    savingPause.setOnFinished(e -> saveState.set(SaveState.SAVING));
    openingPause.setOnFinished(e -> showOpening());
    context.health().onReady(this::readAgain);
    queue.atRisk.subscribe(
        risk -> {
          if (saveState.get() == SaveState.WAITING || saveState.get() == SaveState.AT_RISK) {
            saveState.set(waiting());
          }
        });
  }

  public Optional<Entry> entry() {
    return Optional.ofNullable(draft.get()).map(Draft::mine);
  }

  public ObservableBooleanValue isOpen() {
    return draft.isNotNull();
  }

  public ReadOnlyIntegerProperty unsavedCount() {
    return queue.unsavedCount;
  }

  /// Whether the window may close: the store has everything and the recovery folder nothing.
  public ReadOnlyBooleanProperty allSaved() {
    return queue.allSaved;
  }

  /// Whether closing the window would lose text: neither the store nor the recovery folder has it.
  public ReadOnlyBooleanProperty textAtRisk() {
    return queue.atRisk;
  }

  /// Starts a new fragment of today. It is saved once something is written.
  public void write() {
    saveAll();
    setOpening(null);
    UiServices services = context.services();
    Instant now = services.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, services.zone());
    show(Draft.of(Entry.write(services.userId(), today, services.zone(), now, "", "")));
  }

  /// @param onShown called when the fragment is shown
  public void open(EntryId id, Runnable onShown) {
    if (isShown(id)) {
      setOpening(null); // another one may be on its way
      onShown.run();
      return;
    }
    if (!id.equals(opening.get())) {
      saveAll();
      setOpening(id);
      onOpened.clear();
      queue.find(id).ifPresentOrElse(this::opened, () -> read(id));
    }
    if (isShown(id)) {
      onShown.run();
    } else {
      onOpened.add(onShown);
    }
  }

  /// Reads the open fragment again if the store has a newer state and the user has no changes.
  public void changedElsewhere(EntryHeader header) {
    EntryId id = header.id();
    if (isReplaceable(id, header.revision())) {
      find(
          id,
          found -> {
            // the user may have typed meanwhile
            if (isReplaceable(id, found.map(Entry::revision).orElse(Long.MAX_VALUE))) {
              show(found.map(Draft::of).orElse(null));
            }
          },
          isAway -> {});
    }
  }

  public void saveAll() {
    savePause.stop();
    queue.saveAll();
    saveState.set(SaveState.IDLE);
  }

  /// @param onDone called once, within seconds, with whether the store has what was written so far
  public void save(Collection<EntryId> ids, Consumer<Boolean> onDone) {
    queue.save(ids, onDone);
  }

  public void toggleStar() {
    change(entry -> entry.withStarred(!entry.starred()));
  }

  /// Changes date and time of the fragment if it is open. The seconds stay if the time does.
  void setMoment(EntryId id, LocalDateTime moment) {
    if (isShown(id)) {
      change(
          entry -> {
            ZonedDateTime written = entry.createdAt().atZone(entry.timeZone());
            LocalDateTime shown = written.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
            boolean isSame =
                entry.date().equals(moment.toLocalDate())
                    && shown
                        .toLocalTime()
                        .equals(moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
            return isSame
                ? entry
                : entry.withMoment(
                    moment.toLocalDate(), moment.atZone(entry.timeZone()).toInstant());
          });
    }
  }

  /// Adds a tag, with or without its `#`, unless the fragment has it.
  void addTag(String typed) {
    String tag = Tags.clean(typed);
    change(
        entry ->
            tag.isEmpty() || entry.tags().stream().anyMatch(other -> Tags.isSame(tag, other))
                ? entry
                : entry.withTags(Stream.concat(entry.tags().stream(), Stream.of(tag)).toList()));
  }

  void removeTag(String tag) {
    change(
        entry ->
            entry.withTags(entry.tags().stream().filter(other -> !other.equals(tag)).toList()));
  }

  /// Puts a removed tag back, even if another fragment is open by now.
  void insertTag(EntryId id, int index, String tag) {
    change(id, entry -> withTag(entry, index, tag));
  }

  /// Replaces title, text and tags by those of a saved state, with Undo.
  ///
  /// @param when that state was saved
  void restore(EntryVersion version, String when) {
    entry()
        .filter(entry -> entry.id().equals(version.entryId()))
        .ifPresent(
            before -> {
              change(before.id(), entry -> withContent(entry, version));
              context.toastUndo(
                  "history.restored",
                  () -> change(before.id(), entry -> withContent(entry, EntryVersion.of(before))),
                  when);
            });
  }

  private static Entry withContent(Entry entry, EntryVersion version) {
    return entry.withText(version.title(), version.text()).withTags(version.tags());
  }

  /// Adds a line to the text of a fragment, which need not be open.
  void append(EntryId id, String line) {
    change(
        id,
        entry ->
            entry.withText(
                entry.title(), entry.text().isEmpty() ? line : entry.text() + "\n\n" + line));
  }

  /// Changes a fragment, even if another one is open.
  private void change(EntryId id, UnaryOperator<Entry> change) {
    if (isShown(id)) {
      change(change);
      show(draft.get());
    } else if (queue.find(id).isPresent()) {
      saveChanged(queue.find(id).get(), change);
    } else {
      find(
          id,
          found -> found.ifPresent(entry -> saveChanged(Draft.of(entry), change)),
          isAway -> context.toast("entries.notDone"));
    }
  }

  private static Entry withTag(Entry entry, int index, String tag) {
    List<String> tags = new ArrayList<>(entry.tags());
    if (tags.stream().noneMatch(other -> Tags.isSame(tag, other))) {
      tags.add(Math.min(index, tags.size()), tag);
    }
    return entry.withTags(tags);
  }

  private void saveChanged(Draft found, UnaryOperator<Entry> change) {
    queue.put(found.with(change.apply(found.mine())));
    queue.save(found.mine().id());
  }

  private boolean isShown(EntryId id) {
    return draft.get() instanceof Draft shown && shown.mine().id().equals(id);
  }

  /// Whether the open fragment may be replaced by a stored state. Unsaved changes stay; they are
  /// merged with the stored state when saved.
  private boolean isReplaceable(EntryId id, long revision) {
    return draft.get() instanceof Draft shown
        && isShown(id)
        && revision > shown.base().revision()
        && !shown.isDirty()
        && queue.find(id).isEmpty()
        && !queue.isSaving(id);
  }

  private void read(EntryId id) {
    find(
        id,
        found -> {
          if (id.equals(opening.get())) {
            opened(found.map(Draft::of).orElse(null));
          }
        },
        isAway -> {
          if (id.equals(opening.get())) {
            showOpening();
            if (isAway) {
              readWhenReady = true;
            } else {
              setOpening(null);
            }
          }
        });
  }

  /// @param onFailed called with whether the store is unreachable
  private void find(EntryId id, Consumer<Optional<Entry>> onFound, Consumer<Boolean> onFailed) {
    UiServices services = context.services();
    context.run(
        () -> services.entries().find(services.userId(), id),
        onFound,
        failure -> onFailed.accept(context.failed(failure, "Cannot read the fragment")));
  }

  private void readAgain() {
    EntryId id = opening.get();
    if (readWhenReady && id != null) {
      readWhenReady = false;
      read(id);
    }
  }

  private void setOpening(@Nullable EntryId id) {
    readWhenReady = false;
    openingShown.set(false);
    opening.set(id);
    if (id == null) {
      openingPause.stop();
    } else {
      openingPause.playFromStart();
    }
  }

  /// Hides the previous fragment, which would look like the one being opened.
  private void showOpening() {
    saveAll();
    show(null);
    openingShown.set(true);
  }

  private void opened(@Nullable Draft found) {
    saveAll(); // what was typed into the previous fragment meanwhile
    setOpening(null);
    show(found);
    List.copyOf(onOpened).forEach(Runnable::run);
    onOpened.clear();
  }

  private void show(@Nullable Draft next) {
    showing = true;
    draft.set(next);
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
    Entry next = change.apply(shown.mine());
    if (next.equals(shown.mine())) {
      return;
    }
    Draft changed = shown.with(next);
    draft.set(changed);
    queue.put(changed);
    savePause.playFromStart();
    if (saveState.get() == SaveState.SAVED) {
      saveState.set(SaveState.IDLE);
    }
  }

  private void save() {
    if (draft.get() instanceof Draft shown && queue.find(shown.mine().id()).isPresent()) {
      savingPause.playFromStart();
      queue.save(shown.mine().id());
    }
  }

  private void saved(Draft submitted, DraftSaver.Outcome outcome) {
    Entry saved = outcome.saved();
    onSaved.accept(Stream.concat(Stream.of(saved), outcome.otherVersions().stream()).toList());
    if (!outcome.otherVersions().isEmpty()) {
      context.toast("editor.conflict");
    }
    Draft shown = draft.get();
    if (shown == null || !isShown(saved.id())) {
      queue.save(saved.id()); // what was typed during the save
      return;
    }
    savingPause.stop();
    Draft rest = shown.rebase(submitted.mine(), saved);
    show(rest);
    if (rest.isDirty()) {
      queue.put(rest);
      savePause.playFromStart();
    } else {
      saveState.set(SaveState.SAVED);
    }
  }

  private void postponed(EntryId id) {
    if (isShown(id)) {
      savingPause.stop();
      saveState.set(waiting());
    }
  }

  private SaveState waiting() {
    return queue.atRisk.get() ? SaveState.AT_RISK : SaveState.WAITING;
  }
}
