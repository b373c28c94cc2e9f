package app.fragments.app;

import app.fragments.app.startup.JarTimestampFix;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The training run for the AOT cache: uses the window from an empty journal to the first report,
/// then runs the commands.
///
/// The installer build runs it and stores the classes it loads and links in the AOT cache that the
/// installed program starts from. Requires an empty folder in `FRAGMENTS_HOME` and
/// `FRAGMENTS_GENERATOR=digest`. If a step times out, names it and exits with 1.
public final class AotTrainingRun {
  private static final Duration TIMEOUT = Duration.ofSeconds(180);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("add", "--title", "Training entry", "Written by the training run."),
          List.of("list", "--limit", "10", "--json"),
          List.of("list"),
          List.of("search", "import", "--json"),
          List.of("weave", "--last-week", "--wait"),
          List.of("jobs", "--json"),
          List.of("work", "--stop-when-empty", "--json"),
          List.of("doctor"));

  private AotTrainingRun() {}

  public static void main(String[] arguments) {
    JarTimestampFix.restoreTime(); // as every launch does
    CompletableFuture<Void> use =
        CompletableFuture.runAsync(AotTrainingRun::useWindow, Thread.ofPlatform().daemon()::start);
    use.whenComplete((done, failure) -> Platform.runLater(AotTrainingRun::closeWindow));
    WindowApp.launch();
    Thread.setDefaultUncaughtExceptionHandler(null); // the log is closed: print to the terminal
    use.join();
    for (List<String> command : COMMANDS) {
      int exitCode = Main.command(command.toArray(String[]::new));
      if (exitCode != 0) {
        throw new IllegalStateException(command + " ended with " + exitCode);
      }
    }
    System.exit(0);
  }

  private static void useWindow() {
    press("samples");
    await("the samples in the list", () -> !list().getItems().isEmpty());
    int month = list().getItems().size();
    press("lastWeek");
    await("the week in the list", () -> list().getItems().size() < month);
    press("all");
    press("weave");
    await("the report", () -> find(".web-view") != null);
    type("import");
    await(
        "the search results",
        () -> find("#count") instanceof Label count && count.getText().contains("fragment"));
    type("");
    press("theme");
    press("theme");
    press("jobs");
    press("settings");
    press("write");
    await("the editor", () -> find(".editor-text") != null);
  }

  private static void press(String id) {
    await(
        "the button " + id,
        () -> find("#" + id) instanceof ButtonBase button && !button.isDisabled());
    inWindow(
        scene -> {
          if (scene.lookup("#" + id) instanceof ButtonBase button) {
            button.fire();
          }
        });
  }

  private static void type(String words) {
    inWindow(
        scene -> {
          if (scene.lookup("#search") instanceof TextField search) {
            search.setText(words);
          }
        });
  }

  private static ListView<?> list() {
    return (ListView<?>) Objects.requireNonNull(find("#list"), "the list");
  }

  /// The first visible node, or null.
  private static @Nullable Node find(String selector) {
    Node node = Window.getWindows().getFirst().getScene().lookup(selector);
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return null;
      }
    }
    return node;
  }

  private static void inWindow(Consumer<Scene> act) {
    Platform.runLater(() -> act.accept(Window.getWindows().getFirst().getScene()));
  }

  private static void await(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("The training run timed out waiting for " + what);
      }
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    try {
      TimeUnit.NANOSECONDS.sleep(POLL_INTERVAL.toNanos());
      Platform.runLater(
          () -> {
            try {
              answer.complete(condition.call());
            } catch (Exception e) {
              answer.complete(false);
            }
          });
      return answer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IllegalStateException e) { // the toolkit has not started yet
      return false;
    }
  }

  private static void closeWindow() {
    if (Window.getWindows().isEmpty()) {
      Platform.exit();
      return;
    }
    Window window = Window.getWindows().getFirst();
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
