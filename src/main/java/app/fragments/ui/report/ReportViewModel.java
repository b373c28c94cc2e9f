package app.fragments.ui.report;

import app.fragments.job.JobId;
import app.fragments.report.ReportId;
import app.fragments.report.html.ReportContent;
import app.fragments.report.html.ReportHtml;
import app.fragments.report.html.ReportTheme;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of the Report tab: which report, its page, and what its links do. On the FX thread;
/// reading and rendering take place in the background.
public final class ReportViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ReportViewModel.class);

  /// Between a job's end and its report being kept there may be a moment.
  private static final Duration RETRY = Duration.millis(250);

  private static final int RETRIES = 20;
  private static final double READING_TEXT = 15;

  private final UiContext context;
  private final ReportLoader loader;
  private final ReportHtml html;
  private final CoalescingTask<Optional<Page>> renderer;
  private final ReadOnlyObjectWrapper<ReportState> state =
      new ReadOnlyObjectWrapper<>(ReportState.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable OpenReport> report = new ReadOnlyObjectWrapper<>();
  private final Map<ReportId, Set<Integer>> dismissed = new HashMap<>();

  private @Nullable ReportId wanted;
  private @Nullable JobId writing;
  private @Nullable ReportDraft draft;
  private boolean missed;

  ReportViewModel(UiContext context) {
    this.context = context;
    loader = new ReportLoader(context.services());
    html = new ReportHtml(context.messages().bundle().getLocale());
    renderer =
        new CoalescingTask<>(context.background(), this::rendering, this::rendered, this::failed);
    context.theming().dark().addListener((o, old, now) -> renderer.refresh());
    context.theming().textSize().addListener((o, old, now) -> renderer.refresh());
    context.health().state().addListener((o, old, now) -> healthChanged(now));
  }

  public ReadOnlyObjectProperty<ReportState> state() {
    return state.getReadOnlyProperty();
  }

  /// The kept report that is shown, or null.
  ReadOnlyObjectProperty<@Nullable OpenReport> report() {
    return report.getReadOnlyProperty();
  }

  /// The page to show, or null.
  ReadOnlyObjectProperty<@Nullable Page> page() {
    return page.getReadOnlyProperty();
  }

  /// The report that is shown, or on its way.
  public Optional<ReportId> shown() {
    return Optional.ofNullable(wanted);
  }

  /// Opens a kept report.
  public void open(ReportId id) {
    wanted = id;
    missed = false;
    writing = null;
    draft = null;
    if (report.get() == null || !report.get().report().id().equals(id)) {
      state.set(ReportState.LOADING);
    }
    load(id, RETRIES);
  }

  /// A job was submitted here: its text may be shown as it comes.
  void submitted(JobId job) {
    writing = job;
    draft = null;
  }

  /// Shows the text of a running job so far, unless the user has opened a report meanwhile.
  void preview(JobId job, String markdownSoFar) {
    if (state.get() == ReportState.EMPTY && writing == null) {
      writing = job; // taken up again after a restart
    }
    if (!job.equals(writing)) {
      return;
    }
    if (draft == null) {
      startDraft(job, markdownSoFar);
    } else {
      draft = draft.with(markdownSoFar);
      state.set(ReportState.WRITING);
      renderer.refresh();
    }
  }

  /// A job has ended; where it brought no report, the one before is shown again.
  void ended(JobId job) {
    if (job.equals(writing)) {
      writing = null;
      draft = null;
      if (state.get() == ReportState.WRITING) {
        state.set(report.get() == null ? ReportState.EMPTY : ReportState.SHOWN);
        renderer.refresh();
      }
    }
  }

  /// Shows nothing, for a report that was deleted.
  void close() {
    wanted = null;
    report.set(null);
    page.set(null);
    state.set(ReportState.EMPTY);
  }

  /// Waves a flag through, for as long as the window is open.
  void dismiss(int flag) {
    OpenReport open = report.get();
    if (open != null) {
      dismissed.computeIfAbsent(open.report().id(), id -> new HashSet<>()).add(flag);
      renderer.refresh();
    }
  }

  /// What is to be said of a citation.
  ///
  /// @param citing the words of the report that cite it
  Optional<CitationCardContent> citation(int number, String citing) {
    return OpenReport.find(sources(), number)
        .map(source -> new CitationCardContent(source, passage(source, citing)));
  }

  /// Opens the fragment behind a citation, at the passage.
  void follow(int number, String citing) {
    citation(number, citing)
        .ifPresent(
            note -> {
              if (note.source().isMissing()) {
                context.navigator().toast(context.messages().get("report.source.missing"));
              } else {
                context.navigator().showEntry(note.source().id(), note.passage());
              }
            });
  }

  /// What the page is woven from, `F1` first.
  List<CitedSource> sources() {
    if (draft != null && state.get() == ReportState.WRITING) {
      return draft.sources();
    }
    OpenReport open = report.get();
    return open == null ? List.of() : open.sources();
  }

  /// What is shown, for copying and saving.
  Optional<ReportContent> content() {
    return Optional.ofNullable(report.get()).map(this::contentOf);
  }

  private ReportContent contentOf(OpenReport open) {
    return open.content(dismissed.getOrDefault(open.report().id(), Set.of()));
  }

  private static @Nullable String passage(CitedSource source, String citing) {
    return source.entry() == null ? null : PassageFinder.best(source.entry().text(), citing);
  }

  private void load(ReportId id, int retries) {
    context
        .background()
        .run(
            () -> loader.report(id),
            found -> loaded(id, found, retries),
            failure -> notLoaded(id, failure));
  }

  /// Where the store is away, the report is read when it is back.
  private void notLoaded(ReportId id, Exception failure) {
    boolean isWanted = id.equals(wanted);
    if (context.health().failed(failure)) {
      missed |= isWanted;
      return;
    }
    LOG.warn("The report cannot be read", failure);
    if (isWanted) {
      context.navigator().toast(context.messages().get("report.failed"));
      if (state.get() == ReportState.LOADING) {
        state.set(ReportState.GONE);
      }
    }
  }

  private void healthChanged(StoreHealth.State now) {
    ReportId id = wanted;
    if (now == StoreHealth.State.READY && missed && id != null) {
      missed = false;
      load(id, RETRIES);
    }
  }

  private void loaded(ReportId id, Optional<OpenReport> found, int retries) {
    context.health().answered();
    if (!id.equals(wanted)) {
      return;
    }
    if (found.isPresent()) {
      report.set(found.get());
      if (draft == null) {
        state.set(ReportState.SHOWN);
        renderer.refresh();
      }
    } else if (retries > 0) {
      PauseTransition pause = new PauseTransition(RETRY);
      pause.setOnFinished(e -> load(id, retries - 1));
      pause.play();
    } else {
      report.set(null);
      state.set(ReportState.GONE);
    }
  }

  private void startDraft(JobId job, String markdownSoFar) {
    context
        .background()
        .run(
            () -> loader.draft(job),
            found -> {
              if (job.equals(writing) && draft == null) {
                draft = found.map(empty -> empty.with(markdownSoFar)).orElse(null);
                if (draft != null) {
                  state.set(ReportState.WRITING);
                  renderer.refresh();
                }
              }
            },
            this::failed);
  }

  /// What there is to render now, with all it needs, for a background thread.
  private Callable<Optional<Page>> rendering() {
    int size = (int) Math.round(context.theming().scaled(READING_TEXT));
    ReportTheme colours = context.theming().dark().get() ? ReportTheme.DARK : ReportTheme.LIGHT;
    ReportTheme theme = colours.withTextSize(size);
    ReportDraft current = draft;
    if (current != null && state.get() == ReportState.WRITING) {
      return () ->
          Optional.of(Page.of(current.job().value(), html.draft(current.content(), theme)));
    }
    OpenReport open = report.get();
    if (open == null) {
      return Optional::empty;
    }
    ReportContent content = contentOf(open);
    return () -> Optional.of(Page.of(open.report().id().value(), html.page(content, theme)));
  }

  private void rendered(Optional<Page> rendered) {
    if (state.get() == ReportState.WRITING || state.get() == ReportState.SHOWN) {
      rendered.filter(now -> !Objects.equals(now, page.get())).ifPresent(page::set);
    }
  }

  private void failed(Exception failure) {
    if (context.health().failed(failure)) {
      return;
    }
    LOG.warn("The report cannot be shown", failure);
    context.navigator().toast(context.messages().get("report.failed"));
  }
}
