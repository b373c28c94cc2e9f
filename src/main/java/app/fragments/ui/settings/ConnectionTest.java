package app.fragments.ui.settings;

import app.fragments.ui.common.Background;
import app.fragments.ui.common.UiServices.TestResult;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A "Test" button's state: under way, and then its outcome. On the FX thread.
final class ConnectionTest {

  /// How far it is.
  enum State {
    IDLE,
    RUNNING,
    OK,
    FAILED
  }

  private final Background background;
  private final String defect;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private int round;

  /// @param defect what to say where the test itself breaks down
  ConnectionTest(Background background, String defect) {
    this.background = background;
    this.defect = defect;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The outcome, one sentence for the screen; empty before.
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /// Runs a test; the outcome of an earlier one that is still under way counts no more.
  void run(Callable<TestResult> test) {
    int mine = ++round;
    message.set("");
    state.set(State.RUNNING);
    background.run(
        test, result -> end(mine, result), failure -> end(mine, new TestResult(false, defect)));
  }

  /// Shows an outcome that was known without a test.
  void show(boolean ok, String outcome) {
    round++;
    message.set(outcome);
    state.set(ok ? State.OK : State.FAILED);
  }

  /// Forgets the outcome: what was tested has changed.
  void reset() {
    round++;
    message.set("");
    state.set(State.IDLE);
  }

  private void end(int mine, TestResult result) {
    if (mine == round) {
      message.set(result.message());
      state.set(result.ok() ? State.OK : State.FAILED);
    }
  }
}
