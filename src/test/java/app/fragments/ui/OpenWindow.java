package app.fragments.ui;

import app.fragments.journal.EntryId;
import app.fragments.settings.Settings;
import app.fragments.ui.main.MainWindow;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The real window on a journal in memory, for tests to click through.
public final class OpenWindow implements AutoCloseable {
  public final FakeServices services;
  public final FxRobot robot = new FxRobot();
  public final Stage stage;
  private final MainWindow window;

  public OpenWindow(Path dataFolder, java.util.function.Consumer<FakeServices> before) {
    Fx.start();
    services = new FakeServices(dataFolder);
    before.accept(services);
    stage = Fx.call(Stage::new);
    window = Fx.call(() -> new MainWindow(stage, services, address -> {}));
    Fx.run(window::show);
    Fx.run(
        () -> {
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1440);
          stage.setHeight(900);
        });
    Fx.settle();
  }

  public void await(String what, Predicate<Stage> condition) {
    Fx.await(what, () -> condition.test(stage));
  }

  public void awaitRows() {
    await("rows in the list", s -> !list().getItems().isEmpty());
    Fx.settle();
  }

  public <T extends Node> T find(String selector, Class<T> type) {
    return type.cast(stage.getScene().lookup(selector));
  }

  public ListView<?> list() {
    return find(".fragment-list", ListView.class);
  }

  /// The visible node of that style whose text begins so.
  public Node labeled(String text) {
    return Fx.call(
        () -> {
          return nodes(stage.getScene().getRoot())
              .filter(node -> node instanceof Labeled label && text.equals(label.getText()))
              .filter(OpenWindow::isShown)
              .findFirst()
              .orElseThrow(() -> new AssertionError("Nothing says " + text));
        });
  }

  public boolean says(String text) {
    return nodes(stage.getScene().getRoot())
        .anyMatch(
            node ->
                node instanceof Labeled label
                    && label.getText() != null
                    && label.getText().contains(text)
                    && isShown(node));
  }

  public String text(String selector) {
    return Fx.call(() -> find(selector, TextInputControl.class).getText());
  }

  public void click(String label) {
    robot.clickOn(labeled(label));
    Fx.settle();
  }

  public void type(KeyCode... keys) {
    robot.push(keys);
    Fx.settle();
  }

  public void theme(Settings.Theme theme) {
    Fx.run(() -> services.saveSettings(services.configuration().settings().withTheme(theme)));
  }

  public void shoot(String name) {
    Fx.settle();
    Fx.run(() -> Screens.write(stage.getScene(), name));
  }

  public static EntryId idOf(FakeEntryStore store, String title) {
    return store.all().stream().filter(e -> e.title().equals(title)).findFirst().orElseThrow().id();
  }

  private static Stream<Node> nodes(Node node) {
    return Stream.concat(
        Stream.of(node),
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(OpenWindow::nodes)
            : Stream.empty());
  }

  private static boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  @Override
  public void close() {
    Fx.run(window::close);
    Fx.await("the window to close", () -> !stage.isShowing());
  }
}
