package app.fragments.ui.settings;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One value of the page that is typed: its text, what is wrong with it, and who has fixed it. On
/// the FX thread.
final class ValidatedField {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fixedBy = new ReadOnlyStringWrapper("");
  private final Function<String, Optional<String>> check;
  private boolean loading;

  /// @param check says what is wrong with a text, in a sentence for the screen, or nothing
  /// @param onValid hears of each text that the user has typed and nothing is wrong with
  ValidatedField(Function<String, Optional<String>> check, Runnable onValid) {
    this.check = check;
    text.addListener(
        (o, old, now) -> {
          error.set(check.apply(now.strip()).orElse(""));
          if (!loading && isValid()) {
            onValid.run();
          }
        });
  }

  StringProperty text() {
    return text;
  }

  /// What is wrong, or empty.
  ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /// The environment variable that has the last word, or empty.
  ReadOnlyStringProperty fixedBy() {
    return fixedBy.getReadOnlyProperty();
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

  /// Shows what is in force; that is not the user typing.
  ///
  /// @param variable the environment variable that says so, or null
  void load(String value, @Nullable String variable) {
    loading = true;
    text.set(value);
    error.set(check.apply(value.strip()).orElse(""));
    loading = false;
    fixedBy.set(variable == null ? "" : variable);
  }
}
