package app.fragments.ui.settings;

import app.fragments.ui.common.Background;
import app.fragments.ui.common.UiServices.TestResult;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The state of a "Test" button. On the FX thread.
final class ConnectionTest {

  enum State {
    IDLE,
    RUNNING,
    OK,
    FAILED
  }

  private final Background background;
  private final String unexpected;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private int latest;

  /// @param unexpected the message if the test itself fails
  ConnectionTest(Background background, String unexpected) {
    this.background = background;
    this.unexpected = unexpected;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The result, or empty.
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /// Runs a test. The result of an earlier test that is still running is ignored.
  void run(Callable<TestResult> test) {
    int number = ++latest;
    message.set("");
    state.set(State.RUNNING);
    background.run(
        test,
        result -> end(number, result),
        failure -> end(number, new TestResult(false, unexpected)));
  }

  /// Shows a result without a test.
  void show(boolean ok, String text) {
    latest++;
    message.set(text);
    state.set(ok ? State.OK : State.FAILED);
  }

  /// Clears the result because the input has changed.
  void reset() {
    latest++;
    message.set("");
    state.set(State.IDLE);
  }

  private void end(int number, TestResult result) {
    if (number == latest) {
      message.set(result.message());
      state.set(result.ok() ? State.OK : State.FAILED);
    }
  }
}
