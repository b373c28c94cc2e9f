package app.fragments.ui.main;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Binds the line under the bar that says when the store does not answer.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class StatusController {
  private final StoreHealth health;
  private final StoreWatch watch;
  private final MainViewModel main;
  private final Messages messages;

  @FXML private HBox status;
  @FXML private Label words;
  @FXML private Button openSettings;

  StatusController(StoreHealth health, StoreWatch watch, MainViewModel main, Messages messages) {
    this.health = health;
    this.watch = watch;
    this.main = main;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    status.managedProperty().bind(status.visibleProperty());
    openSettings.managedProperty().bind(openSettings.visibleProperty());
    health.state().subscribe(this::show);
    health.reason().addListener((o, old, now) -> show(health.state().get()));
  }

  @FXML
  void tryAgain() {
    watch.ask();
  }

  @FXML
  void openSettings() {
    main.settingsOpen().set(true);
  }

  private void show(StoreHealth.State state) {
    status.setVisible(state == StoreHealth.State.AWAY || state == StoreHealth.State.REFUSED);
    openSettings.setVisible(state == StoreHealth.State.REFUSED);
    words.setText(
        switch (state) {
          case OPENING, READY -> "";
          case AWAY -> messages.get("main.store.away");
          case REFUSED -> messages.get("main.store.refused", health.reason().get());
        });
  }
}
