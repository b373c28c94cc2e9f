package app.fragments.ui.weave;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobStatus;
import app.fragments.job.Submission;
import app.fragments.journal.Selection;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.FailureAction;
import app.fragments.ui.jobs.JobCommands;
import app.fragments.ui.jobs.JobRow;
import app.fragments.ui.jobs.JobSnapshot;
import app.fragments.ui.jobs.JobsViewModel;
import app.fragments.ui.jobs.WindowJobCommands;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of the weave bar: what is ticked, which job it follows, how that ended.
///
/// The bar follows the job that was submitted last, or the newest that was found running. While it
/// runs, ticking something else brings the selection back, to be woven beside it. On the FX thread.
public final class WeaveViewModel implements JobCommands {
  private static final Logger LOG = LoggerFactory.getLogger(WeaveViewModel.class);

  private final UiContext context;
  private final WindowJobCommands desk;
  private final JobsViewModel jobs;
  private final WeaveCallbacks outlet;
  private final BooleanSupplier typing;

  private final ReadOnlyObjectWrapper<WeaveState> state =
      new ReadOnlyObjectWrapper<>(WeaveState.HIDDEN);
  private final ReadOnlyObjectWrapper<@Nullable JobRow> job = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ConsentRequest> consent =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<SelectionSummary> selection =
      new SimpleObjectProperty<>(SelectionSummary.NOTHING);
  private final ObjectProperty<ReportTemplate> template =
      new SimpleObjectProperty<>(ReportTemplate.WEEKLY_PROGRESS);
  private final GeneratorMenu menu;

  /// Jobs that are live as far as is known here: their ends are news.
  private final Set<JobId> awaited = new HashSet<>();

  private @Nullable JobId followed;
  private boolean submitting;
  private boolean tickedSince = true;

  /// @param typing whether the user is writing just now, so that nothing may take the keyboard away
  WeaveViewModel(
      UiContext context,
      WindowJobCommands desk,
      JobsViewModel jobs,
      WeaveCallbacks outlet,
      BooleanSupplier typing) {
    this.context = context;
    this.desk = desk;
    this.jobs = jobs;
    this.outlet = outlet;
    this.typing = typing;
    this.menu = new GeneratorMenu(context);
    selection.addListener((o, old, now) -> summed(old, now));
  }

  public ReadOnlyObjectProperty<WeaveState> state() {
    return state.getReadOnlyProperty();
  }

  /// The job that the bar follows, or null.
  public ReadOnlyObjectProperty<@Nullable JobRow> job() {
    return job.getReadOnlyProperty();
  }

  /// The question that has to be answered before text is sent, or null. Answer with [#allow],
  /// [#weaveDigestInstead] or [#refuse].
  public ReadOnlyObjectProperty<@Nullable ConsentRequest> consent() {
    return consent.getReadOnlyProperty();
  }

  /// What is ticked: set by the list of fragments.
  public ObjectProperty<SelectionSummary> selection() {
    return selection;
  }

  public ObjectProperty<ReportTemplate> template() {
    return template;
  }

  public ObjectProperty<GeneratorOption> generator() {
    return menu.chosen();
  }

  public ObservableList<GeneratorOption> generators() {
    return menu.options();
  }

  /// Takes the settings that are in force now, and the key.
  public void configurationChanged() {
    menu.refresh();
  }

  /// Weaves what is ticked; asks first where the text would leave this computer.
  public void weave() {
    if (submitting || selection.get().isEmpty()) {
      return;
    }
    boolean ask = context.services().configuration().settings().askBeforeSending();
    GeneratorOption generator = menu.chosen().get();
    if (generator.sendsText() && ask) {
      consent.set(new ConsentRequest(selection.get().count(), selection.get().tokens(), generator));
    } else {
      submit(generator.name());
    }
  }

  /// The text may be sent.
  ///
  /// @param always also the next times, without being asked
  public void allow(boolean always) {
    ConsentRequest request = consent.get();
    if (request != null) {
      consent.set(null);
      if (always) {
        context.changeSettings(settings -> settings.withAskBeforeSending(false));
      }
      submit(request.generator().name());
    }
  }

  public void weaveDigestInstead() {
    consent.set(null);
    submit(GeneratorOption.DIGEST);
  }

  /// The text may not be sent; nothing happens.
  public void refuse() {
    consent.set(null);
  }

  /// Cancels a job that waits or runs.
  @Override
  public void cancel(JobId id) {
    desk.cancel(
        id,
        answer -> {
          switch (answer) {
            case CANCELLED -> offerAgain(id);
            case ENDED -> {}
            case GONE -> gone(id);
          }
        });
  }

  /// The bar offers that itself for the job that it follows.
  private void offerAgain(JobId id) {
    if (!id.equals(followed)) {
      context
          .navigator()
          .toast(
              context.messages().get("jobs.cancelled"),
              context.messages().get("weave.again"),
              () -> act(id, FailureAction.RETRY));
    }
  }

  private void gone(JobId id) {
    jobs.forget(id);
    context.navigator().toast(context.messages().get("jobs.gone"));
    update();
  }

  /// Does what the user can do about a failed or cancelled job; a retry is followed by the bar.
  @Override
  public void act(JobId id, FailureAction action) {
    switch (action) {
      case RETRY -> retry(id, null);
      case WEAVE_DIGEST -> retry(id, new JobOptions(GeneratorOption.DIGEST));
      case OPEN_SETTINGS -> context.navigator().showSettings();
      case PICK_FRAGMENTS -> dismiss();
    }
  }

