package app.fragments.ui.settings;

import app.fragments.ui.common.UiContext;
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
  private final UiContext context;
  private int latest;

  ConnectionTest(UiContext context) {
    this.context = context;
  }

  /// Runs a test. The result of an earlier test that is still running is ignored.
  void run(Callable<TestResult> test) {
    set(State.RUNNING, "");
    int number = latest;
    context.run(
        test,
        result -> end(number, result),
        failure -> {
          context.failed(failure, "The test of a connection failed");
          end(number, new TestResult(false, context.messages().get("settings.test.defect")));
        });
  }

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
