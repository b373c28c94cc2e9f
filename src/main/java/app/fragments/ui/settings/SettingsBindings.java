package app.fragments.ui.settings;

import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
    typed(control, note, field, new SimpleStringProperty(messages.get(noteKey)));
  }

  /// The same with a usual text that changes.
  void typed(TextField control, Label note, ValidatedField field, ObservableValue<String> usual) {
    control.textProperty().bindBidirectional(field.text);
    control.disableProperty().bind(field.fixedBy.isNotEmpty());
    var valid =
        Bindings.createStringBinding(
            () -> field.isFixed() ? setBy(field.fixedBy.get()) : usual.getValue(),
            field.fixedBy,
            usual);
    note.textProperty()
        .bind(Bindings.when(field.error.isNotEmpty()).then(field.error).otherwise(valid));
    field.error.subscribe(
        error -> {
          restyle(note, error.isEmpty() ? "muted" : "error-text");
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
    var selected = group.selectedToggleProperty();
    selected.subscribe(
        toggle -> {
          if (toggle != null) {
            value.set(values.get(buttons.indexOf(toggle)));
          }
        });
  }

  /// Disables controls while an environment variable overrides their setting, and shows its name.
  void fixed(Label note, StringProperty variable, Node... controls) {
    note.textProperty().bind(variable.map(this::setBy));
    shown(note, variable.isNotEmpty());
    for (Node control : controls) {
      control.disableProperty().bind(variable.isNotEmpty());
    }
  }

  /// Shows that a test is running, and its result.
  void test(ConnectionTest test, Node line, ProgressIndicator progress, Label result) {
    shown(line, test.state.isNotEqualTo(ConnectionTest.State.IDLE));
    shown(progress, test.state.isEqualTo(ConnectionTest.State.RUNNING));
    result.textProperty().bind(test.message);
    shown(result, test.message.isNotEmpty());
    test.state.subscribe(
        state -> restyle(result, state == ConnectionTest.State.OK ? "ok-text" : "error-text"));
  }

  /// Shows a node, and gives it space, only while a condition holds.
  void shown(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private String setBy(String variable) {
    return variable.isEmpty() ? "" : messages.get("settings.setBy", variable);
  }

  private static void restyle(Label label, String style) {
    label.getStyleClass().removeAll("muted", "error-text", "ok-text");
    label.getStyleClass().add(style);
  }
}
