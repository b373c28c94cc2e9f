package app.fragments.ui.report;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.report.Report;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.report.html.ReportContent;
import app.fragments.report.html.ReportHtml;
import app.fragments.report.html.ReportHtml.ReportPage;
import app.fragments.report.html.ReportTheme;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.report.ReportLoader.Draft;
import app.fragments.ui.report.ReportLoader.OpenReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The state of the Report tab: which report, its page, and what its links do. Reads and renders in
/// the background. On the FX thread.
///
/// A report woven just now is shown from the job record that the poll returned. It may not be saved
/// yet: a worker that dies between the two leaves that to the reconciler.
public final class ReportViewModel {
  private static final double TEXT_SIZE = 15;

  public enum State {
    /// Nothing was opened or woven yet.
    EMPTY,
    LOADING,
    /// A job is writing; the text so far is shown.
    WRITING,
    SHOWN,
    /// There is no such report.
    GONE
  }

  /// @param key identifies the report: a page with the same key keeps its scroll position
  record Page(String key, ReportPage content) {}

  /// @param passage the words of the source that a citation is based on, or null if it is gone
  public record CitedPassage(CitedSource source, @Nullable String passage) {}

  final ObjectProperty<@Nullable OpenReport> report = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable Page> page = new SimpleObjectProperty<>();
  private final UiContext context;
  private final ReportsViewModel reports;
  private final ReportLoader loader;
  private final ReportHtml html;
  private final CoalescingTask<Optional<Page>> renderer;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final Map<ReportId, Set<Integer>> dismissed = new HashMap<>();

  /// Reports from completed jobs that are not in the list of reports yet.
  private final Map<ReportId, Report> unlisted = new HashMap<>();

  private @Nullable ReportId wanted;
  private @Nullable JobId writing;
  private @Nullable Draft draft;
  private boolean missed;

