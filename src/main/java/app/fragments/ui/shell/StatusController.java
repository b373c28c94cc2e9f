package app.fragments.ui.shell;

import app.fragments.ui.shell.StatusViewModel.State;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the banner that shows connection problems and their end.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class StatusController {
  private static final PseudoClass BACK = PseudoClass.getPseudoClass("back");

  private final StatusViewModel model;
  private final ConnectionMonitor connection;
  private final MainViewModel main;

  @FXML private HBox status;
  @FXML private FontIcon icon;
  @FXML private Label title;
  @FXML private Label message;
  @FXML private Button tryAgain;
  @FXML private Button openSettings;

  StatusController(StatusViewModel model, ConnectionMonitor connection, MainViewModel main) {
    this.model = model;
    this.connection = connection;
    this.main = main;
  }

  @FXML
  void initialize() {
    status.managedProperty().bind(status.visibleProperty());
    tryAgain.managedProperty().bind(tryAgain.visibleProperty());
    openSettings.managedProperty().bind(openSettings.visibleProperty());
    tryAgain.setOnAction(e -> connection.retry());
    openSettings.setOnAction(e -> main.settingsOpen.set(true));
    title.textProperty().bind(model.title);
    message.textProperty().bind(model.message);
    model.state.subscribe(this::show);
  }

  private void show(State state) {
    boolean isBack = state == State.BACK;
    status.setVisible(state != State.HIDDEN);
    status.pseudoClassStateChanged(BACK, isBack);
    icon.setIconLiteral(
        isBack ? "fth-check" : state == State.UNREACHABLE ? "fth-wifi-off" : "fth-alert-triangle");
    tryAgain.setVisible(!isBack);
    openSettings.setVisible(state == State.REFUSED);
  }
}
