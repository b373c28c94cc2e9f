package app.fragments.ui.shell;

import app.fragments.ui.shell.StatusViewModel.State;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the line under the bar that says when the store does not answer, and when it does again.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class StatusController {
  private static final PseudoClass BACK = PseudoClass.getPseudoClass("back");

  private final StatusViewModel model;
  private final ConnectionMonitor watch;
  private final MainViewModel main;

  @FXML private HBox status;
  @FXML private FontIcon icon;
  @FXML private Label words;
  @FXML private Button tryAgain;
  @FXML private Button openSettings;

  StatusController(StatusViewModel model, ConnectionMonitor watch, MainViewModel main) {
    this.model = model;
    this.watch = watch;
    this.main = main;
  }

  @FXML
  void initialize() {
    status.managedProperty().bind(status.visibleProperty());
    tryAgain.managedProperty().bind(tryAgain.visibleProperty());
    openSettings.managedProperty().bind(openSettings.visibleProperty());
    words.textProperty().bind(model.words());
    model.state().subscribe(this::show);
  }

  @FXML
  void tryAgain() {
    watch.retry();
  }

  @FXML
  void openSettings() {
    main.settingsOpen().set(true);
  }

  private void show(State state) {
    boolean isBack = state == State.BACK;
    status.setVisible(state != State.QUIET);
    status.pseudoClassStateChanged(BACK, isBack);
    icon.setIconLiteral(isBack ? "fth-check" : "fth-alert-triangle");
    tryAgain.setVisible(!isBack);
    openSettings.setVisible(state == State.REFUSED);
  }
}