  ReportViewModel(UiContext context, ReportsViewModel reports) {
    this.context = context;
    this.reports = reports;
    loader = new ReportLoader(context.services());
    html = new ReportHtml(context.messages().bundle().getLocale());
    renderer =
        new CoalescingTask<>(context.background(), this::rendering, this::rendered, this::failed);
    context.theming().dark().addListener((o, old, now) -> renderer.refresh());
    context.theming().textSize().addListener((o, old, now) -> renderer.refresh());
    context.health().onReady(this::loadMissed);
    reports.reports().addListener((Observable o) -> listed());
    reports.onDeleted(this::deleted);
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether there is a page to read.
  public boolean isPageShown() {
    return state.get() == State.SHOWN || state.get() == State.WRITING;
  }

  /// The report that is shown or being loaded.
  public Optional<ReportId> shown() {
    return Optional.ofNullable(wanted);
  }

  public void open(ReportId id) {
    reports.markRead(id);
    setWanted(id);
    missed = false;
    writing = null;
    draft = null;
    if (!isShown(id)) {
      state.set(State.LOADING);
    }
    load(id);
  }

  /// A job was submitted here: shows its text as it is written.
  public void submitted(JobId job) {
    writing = job;
    draft = null;
  }

  /// Shows the text of a running job so far, unless the user has opened a report since.
  public void preview(JobId job, String markdownSoFar) {
    if (state.get() == State.EMPTY && writing == null) {
      writing = job; // resumed after a restart
    }
    if (!job.equals(writing)) {
      return;
    }
    if (draft == null) {
      startDraft(job, markdownSoFar);
    } else {
      draft = draft.with(markdownSoFar);
      show(State.WRITING);
    }
  }

  /// A job has ended; if it was being shown, the report before it is shown again.
  public void ended(Job job) {
    job.report().ifPresent(woven -> unlisted.put(woven.id(), woven));
    if (job.id().equals(writing)) {
      writing = null;
      draft = null;
      if (state.get() == State.WRITING) {
        show(report.get() == null ? State.EMPTY : State.SHOWN);
      }
    }
    reports.refresh();
  }

  /// Hides a flag for as long as the window is open.
  void dismiss(int flag) {
    OpenReport open = report.get();
    if (open != null) {
      ReportId id = open.report().id();
      Set<Integer> flags = dismissed.computeIfAbsent(id, key -> new HashSet<>());
      flags.add(flag);
      reports.dismissed().put(id, flags.size());
      renderer.refresh();
    }
  }

  /// The source behind a citation, and its words that match the citing words best.
  Optional<CitedPassage> citation(int number, String citing) {
    return sources().stream()
        .filter(source -> source.number() == number)
        .findFirst()
        .map(
            source ->
                new CitedPassage(
                    source,
                    source.entry() == null
                        ? null
                        : PassageFinder.best(source.entry().text(), citing)));
  }

  /// Opens the fragment behind a citation, at the passage.
  void follow(int number, String citing) {
    citation(number, citing)
        .ifPresent(
            cited -> {
              if (cited.source().isMissing()) {
                context.toast("report.source.missing");
              } else {
                context.navigator().showEntry(cited.source().id(), cited.passage());
              }
            });
  }

  /// The sources of the page, `F1` first.
  List<CitedSource> sources() {
    if (draft != null && state.get() == State.WRITING) {
      return draft.sources();
    }
    OpenReport open = report.get();
    return open == null ? List.of() : open.sources();
  }

  /// What is shown, for copying and saving.
  Optional<ReportContent> content() {
    return Optional.ofNullable(report.get())
        .map(open -> open.content(dismissed.getOrDefault(open.report().id(), Set.of())));
  }

  private void setWanted(@Nullable ReportId id) {
    wanted = id;
    reports.setCurrent(id);
  }

  private boolean isShown(ReportId id) {
    OpenReport open = report.get();
    return open != null && open.report().id().equals(id);
  }

  private void load(ReportId id) {
    @Nullable Report woven = unlisted.get(id);
    context.run(
        () -> woven == null ? loader.report(id) : Optional.of(loader.withSources(woven)),
        found -> loaded(id, found),
        failure -> notLoaded(id, woven, failure));
  }

  private void loaded(ReportId id, Optional<OpenReport> found) {
    context.health().answered();
    if (!id.equals(wanted)) {
      return;
    }
    report.set(found.orElse(null));
    if (found.isEmpty()) {
      state.set(State.GONE);
    } else if (draft == null) {
      show(State.SHOWN);
    }
  }

  /// After an outage, loads again; meanwhile a report woven just now is shown without its sources.
  private void notLoaded(ReportId id, @Nullable Report woven, Exception failure) {
    boolean isWanted = id.equals(wanted);
    if (context.failed(failure, "Cannot read the report")) {
      missed |= isWanted;
      if (isWanted && woven != null && draft == null && !isShown(id)) {
        report.set(OpenReport.withoutSources(woven));
        show(State.SHOWN);
      }
    } else if (isWanted) {
      context.toast("report.failed");
      if (state.get() == State.LOADING) {
        state.set(State.GONE);
      }
    }
  }

  private void loadMissed() {
    ReportId id = wanted;
    if (missed && id != null) {
      missed = false;
      load(id);
    }
  }

  /// A report that was missing may be listed now.
  private void listed() {
    List<ReportId> listed = reports.reports().stream().map(ReportHeader::id).toList();
    listed.forEach(unlisted::remove);
    ReportId id = wanted;
    if (state.get() == State.GONE && id != null && listed.contains(id)) {
      open(id);
    }
  }

  private void deleted(ReportId id) {
    unlisted.remove(id);
    if (id.equals(wanted)) {
      setWanted(null);
      report.set(null);
      page.set(null);
      state.set(State.EMPTY);
    }
  }

  private void startDraft(JobId job, String markdownSoFar) {
    context.run(
        () -> loader.draft(job),
        found -> {
          if (found.isPresent() && job.equals(writing) && draft == null) {
            draft = found.get().with(markdownSoFar);
            show(State.WRITING);
          }
        },
        this::failed);
  }

  private void show(State now) {
    state.set(now);
    renderer.refresh();
  }

  static ReportTheme theme(Theming theming) {
    ReportTheme colours = theming.dark().get() ? ReportTheme.DARK : ReportTheme.LIGHT;
    return colours.withTextSize((int) Math.round(theming.scaled(TEXT_SIZE)));
  }

  /// Captures what to render now, for a background thread.
  private Callable<Optional<Page>> rendering() {
    ReportTheme theme = theme(context.theming());
    Draft current = draft;
    if (current != null && state.get() == State.WRITING) {
      return () ->
          Optional.of(new Page(current.job().value(), html.draft(current.content(), theme)));
    }
    OpenReport open = report.get();
    if (open == null) {
      return Optional::empty;
    }
    ReportContent content = content().orElseThrow();
    return () -> Optional.of(new Page(open.report().id().value(), html.page(content, theme)));
  }

  private void rendered(Optional<Page> rendered) {
    if (isPageShown()) {
      rendered.filter(now -> !Objects.equals(now, page.get())).ifPresent(page::set);
    }
  }

  private void failed(Exception failure) {
    if (!context.failed(failure, "Cannot show the report")) {
      context.toast("report.failed");
    }
  }
}
