package app.fragments.ui.shell;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.ui.common.Confirmation;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.EditorModule;
import app.fragments.ui.journal.EntriesModule;
import app.fragments.ui.journal.JournalActions;
import app.fragments.ui.journal.JournalViewModel;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.settings.AboutModule;
import app.fragments.ui.settings.SettingsModule;
import app.fragments.ui.weave.WeaveModule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of the window, and what each has to tell the others. They do not know one another; all
/// that goes between them goes through here. On the FX thread.
final class WindowModules implements AutoCloseable {
  private final MainViewModel main;
  private final EntriesModule entries;
  private final EditorModule editor;
  private final ReportModule reports;
  private final WeaveModule weave;
  private final SettingsModule settings;
  private final AboutModule about;

  WindowModules(
      UiContext context, FxmlScreens screens, Confirmation confirmation, MainViewModel main) {
    this.main = main;
    entries = new EntriesModule(context, screens, confirmation, id -> open(id, null));
    JournalActions actions = entries.actions();
    editor =
        new EditorModule(
            context,
            screens,
            new EditorModule.Callbacks(
                this::saved, id -> actions.trash(List.of(id)), id -> actions.restore(List.of(id))));
    reports = new ReportModule(context, screens);
    weave =
        new WeaveModule(
            context,
            screens,
            new WeaveModule.Callbacks(
                reports.model(),
                editor.editor()::save,
                () -> journal().checked().clear(),
                this::periodOf));
    settings =
        new SettingsModule(
            context, screens, weave::configurationChanged, () -> main.settingsOpen().set(false));
    about = new AboutModule(context, screens, () -> main.aboutOpen().set(false));
    connect();
  }

  EntriesModule entries() {
    return entries;
  }

  JournalViewModel journal() {
    return entries.journal();
  }

  EditorModule editor() {
    return editor;
  }

  ReportModule reports() {
    return reports;
  }

  WeaveModule weave() {
    return weave;
  }

  SettingsModule settings() {
    return settings;
  }

  AboutModule about() {
    return about;
  }

  /// Opens a fragment on its page.
  ///
  /// @param passage words to scroll to and mark, or null
  void open(EntryId id, @Nullable String passage) {
    main.tab().set(Tab.FRAGMENT);
    load(id, passage);
  }

  /// Opens a fragment, whichever page is shown.
  void load(EntryId id, @Nullable String passage) {
    editor.show(id, passage);
    journal().current().set(id);
  }

  /// Starts the workers and reads the reports; what the store has to answer comes when it is open.
  void start() {
    weave.start();
    reports.reports().refresh();
  }

  /// Looks for what others wrote.
  void poll() {
    journal().poll();
    reports.reports().refresh();
  }

  /// Stops the workers and lets go of the recovery folder.
  @Override
  public void close() {
    settings.flush();
    weave.close();
    editor.close();
  }

  private void connect() {
    JournalViewModel journal = journal();
    journal.snapshot().addListener((o, old, now) -> refreshOpen());
    journal.summary().subscribe(weave.model().selection()::set);
    main.tab().subscribe(tab -> weave.watchJobs(tab == Tab.JOBS));
    main.settingsOpen()
        .addListener(
            (o, old, now) -> {
              if (!now) {
                settings.flush();
              }
            });
  }

  /// The open fragment may have been changed by somebody else.
  private void refreshOpen() {
    editor
        .editor()
        .entry()
        .flatMap(entry -> journal().find(entry.id()))
        .ifPresent(editor.editor()::changedElsewhere);
  }

  private void saved(List<Entry> written) {
    journal().updateEntries(written.stream().map(Entry::header).toList());
    if (journal().current().get() == null) {
      editor
          .editor()
          .entry()
          .map(Entry::id)
          .filter(open -> written.stream().anyMatch(entry -> entry.id().equals(open)))
          .ifPresent(journal().current()::set);
    }
  }

  private Optional<Period> periodOf(List<EntryId> ids) {
    List<LocalDate> days =
        ids.stream().flatMap(id -> journal().find(id).stream()).map(EntryHeader::date).toList();
    if (days.isEmpty() || days.size() < ids.size()) {
      return Optional.empty();
    }
    Comparator<LocalDate> order = Comparator.naturalOrder();
    return Optional.of(
        new Period(days.stream().min(order).orElseThrow(), days.stream().max(order).orElseThrow()));
  }
}
