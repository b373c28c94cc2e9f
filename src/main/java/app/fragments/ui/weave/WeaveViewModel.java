package app.fragments.ui.weave;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobResult;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.common.SelectionActions;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.FailureAdvice;
import app.fragments.ui.jobs.JobCommands;
import app.fragments.ui.jobs.JobPoller;
import app.fragments.ui.jobs.JobRequests;
import app.fragments.ui.jobs.JobRow;
import app.fragments.ui.jobs.JobsViewModel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The state of the weave bar: what is selected, which job it follows, how that ended.
///
/// The bar follows the job submitted last, or else the newest live one. If the user selects
/// something else while it runs, the bar offers to weave that at the same time. On the FX thread.
public final class WeaveViewModel implements JobCommands {
  public enum State {
    /// Nothing is selected and no job is followed: no bar.
    HIDDEN,
    READY,
    SUBMITTING,
    /// The job waits or runs.
    RUNNING,
    FAILED,
    CANCELLED,
    /// The report was not opened because the user is typing.
    DONE
  }

  /// What the user is asked before text leaves this computer.
  ///
  /// @param tokens an estimate
  public record ConsentRequest(int fragments, long tokens, GeneratorOption generator) {}

  private final UiContext context;
  private final JobRequests requests;
  private final JobsViewModel jobs;
  private final WeaveModule.Callbacks callbacks;
  private final BooleanSupplier typing;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.HIDDEN);
  private final ReadOnlyObjectWrapper<@Nullable JobRow> job = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ConsentRequest> consent =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<SelectionSummary> selection =
      new SimpleObjectProperty<>(SelectionSummary.NOTHING);
  private final ObjectProperty<ReportTemplate> template =
      new SimpleObjectProperty<>(ReportTemplate.WEEKLY_PROGRESS);
  private final GeneratorMenuViewModel menu;

  /// Jobs that were live when last seen: their ends are news.
  private final Set<JobId> awaited = new HashSet<>();

  /// Jobs that this window submitted. The report of another one never replaces what is read.
  private final Set<JobId> own = new HashSet<>();

  private @Nullable JobId followed;
  private boolean submitting;
  private boolean selectedSince = true;

  /// @param typing whether the user is typing, so that nothing may take the focus
  WeaveViewModel(
      UiContext context,
      JobRequests requests,
      JobsViewModel jobs,
      WeaveModule.Callbacks callbacks,
      BooleanSupplier typing) {
    this.context = context;
    this.requests = requests;
    this.jobs = jobs;
    this.callbacks = callbacks;
    this.typing = typing;
    this.menu = new GeneratorMenuViewModel(context);
    selection.addListener((o, old, now) -> selectionChanged(old, now));
    jobs.rows().addListener((Observable o) -> update());
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The job that the bar follows, or null.
  public ReadOnlyObjectProperty<@Nullable JobRow> job() {
    return job.getReadOnlyProperty();
  }

  /// The question to answer before text is sent, or null. Answer with [#allow],
  /// [#weaveDigestInstead] or [#refuse].
  public ReadOnlyObjectProperty<@Nullable ConsentRequest> consent() {
    return consent.getReadOnlyProperty();
  }

  /// Set by the list of fragments.
  public ObjectProperty<SelectionSummary> selection() {
    return selection;
  }

  public ObjectProperty<ReportTemplate> template() {
    return template;
  }

  public ObjectProperty<GeneratorOption> generator() {
    return menu.chosen;
  }

  public ObservableList<GeneratorOption> generators() {
    return menu.options;
  }

  /// Applies changed settings, including the key.
  public void configurationChanged() {
    menu.refresh();
  }

  /// Weaves what is selected; asks first if the text would leave this computer.
  public void weave() {
    SelectionSummary selected = selection.get();
    if (submitting || selected.isEmpty()) {
      return;
    }
    GeneratorOption generator = menu.chosen.get();
    if (generator.sendsText() && context.services().configuration().settings().askBeforeSending()) {
      consent.set(new ConsentRequest(selected.count(), selected.tokens(), generator));
    } else {
      submit(generator.name());
    }
  }

  /// @param always whether not to ask again
  public void allow(boolean always) {
    ConsentRequest request = consent.get();
    if (request != null) {
      consent.set(null);
      if (always) {
        context.changeSettings(copy -> copy.askBeforeSending = false);
      }
      submit(request.generator().name());
    }
  }

  public void weaveDigestInstead() {
    consent.set(null);
    submit(GeneratorOption.DIGEST);
  }

  public void refuse() {
    consent.set(null);
  }

  /// Cancels a job; offers to weave it again, which the bar does itself for the job it follows.
  @Override
  public void cancel(JobId id) {
    requests.cancel(
        id,
        () -> {
          if (!id.equals(followed)) {
            String cancelled = context.messages().get("jobs.cancelled");
            String again = context.messages().get("weave.again");
            context.navigator().toast(cancelled, again, () -> retry(id, null));
          }
        });
  }

  /// Acts on a failed or cancelled job; the bar follows a retry.
  @Override
  public void act(JobId id, FailureAdvice.Action action) {
    switch (action) {
      case RETRY -> retry(id, null);
      case WEAVE_DIGEST -> retry(id, new JobOptions(GeneratorOption.DIGEST));
      case OPEN_SETTINGS -> context.navigator().showSettings();
      case PICK_FRAGMENTS -> dismiss();
    }
  }

  @Override
  public void openReport(JobId id) {
    if (id.equals(followed)) {
      dismiss();
    }
    context.navigator().showReport(new ReportId(id.value()));
  }

  /// Removes the outcome of a job from the bar.
  public void dismiss() {
    followed = null;
    selectedSince = true;
    update();
  }

  /// What the bar can do to the selection.
  SelectionActions selectionActions() {
    return callbacks.selection();
  }

  void accept(JobPoller.Snapshot read) {
    awaited.removeAll(read.gone());
    for (Job now : read.jobs()) {
      if (!now.status().isTerminal()) {
        awaited.add(now.id());
      } else if (awaited.remove(now.id())) {
        ended(now);
      }
    }
    jobs.accept(read);
    if (followed == null && !submitting) {
      followed =
          jobs.rows().stream().filter(JobRow::isLive).map(JobRow::id).findFirst().orElse(null);
    }
    update();
  }

  private void ended(Job ended) {
    callbacks.report().ended(ended);
    JobResult result = ended.result();
    if (result == null) {
      return;
    }
    boolean isReading = callbacks.report().isPageShown() && !own.contains(ended.id());
    if (isReading || !ended.id().equals(followed)) {
      context
          .navigator()
          .toast(
              context.messages().get("weave.otherReady", result.period().label()),
              context.messages().get("weave.show"),
              () -> openReport(ended.id()));
    } else if (!typing.getAsBoolean()) {
      openReport(ended.id());
    }
  }

  private void update() {
    JobRow row = Optional.ofNullable(followed).flatMap(jobs::row).orElse(null);
    job.set(row);
    state.set(stateOf(row));
  }

  private State stateOf(@Nullable JobRow row) {
    if (submitting) {
      return State.SUBMITTING;
    }
    boolean anySelected = !selection.get().isEmpty();
    if (row == null) {
      return anySelected ? State.READY : State.HIDDEN;
    }
    return switch (row.status()) {
      case PENDING, PROCESSING -> anySelected && selectedSince ? State.READY : State.RUNNING;
      case FAILED -> State.FAILED;
      case CANCELLED -> State.CANCELLED;
      case COMPLETED -> State.DONE;
    };
  }

  /// Typing in a selected fragment changes the token count, but not what is selected.
  private void selectionChanged(SelectionSummary old, SelectionSummary now) {
    if (!old.isOfSame(now)) {
      selectedSince = true;
      if (job.get() != null && !job.get().isLive()) {
        followed = null;
      }
      update();
    }
  }

  /// Submits what is selected, after saving what was typed in it.
  private void submit(String generatorName) {
    SelectionSummary woven = selection.get();
    ReportTemplate chosen = template.get();
    submitting = true; // while saving, too: a second click is for the same job
    update();
    callbacks
        .save()
        .accept(
            woven.entryIds(),
            saved -> {
              if (saved) {
                requests.submit(
                    woven, chosen, new JobOptions(generatorName), id -> submitted(id, woven));
              } else {
                context.toast(
                    switch (context.health().state().get()) {
                      case UNREACHABLE, REFUSED -> "weave.away";
                      case OPENING, READY -> "weave.wordsNotSaved";
                    });
                submitted(Optional.empty(), woven);
              }
            });
  }

  private void retry(JobId ended, @Nullable JobOptions options) {
    if (!submitting) {
      submitting = true;
      update();
      requests.retry(ended, options, id -> submitted(id, null));
    }
  }

  /// @param id the new job, or empty if there is none
  /// @param woven null for a retry
  private void submitted(Optional<JobId> id, @Nullable SelectionSummary woven) {
    submitting = false;
    id.ifPresent(
        submitted -> {
          followed = submitted;
          own.add(submitted);
          awaited.add(submitted);
          selectedSince = woven != null && !woven.isOfSame(selection.get());
          callbacks.report().submitted(submitted);
        });
    update();
  }
}
