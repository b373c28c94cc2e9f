package app.fragments.bench;

import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/// A minimal JavaFX program with a list, as a baseline for Fragments' launch. Prints a line once
/// the list is drawn.
public final class BareWindow extends Application {
  static final String READY = "ready";
  private static final int ROWS = 200;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private Runnable onPulse = () -> {};
  private boolean laidOut;

  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    ListView<String> list = new ListView<>();
    IntStream.range(0, ROWS).mapToObj(i -> "Entry " + i).forEach(list.getItems()::add);
    Scene scene = new Scene(list, WIDTH, HEIGHT);
    onPulse = () -> pulse(scene);
    scene.addPostLayoutPulseListener(onPulse);
    stage.setScene(scene);
    stage.show();
  }

  /// The first pulse lays out the list; by the next one it is drawn.
  private void pulse(Scene scene) {
    if (!laidOut) {
      laidOut = true;
      Platform.requestNextPulse();
      return;
    }
    scene.removePostLayoutPulseListener(onPulse);
    System.out.println(READY);
    if (getParameters().getRaw().contains("once")) {
      Platform.exit();
    }
  }
}
