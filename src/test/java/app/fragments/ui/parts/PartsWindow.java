package app.fragments.ui.parts;

import app.fragments.ui.FxThread;
import app.fragments.ui.Screens;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The modules in a full-size window with an empty list of fragments. On the FX thread.
public final class PartsWindow {
  /// The width of sidebar and list together, in pixels.
  private static final double LEFT = 632;

  private final HBox tabs = new HBox();
  private final StackPane pane = new StackPane();
  public final Scene scene;

  public PartsWindow(Stage stage, WindowFixture world, Node weaveBar) {
    tabs.getStyleClass().add("tab-row");
    VBox right = new VBox(tabs, pane);
    VBox.setVgrow(pane, Priority.ALWAYS);
    Region left = new Region();
    left.setMinWidth(LEFT);
    left.getStyleClass().add("bar");
    HBox middle = new HBox(left, right);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox bar = new HBox(new Label("Fragments"));
    bar.getStyleClass().add("bar");
    BorderPane root = new BorderPane(middle, bar, null, weaveBar, null);
    root.getStyleClass().add("window");
    scene = new Scene(root, 1440, 900);
    world.theming.style(scene);
    stage.setScene(scene);
    stage.show();
  }

  /// Shows one of the tabs.
  public void show(int tab, Node content, Node... actions) {
    tabs.getChildren().clear();
    String[] names = {"Fragment", "Report", "Jobs"};
    for (int i = 0; i < names.length; i++) {
      ToggleButton button = new ToggleButton(names[i]);
      button.getStyleClass().add("tab-button");
      button.setSelected(i == tab);
      tabs.getChildren().add(button);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    tabs.getChildren().add(space);
    tabs.getChildren().addAll(actions);
    pane.getChildren().setAll(content);
  }

  /// Writes a screenshot to `target/screens/part-<name>.png`. Not on the FX thread.
  static void snapshot(Scene scene, String name) {
    FxThread.settle();
    FxThread.settle();
    FxThread.run(() -> Screens.write(scene, "part-" + name));
  }
}
