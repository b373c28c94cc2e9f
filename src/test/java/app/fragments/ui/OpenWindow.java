package app.fragments.ui;

import app.fragments.settings.Settings;
import app.fragments.ui.editor.text.MarkdownArea;
import app.fragments.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The real window with an in-memory journal.
public final class OpenWindow implements AutoCloseable {
  /// The headless mouse stops at the edge of the screen, which is smaller than the window.
  private static final double HEADLESS_WIDTH = 990;

  public final FakeUiServices services;
  public final Stage stage;
  private final Robot robot;
  private final MainWindow window;

  public OpenWindow(Path dataFolder, Consumer<FakeUiServices> before) {
    FxThread.start();
    services = new FakeUiServices(dataFolder);
    before.accept(services);
    stage = FxThread.call(Stage::new);
    robot = FxThread.call(Robot::new);
    window = FxThread.call(() -> new MainWindow(stage, services, address -> {}));
    FxThread.run(window::show);
    FxThread.run(
        () -> {
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1440);
          stage.setHeight(900);
        });
    await("the rest of the window", s -> isLayoutComplete());
    FxThread.settle();
  }

  /// Whether the deferred layout is complete.
  private boolean isLayoutComplete() {
    Parent sidebar = find(".sidebar-place", Parent.class);
    return !sidebar.getChildrenUnmodifiable().isEmpty();
  }

  public void await(String what, Predicate<Stage> condition) {
    FxThread.await(what, () -> condition.test(stage));
  }

  public void awaitRows() {
    await("rows in the list", s -> !list().getItems().isEmpty());
    FxThread.settle();
  }

  public <T extends Node> T find(String selector, Class<T> type) {
    return type.cast(stage.getScene().lookup(selector));
  }

  public ListView<?> list() {
    return find(".fragment-list", ListView.class);
  }

  /// The visible node with that text.
  public Node labeled(String text) {
    return FxThread.call(
        () -> {
          return nodes(stage.getScene().getRoot())
              .filter(node -> text.equals(words(node)))
              .filter(OpenWindow::isShown)
              .findFirst()
              .orElseThrow(() -> new AssertionError("No visible node has the text " + text));
        });
  }

  public boolean says(String text) {
    return nodes(stage.getScene().getRoot())
        .anyMatch(node -> words(node).contains(text) && isShown(node));
  }

  /// The text of a label or text node.
  public static String words(Node node) {
    String words =
        switch (node) {
          case Labeled label -> label.getText();
          case Text text when !(text.getParent() instanceof Labeled) -> text.getText();
          default -> null;
        };
    return words == null ? "" : words;
  }

  public String text(String selector) {
    return FxThread.call(() -> find(selector, TextInputControl.class).getText());
  }

  /// The text of the open fragment; empty before the first one is opened. On the FX thread.
  public String editorText() {
    MarkdownArea area = find(".editor-text", MarkdownArea.class);
    return area == null ? "" : area.getText();
  }

  /// Clicks the node with that text.
  public void clickOn(String label) {
    click(labeled(label));
  }

  public void click(String selector) {
    click(FxThread.call(() -> find(selector, Node.class)));
  }

  public void click(Node node) {
    FxThread.settle(); // the node may have just appeared or moved
    FxThread.run(
        () -> {
          Point2D middle = middle(node);
          if (node instanceof ButtonBase button && middle.getX() > HEADLESS_WIDTH) {
            button.fire();
          } else {
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
          }
        });
    FxThread.settle();
  }

  /// Fires the event directly, because the headless robot has no modifiers.
  public void shiftClick(String label) {
    Node node = labeled(label);
    FxThread.run(
        () ->
            Event.fireEvent(
                node,
                new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    0,
                    middle(node).getX(),
                    middle(node).getY(),
                    MouseButton.PRIMARY,
                    1,
                    true,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null)));
  }

  /// Types text into the focused control.
  public void write(String words) {
    FxThread.run(
        () ->
            words
                .codePoints()
                .forEach(
                    c ->
                        Event.fireEvent(
                            stage.getScene().getFocusOwner(),
                            new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(c),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
    FxThread.settle();
  }

  /// Presses keys together.
  public void type(KeyCode... keys) {
    FxThread.run(
        () -> {
          List<KeyCode> pressed = List.of(keys);
          pressed.forEach(robot::keyPress);
          pressed.reversed().forEach(robot::keyRelease);
        });
    FxThread.settle();
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  public void theme(Settings.Theme theme) {
    FxThread.run(
        () ->
            services.saveSettings(
                services.configuration().settings().with(copy -> copy.theme = theme)));
  }

  /// Writes a screenshot.
  public Path shoot(String name) {
    FxThread.settle();
    return FxThread.call(() -> Screens.write(stage.getScene(), name));
  }

  /// Clicks the node with that text in a popup, such as a menu.
  public void clickInPopup(String label) {
    FxThread.await("a popup with " + label, () -> inPopup(label).isPresent());
    click(FxThread.call(() -> inPopup(label).orElseThrow()));
  }

  /// The first node in a popup that matches, or null. On the FX thread.
  public <T extends Node> T findInPopup(String selector, Class<T> type) {
    return type.cast(
        popups()
            .map(popup -> popup.getScene().lookup(selector))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /// Presses a key in the focused control of the popup.
  public void inPopup(KeyCode key) {
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      fireInPopup(new KeyEvent(type, "", "", key, false, false, false, false));
    }
  }

  /// Types text into the focused control of the popup.
  public void writeInPopup(String text) {
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c ->
                fireInPopup(
                    new KeyEvent(
                        KeyEvent.KEY_TYPED, c, "", KeyCode.UNDEFINED, false, false, false, false)));
  }

  /// Fires the event itself, because the headless robot's keys only reach the stage. The newest
  /// popup gets it; a key may close the popup before it is released.
  private void fireInPopup(KeyEvent event) {
    FxThread.run(
        () ->
            popups()
                .map(popup -> popup.getScene().getFocusOwner())
                .filter(focused -> focused != null && focused.isFocused())
                .reduce((older, newer) -> newer)
                .ifPresent(focused -> Event.fireEvent(focused, event)));
    FxThread.settle();
  }

  private Stream<Window> popups() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof PopupWindow popup && popup.getOwnerWindow() == stage)
        .filter(Window::isShowing);
  }

  private Optional<Node> inPopup(String label) {
    return popups()
        .flatMap(popup -> nodes(popup.getScene().getRoot()))
        .filter(node -> label.equals(words(node)) && isShown(node))
        .findFirst();
  }

  /// Writes a screenshot of a popup, such as a menu.
  public Path shootPopup(String name) {
    Window popup =
        FxThread.call(
            () ->
                Window.getWindows().stream()
                    .filter(shown -> shown != stage && shown.isShowing())
                    .findFirst()
                    .orElseThrow());
    Parent root = popup.getScene().getRoot();
    FxThread.settle(); // it has started to fade in
    List<Double> before;
    do { // until it has faded in
      before = FxThread.call(() -> nodes(root).map(Node::getOpacity).toList());
      FxThread.settle();
    } while (!before.equals(FxThread.call(() -> nodes(root).map(Node::getOpacity).toList())));
    return FxThread.call(() -> Screens.write(popup.getScene(), name));
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
    FxThread.run(window::close);
    FxThread.await("the window to close", () -> !stage.isShowing());
    services.close();
  }
}
