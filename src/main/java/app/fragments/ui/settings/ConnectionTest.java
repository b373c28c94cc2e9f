package app.fragments.ui.settings;

import app.fragments.ui.common.Background;
import app.fragments.ui.common.UiServices.TestResult;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of a "Test" button. On the FX thread.
final class ConnectionTest {
  enum State {
    IDLE,
    RUNNING,
    OK,
    FAILED
  }

  final ObjectProperty<State> state = new SimpleObjectProperty<>(State.IDLE);
  final StringProperty message = new SimpleStringProperty("");
  private final Background background;
  private final String unexpected;
  private int latest;

  /// @param unexpected the message if the test itself fails
  ConnectionTest(Background background, String unexpected) {
    this.background = background;
    this.unexpected = unexpected;
  }

  /// Runs a test. The result of an earlier test that is still running is ignored.
  void run(Callable<TestResult> test) {
    set(State.RUNNING, "");
    int number = latest;
    background.run(
        test,
        result -> end(number, result),
        failure -> end(number, new TestResult(false, unexpected)));
  }

  /// Shows a result without a test.
  void show(boolean ok, String text) {
    set(ok ? State.OK : State.FAILED, text);
  }

  /// Clears the result because the input has changed.
  void reset() {
    set(State.IDLE, "");
  }

  private void end(int number, TestResult result) {
    if (number == latest) {
      show(result.ok(), result.message());
    }
  }

  private void set(State newState, String text) {
    latest++;
    message.set(text);
    state.set(newState);
  }
}
