package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.FailureAdvice;
import app.fragments.ui.jobs.FailureAdvice.Action;
import app.fragments.ui.jobs.JobRow;
import app.fragments.ui.jobs.JobTexts;
import app.fragments.ui.weave.WeaveViewModel.State;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.TranslateTransition;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Binds the weave bar: one pane per state.
final class WeaveBarController {
  /// Of the bar in pixels, at the normal text size.
  private static final double HEIGHT = 64;

  private final WeaveViewModel model;
  private final Messages messages;
  private final Theming theming;
  private final JobTexts texts;

  @FXML StackPane bar;
  @FXML ProgressBar line;
  @FXML HBox readyPane;
  @FXML HBox runningPane;
  @FXML HBox failedPane;
  @FXML HBox cancelledPane;
  @FXML HBox donePane;
  @FXML Label count;
  @FXML Label period;
  @FXML Label notShown;
  @FXML Button showAll;
  @FXML Button keepShown;
  @FXML MenuButton templates;
  @FXML MenuButton generators;
  @FXML Button weave;
  @FXML Label runningTitle;
  @FXML Label runningDetail;
  @FXML Button cancel;
  @FXML Text failedTitle;
  @FXML Text failedNow;
  @FXML HBox failedActions;
  @FXML Label cancelledTitle;
  @FXML Label doneDetail;

  WeaveBarController(WeaveViewModel model, UiContext context) {
    this.model = model;
    messages = context.messages();
    theming = context.theming();
    texts = new JobTexts(messages, context.services().clock());
  }

  @FXML
  void initialize() {
    bar.managedProperty().bind(bar.visibleProperty());
    templates.setVisible(ReportTemplate.ALL.size() > 1); // a menu offers a choice
    templates.setManaged(templates.isVisible());
    templates.textProperty().bind(model.template().map(ReportTemplate::name));
    generators.textProperty().bind(model.generator().map(GeneratorOption::label));
    ToggleGroup group = new ToggleGroup();
    for (ReportTemplate template : ReportTemplate.ALL) {
      RadioMenuItem item = new RadioMenuItem(template.name());
      item.setToggleGroup(group);
      item.setSelected(template.equals(model.template().get()));
      item.setOnAction(e -> model.template().set(template));
      templates.getItems().add(item);
    }
    model.generators().addListener((Observable o) -> fillGenerators());
    model
        .generator()
        .subscribe(
            chosen -> {
              fillGenerators();
              showSelection(model.selection().get());
            });
    model.selection().subscribe(this::showSelection);
    model.job().subscribe(this::showJob);
    model.state().subscribe(this::showState);
  }

  @FXML
  void clear() {
    model.selectionActions().clear();
  }

  @FXML
  void showAll() {
    model.selectionActions().showAll();
  }

  @FXML
  void keepShown() {
    model.selectionActions().keepShown();
  }

  @FXML
  void weave() {
    model.weave();
  }

  @FXML
  void cancel() {
    followed().ifPresent(model::cancel);
  }

  @FXML
  void retry() {
    act(Action.RETRY);
  }

  @FXML
  void dismiss() {
    model.dismiss();
  }

  @FXML
  void openReport() {
    followed().ifPresent(model::openReport);
  }

  private Optional<JobId> followed() {
    return Optional.ofNullable(model.job().get()).map(JobRow::id);
  }

  private void act(Action action) {
    followed().ifPresent(id -> model.act(id, action));
  }

  private void fillGenerators() {
    ToggleGroup group = new ToggleGroup();
    generators
        .getItems()
        .setAll(model.generators().stream().map(option -> generatorItem(option, group)).toList());
  }

  private RadioMenuItem generatorItem(GeneratorOption option, ToggleGroup group) {
    String key =
        !option.available()
            ? "weave.generator.noKey"
            : option.sendsText() ? "weave.generator.ai" : "weave.generator.offline";
    RadioMenuItem item = new RadioMenuItem(messages.get(key, option.label()));
    item.setToggleGroup(group);
    item.setDisable(!option.available());
    item.setSelected(option.equals(model.generator().get()));
    item.setOnAction(e -> model.generator().set(option));
    return item;
  }

  private void showSelection(SelectionSummary selection) {
    count.setText(texts.fragments(selection.count()));
    period.setText(selection.period() == null ? "" : extent(selection.period(), selection));
    int hidden = selection.hidden();
    notShown.setText(messages.get("weave.notShown", hidden));
    showAll.setText(messages.get("weave.showAll", selection.count()));
    keepShown.setText(messages.get("weave.keepShown", selection.shown()));
    show(notShown, hidden > 0);
    show(showAll, hidden > 0);
    show(keepShown, hidden > 0 && selection.shown() > 0);
  }

  /// The days, and the tokens if the generator counts them.
  private String extent(Period days, SelectionSummary selection) {
    return model.generator().get().sendsText()
        ? messages.get("weave.selection", days.label(), JobTexts.rough(selection.tokens()))
        : days.label();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showState(State state) {
    readyPane.setVisible(state == State.READY);
    runningPane.setVisible(state == State.SUBMITTING || state == State.RUNNING);
    failedPane.setVisible(state == State.FAILED);
    cancelledPane.setVisible(state == State.CANCELLED);
    donePane.setVisible(state == State.DONE);
    appear(state != State.HIDDEN);
    cancel.setDisable(state == State.SUBMITTING);
    showLine(state, model.job().get());
    if (state == State.SUBMITTING) {
      runningTitle.setText(texts.weaving(model.selection().get().count()));
      runningDetail.setText(messages.get("weave.submitting"));
    }
  }

  /// Slides the bar in from the window's edge; hides it at once.
  private void appear(boolean shown) {
    if (shown && !bar.isVisible() && bar.getScene() != null) {
      TranslateTransition slide = new TranslateTransition(theming.motion(), bar);
      slide.setFromY(theming.scaled(HEIGHT));
      slide.setToY(0);
      slide.play();
    }
    bar.setVisible(shown);
  }

  private void showJob(@Nullable JobRow job) {
    showLine(model.state().get(), job);
    if (job == null) {
      return;
    }
    runningTitle.setText(texts.weaving(job.fragments()));
    runningDetail.setText(texts.progress(job));
    cancelledTitle.setText(messages.get("weave.cancelled", job.fragments()));
    doneDetail.setText(
        job.period() == null
            ? job.template()
            : messages.get("weave.ready.of", job.template(), job.period().label()));
    if (job.failure() != null) {
      showFailure(FailureAdvice.of(job.failure(), job.byAi()));
    }
  }

  private void showLine(State state, @Nullable JobRow job) {
    line.setVisible(state == State.SUBMITTING || (job != null && job.isLive()));
    line.setProgress(state == State.SUBMITTING || job == null ? 0 : job.fraction());
  }

  private void showFailure(FailureAdvice advice) {
    failedTitle.setText(messages.get(advice.messageKey()));
    failedNow.setText(messages.get(advice.nowKey()));
    failedActions.getChildren().clear();
    for (Action action : advice.actions().reversed()) {
      Button button = new Button(messages.get(action.messageKey()));
      button.setId("weave-" + action.name().toLowerCase(Locale.ROOT));
      button.setOnAction(e -> act(action));
      failedActions.getChildren().add(button);
    }
    failedActions.getChildren().getLast().getStyleClass().add("primary");
  }
}
