package app.fragments.ui.settings;

import app.fragments.settings.Settings;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.settings.GeminiSettingsViewModel.KeyState;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/// Binds the Settings page.
final class SettingsController {
  private final SettingsViewModel model;
  private final UiContext context;
  private final Messages messages;
  private final SettingsBindings bindings;
  private final Runnable close;

  @FXML RadioButton auto;
  @FXML RadioButton gemini;
  @FXML RadioButton digest;
  @FXML Label generatorFixed;
  @FXML CheckBox ask;
  @FXML PasswordField key;
  @FXML Button testKey;
  @FXML Button saveKey;
  @FXML Button removeKey;
  @FXML ProgressIndicator keyProgress;
  @FXML Node keyLine;
  @FXML Label keyResult;
  @FXML Label keyState;
  @FXML Label keyPlace;
  @FXML TextField geminiModel;
  @FXML Label modelNote;
  @FXML RadioButton builtIn;
  @FXML RadioButton mongodb;
  @FXML Node uriRow;
  @FXML TextField uri;
  @FXML Button testUri;
  @FXML Button saveUri;
  @FXML ProgressIndicator uriProgress;
  @FXML Label uriNote;
  @FXML Node uriLine;
  @FXML Label uriResult;
  @FXML RadioButton system;
  @FXML RadioButton light;
  @FXML RadioButton dark;
  @FXML Button smaller;
  @FXML Label textSize;
  @FXML Button larger;
  @FXML Label folder;
  @FXML TextField workers;
  @FXML Label workersNote;
  @FXML TextField timeout;
  @FXML Label timeoutNote;
  @FXML TextField poll;
  @FXML Label pollNote;
  @FXML TextField calls;
  @FXML Label callsNote;
  @FXML TextField perUser;
  @FXML Label perUserNote;
  @FXML TextField keepCompleted;
  @FXML Label keepCompletedNote;
  @FXML TextField keepFailed;
  @FXML Label keepFailedNote;

  SettingsController(SettingsViewModel model, UiContext context, Runnable close) {
    this.model = model;
    this.context = context;
    messages = context.messages();
    bindings = new SettingsBindings(messages);
    this.close = close;
  }

  @FXML
  void initialize() {
    bindings.choice(
        model.generator, List.of("auto", "gemini", "digest"), List.of(auto, gemini, digest));
    bindings.fixed(generatorFixed, model.generatorFixedBy, auto, gemini, digest);
    ask.selectedProperty().bindBidirectional(model.ask);
    initializeKey();
    bindings.typed(geminiModel, modelNote, model.geminiModel, "settings.model.note");
    initializeJobs();
    initializeStore();
    bindings.choice(
        model.theme,
        List.of(Settings.Theme.SYSTEM, Settings.Theme.LIGHT, Settings.Theme.DARK),
        List.of(system, light, dark));
    textSize
        .textProperty()
        .bind(model.textSize.map(size -> messages.get("settings.percent", size)));
    smaller.disableProperty().bind(model.textSize.map(size -> size <= Settings.TEXT_SIZE.min()));
    larger.disableProperty().bind(model.textSize.map(size -> size >= Settings.TEXT_SIZE.max()));
    smaller.setOnAction(e -> PointerAnchor.keep(smaller, () -> resize(-Settings.TEXT_STEP)));
    larger.setOnAction(e -> PointerAnchor.keep(larger, () -> resize(Settings.TEXT_STEP)));
    folder.setText(context.services().dataFolder().toString());
  }

  @FXML
  void done() {
    close.run();
  }

  @FXML
  void openFolder() {
    context.navigator().browse(context.services().dataFolder().toUri().toString());
  }

  @FXML
  void about() {
    context.navigator().showAbout();
  }

  private void resize(int by) {
    model.textSize.set(Settings.TEXT_SIZE.clamp(model.textSize.get() + by));
  }

  private void initializeKey() {
    GeminiSettingsViewModel keys = model.gemini;
    BooleanBinding nothingTyped = keys.typed.isEmpty();
    key.textProperty().bindBidirectional(keys.typed);
    key.disableProperty().bind(keys.state.isEqualTo(KeyState.FIXED));
    key.promptTextProperty()
        .bind(
            keys.state.map(
                state ->
                    state == KeyState.SAVED || state == KeyState.FIXED
                        ? messages.get("settings.key.kept")
                        : messages.get("settings.key.prompt")));
    saveKey.disableProperty().bind(nothingTyped);
    saveKey.setOnAction(e -> keys.save());
    testKey
        .disableProperty()
        .bind(
            nothingTyped
                .and(keys.state.isEqualTo(KeyState.NONE))
                .or(keys.test.state.isEqualTo(ConnectionTest.State.RUNNING)));
    testKey.setOnAction(e -> keys.runTest(model.geminiModel.value()));
    bindings.shown(removeKey, keys.state.isEqualTo(KeyState.SAVED));
    removeKey.setOnAction(e -> keys.remove());
    ObservableValue<String> stateText =
        keys.state.map(
            state ->
                switch (state) {
                  case UNKNOWN -> "";
                  case NONE -> messages.get("settings.key.none");
                  case SAVED -> messages.get("settings.key.saved");
                  case FIXED -> messages.get("settings.setBy", keys.fixedBy.get());
                });
    keyState.textProperty().bind(stateText);
    keyPlace.textProperty().bind(keys.place);
    bindings.test(keys.test, keyLine, keyProgress, keyResult);
  }

  private void initializeJobs() {
    bindings.typed(workers, workersNote, model.workers, "settings.workers.note");
    bindings.typed(timeout, timeoutNote, model.timeout, "settings.timeout.note");
    bindings.typed(poll, pollNote, model.poll, "settings.poll.note");
    bindings.typed(calls, callsNote, model.calls, "settings.calls.note");
    bindings.typed(perUser, perUserNote, model.perUser, "settings.perUser.note");
    bindings.typed(
        keepCompleted, keepCompletedNote, model.keepCompleted, "settings.keepCompleted.note");
    bindings.typed(keepFailed, keepFailedNote, model.keepFailed, "settings.keepFailed.note");
  }

  private void initializeStore() {
    StoreSettingsViewModel store = model.store;
    bindings.choice(store.external, List.of(false, true), List.of(builtIn, mongodb));
    bindings.shown(uriRow, store.external);
    ObservableValue<String> note =
        store.unsaved.map(
            unsaved ->
                messages.get(unsaved ? "settings.store.uri.unsaved" : "settings.store.uri.note"));
    bindings.typed(uri, uriNote, store.uri, note);
    BooleanBinding isFixed = store.uri.fixedBy.isNotEmpty();
    builtIn.disableProperty().bind(isFixed);
    mongodb.disableProperty().bind(isFixed);
    BooleanBinding unusable = store.uri.text.isEmpty().or(store.uri.error.isNotEmpty());
    testUri
        .disableProperty()
        .bind(unusable.or(store.test.state.isEqualTo(ConnectionTest.State.RUNNING)));
    testUri.setOnAction(e -> store.runTest());
    saveUri.disableProperty().bind(unusable.or(isFixed));
    saveUri.setOnAction(e -> store.save());
    bindings.test(store.test, uriLine, uriProgress, uriResult);
  }
}