  /// Opens the report of a completed job.
  @Override
  public void openReport(JobId id) {
    if (id.equals(followed)) {
      dismiss();
    }
    context.navigator().showReport(new ReportId(id.value()));
  }

  /// Puts an outcome away.
  public void dismiss() {
    followed = null;
    tickedSince = true;
    update();
  }

  /// Unticks everything.
  public void clear() {
    outlet.clearSelection();
  }

  /// Takes what was read.
  void accept(JobSnapshot reading) {
    List<Job> read = reading.jobs();
    reading.gone().forEach(jobs::forget);
    awaited.removeAll(reading.gone());
    List<Job> ended =
        read.stream().filter(job -> job.status().isTerminal() && awaited.remove(job.id())).toList();
    read.stream().filter(job -> !job.status().isTerminal()).map(Job::id).forEach(awaited::add);
    jobs.accept(read);
    ended.forEach(this::ended);
    followNewest();
    update();
  }

  private void ended(Job ended) {
    outlet.ended(ended.id());
    if (ended.status() != JobStatus.COMPLETED) {
      return;
    }
    boolean ours = ended.id().equals(followed);
    if (ours && !typing.getAsBoolean()) {
      openReport(ended.id());
    } else if (!ours) {
      String days =
          Optional.ofNullable(ended.completion()).map(c -> c.period().shortLabel()).orElse("");
      context.navigator().toast(context.messages().get("weave.otherReady", days));
    }
  }

  /// Shows what has changed of the job that the bar follows.
  void update() {
    JobRow row = Optional.ofNullable(followed).flatMap(jobs::row).orElse(null);
    job.set(row);
    state.set(stateOf(row));
  }

  private WeaveState stateOf(@Nullable JobRow row) {
    if (submitting) {
      return WeaveState.SUBMITTING;
    }
    WeaveState plain = selection.get().isEmpty() ? WeaveState.HIDDEN : WeaveState.READY;
    if (row == null) {
      return plain;
    }
    return switch (row.status()) {
      case PENDING, PROCESSING ->
          plain == WeaveState.READY && tickedSince ? WeaveState.READY : WeaveState.RUNNING;
      case FAILED -> WeaveState.FAILED;
      case CANCELLED -> WeaveState.CANCELLED;
      case COMPLETED -> WeaveState.DONE;
    };
  }

  /// Writing on in a ticked fragment changes what it costs, and not what is ticked.
  private void summed(SelectionSummary old, SelectionSummary now) {
    if (!old.isOfSame(now)) {
      ticked();
    }
  }

  private void ticked() {
    tickedSince = true;
    if (Optional.ofNullable(followed).flatMap(jobs::row).filter(row -> !row.isLive()).isPresent()) {
      followed = null;
    }
    update();
  }

  private void followNewest() {
    if (followed == null && !submitting) {
      followed = jobs.newestLive().map(JobRow::id).orElse(null);
    }
  }

  /// Submits what is ticked once the store has the words that were written in it last.
  private void submit(String generatorName) {
    SelectionSummary woven = selection.get();
    ReportTemplate kind = template.get();
    submitting = true; // also while the words are on their way: asked again, it is the same job
    update();
    outlet.saveWords(
        woven.entryIds(),
        saved -> {
          if (saved) {
            submit(woven, kind, new JobOptions(generatorName));
          } else {
            submitting = false;
            StoreHealth.State health = context.health().state().get();
            boolean away = health == StoreHealth.State.AWAY || health == StoreHealth.State.REFUSED;
            context
                .navigator()
                .toast(context.messages().get(away ? "weave.away" : "weave.wordsNotSaved"));
            update();
          }
        });
  }

  private void submit(SelectionSummary woven, ReportTemplate kind, JobOptions options) {
    send(
        () ->
            Optional.of(
                context
                    .services()
                    .weave()
                    .submit(
                        context.services().userId(),
                        Selection.of(woven.entryIds()),
                        kind,
                        options)),
        woven,
        this::update);
  }

  private void retry(JobId failed, @Nullable JobOptions options) {
    if (!submitting) {
      send(
          () -> context.services().weave().retry(context.services().userId(), failed, options),
          null,
          () -> gone(failed));
    }
  }

  private void send(
      Callable<Optional<Submission>> call, @Nullable SelectionSummary woven, Runnable onRefused) {
    submitting = true;
    update();
    context
        .background()
        .run(
            call,
            sent -> {
              submitting = false;
              context.health().answered();
              sent.ifPresentOrElse(submission -> follow(submission, woven), onRefused);
            },
            failure -> {
              submitting = false;
              boolean away = context.health().failed(failure);
              if (!away) {
                LOG.warn("A job could not be submitted; the selection stays as it is", failure);
              }
              context
                  .navigator()
                  .toast(context.messages().get(away ? "weave.away" : "weave.notSubmitted"));
              update();
            });
  }

  private void follow(Submission submission, @Nullable SelectionSummary woven) {
    followed = submission.jobId();
    awaited.add(submission.jobId());
    tickedSince = woven != null && !woven.isOfSame(selection.get());
    desk.follow(submission.jobId(), woven);
    outlet.submitted(submission.jobId());
    update();
  }
}
