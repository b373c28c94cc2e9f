package app.fragments.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// A child process: opens the window, creates a fragment and types numbered words into it until it
/// is killed. Prints each word once it is in the text. The argument is the fragment's title.
final class TypingRobot {
  private static final int MILLIS_BETWEEN_KEYS = 15;

  private TypingRobot() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(() -> type(arguments[0]));
    WindowApp.launch();
  }

  private static void type(String title) {
    await(scene -> scene.lookup("#write") instanceof ButtonBase write && !write.isDisabled());
    inWindow(
        scene -> {
          ((ButtonBase) scene.lookup("#write")).fire();
          return true;
        });
    await(scene -> focused(scene, "editor-title"));
    title.chars().forEach(TypingRobot::press);
    inWindow(scene -> fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER));
    await(scene -> focused(scene, "editor-text"));
    for (int word = 1; ; word++) {
      ("w" + word + " ").chars().forEach(TypingRobot::press);
      System.out.println(word);
    }
  }

  private static void press(int letter) {
    inWindow(
        scene -> fire(scene, KeyEvent.KEY_TYPED, Character.toString(letter), KeyCode.UNDEFINED));
    pause(MILLIS_BETWEEN_KEYS);
  }

  private static boolean focused(Scene scene, String styleClass) {
    Node focused = scene.getFocusOwner();
    return focused != null && focused.getStyleClass().contains(styleClass);
  }

  private static boolean fire(Scene scene, EventType<KeyEvent> kind, String letter, KeyCode code) {
    Event.fireEvent(
        scene.getFocusOwner(), new KeyEvent(kind, letter, "", code, false, false, false, false));
    return true;
  }

  private static void await(Function<Scene, Boolean> condition) {
    while (!inWindow(condition)) {
      pause(20);
    }
  }

  private static boolean inWindow(Function<Scene, Boolean> action) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    try {
      Platform.runLater(
          () ->
              answer.complete(
                  !Window.getWindows().isEmpty()
                      && action.apply(Window.getWindows().getFirst().getScene())));
    } catch (IllegalStateException e) { // the toolkit has not started yet
      return false;
    }
    return answer.join();
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
