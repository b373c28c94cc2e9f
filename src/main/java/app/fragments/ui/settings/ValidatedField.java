package app.fragments.ui.settings;

import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A typed setting with its error message. It may be fixed by an environment variable. On the FX
/// thread.
final class ValidatedField {
  final StringProperty text = new SimpleStringProperty("");
  final StringProperty error = new SimpleStringProperty("");

  /// The environment variable that overrides this setting, or empty.
  final StringProperty fixedBy = new SimpleStringProperty("");

  private final UnaryOperator<String> validate;
  private boolean loading;

  /// @param validate returns an error message, or an empty text if the input is valid
  /// @param onEdit called after each valid edit by the user
  ValidatedField(UnaryOperator<String> validate, Runnable onEdit) {
    this.validate = validate;
    text.addListener(
        (o, old, now) -> {
          error.set(validate.apply(now.strip()));
          if (!loading && isValid()) {
            onEdit.run();
          }
        });
  }

  String value() {
    return text.get().strip();
  }

  boolean isValid() {
    return error.get().isEmpty();
  }

  boolean isFixed() {
    return !fixedBy.get().isEmpty();
  }

  /// Shows the current value without calling `onEdit`.
  ///
  /// @param variable the environment variable it comes from, or null
  void load(String value, @Nullable String variable) {
    loading = true;
    text.set(value);
    error.set(validate.apply(value.strip()));
    loading = false;
    fixedBy.set(variable == null ? "" : variable);
  }
}
