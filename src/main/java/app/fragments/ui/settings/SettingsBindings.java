package app.fragments.ui.settings;

import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

/// Binds the controls of the Settings page.
final class SettingsBindings {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Messages messages;

  SettingsBindings(Messages messages) {
    this.messages = messages;
  }

  /// Binds a text field, and the note below it to the error or the usual text.
  void typed(TextField control, Label note, ValidatedField field, String noteKey) {
    typed(control, note, field, new ReadOnlyStringWrapper(messages.get(noteKey)));
  }

  /// The same with a usual text that changes.
  void typed(TextField control, Label note, ValidatedField field, ObservableValue<String> usual) {
    control.textProperty().bindBidirectional(field.text);
    control.disableProperty().bind(field.fixedBy().isNotEmpty());
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  if (!field.error().get().isEmpty()) {
                    return field.error().get();
                  }
                  return field.isFixed()
                      ? messages.get("settings.setBy", field.fixedBy().get())
                      : usual.getValue();
                },
                field.error(),
                field.fixedBy(),
                usual));
    field
        .error()
        .subscribe(
            error -> {
              note.getStyleClass().removeAll("error-text", "muted");
              note.getStyleClass().add(error.isEmpty() ? "muted" : "error-text");
              control.pseudoClassStateChanged(ERROR, !error.isEmpty());
            });
  }

  /// Binds radio buttons to a value: the n-th button is the n-th value.
  <T> void choice(ObjectProperty<T> value, List<T> values, List<RadioButton> buttons) {
    ToggleGroup group = new ToggleGroup();
    buttons.forEach(button -> button.setToggleGroup(group));
    value.subscribe(
        now -> {
          int index = values.indexOf(now);
          if (index >= 0) {
            buttons.get(index).setSelected(true);
          }
        });
    for (int i = 0; i < buttons.size(); i++) {
      T own = values.get(i);
      buttons
          .get(i)
          .selectedProperty()
          .subscribe(
              on -> {
                if (on) {
                  value.set(own);
                }
              });
    }
  }

  /// Disables controls while an environment variable overrides their setting, and shows its name.
  void fixed(Label note, ObservableValue<String> variable, Node... controls) {
    note.textProperty()
        .bind(variable.map(name -> name.isEmpty() ? "" : messages.get("settings.setBy", name)));
    shown(note, variable.map(name -> !name.isEmpty()));
    for (Node control : controls) {
      control.disableProperty().bind(variable.map(name -> !name.isEmpty()));
    }
  }

  /// Shows that a test is running, and its result.
  void test(ConnectionTest test, Node line, ProgressIndicator progress, Label result) {
    shown(line, test.state().map(state -> state != ConnectionTest.State.IDLE));
    shown(progress, test.state().map(state -> state == ConnectionTest.State.RUNNING));
    result.textProperty().bind(test.message());
    shown(result, test.message().isNotEmpty());
    test.state()
        .subscribe(
            state -> {
              result.getStyleClass().removeAll("error-text", "ok-text");
              result
                  .getStyleClass()
                  .add(state == ConnectionTest.State.OK ? "ok-text" : "error-text");
            });
  }

  /// Shows a node, and gives it space, only while a condition holds.
  void shown(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
