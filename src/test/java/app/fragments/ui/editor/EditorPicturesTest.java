package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.fragments.journal.Picture;
import app.fragments.journal.PictureId;
import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.editor.text.MarkdownArea;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures in the text of a fragment.
class EditorPicturesTest {
  @TempDir Path folder;
  private EditorFixture world;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.showPage();
    world.open("Stand-up");
    FxThread.run(() -> world.text().requestFocus());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_pasted_picture_is_stored_and_shown_below_its_line() {
    set("before\n\nafter", 7);
    pasteImage(40, 30);
    awaitText("picture:");

    PictureId id = PictureId.in(text()).iterator().next();
    assertThat(text()).isEqualTo("before\n" + id.markdown("") + "\nafter");
    assertThat(file(id)).isPresent();
    awaitShown(1);
    Bounds shown = bounds(views().getFirst());
    assertThat(shown.getWidth()).isCloseTo(40, within(0.1));
    assertThat(shown.getHeight()).isCloseTo(30, within(0.1));
    assertThat(shown.getMinY()).isGreaterThan(lineBounds(0).getMaxY());
    assertThat(shown.getMaxY()).isLessThan(lineBounds(2).getMinY());

    world.awaitSaved();
    assertThat(world.stored("Stand-up")).isEqualTo(text());
  }

  @Test
  void undo_and_redo_take_the_picture_as_one_step() {
    set("one", 3);
    pasteImage(10, 10);
    awaitText("picture:");
    String with = text();

    FxThread.run(area()::undo);
    assertThat(text()).isEqualTo("one");
    FxThread.run(area()::redo);
    assertThat(text()).isEqualTo(with);
    awaitShown(1);
  }

  @Test
  void the_text_keeps_every_character() {
    Picture picture = store(image(60, 20));
    String text =
        "a\n- item " + picture.id().markdown("x") + " and\n> " + picture.id().markdown("");
    set(text, 0);
    awaitShown(2);
    FxThread.run(area()::selectAll);
    FxThread.run(area()::copy);

    assertThat(text()).isEqualTo(text);
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(text);
  }

  @Test
  void a_picture_stays_in_its_place_when_lines_are_added_before_it() {
    Picture picture = store(image(60, 20));
    set("a\n" + picture.id().markdown("") + "\nb", 0);
    awaitShown(1);
    world.press(KeyCode.ENTER, false, false);
    world.press(KeyCode.ENTER, false, false);
    FxThread.settle();

    assertThat(text()).startsWith("\n\na\n!");
    assertThat(views()).hasSize(1);
    assertThat(bounds(views().getFirst()).getMinY()).isGreaterThan(lineBounds(2).getMaxY());
    assertThat(bounds(views().getFirst()).getMaxY()).isLessThan(lineBounds(4).getMinY());
  }

  @Test
  void backspace_and_delete_remove_a_picture_as_a_whole() {
    Picture picture = store(image(60, 20));
    set("a\n" + picture.id().markdown("") + "\nb", 0);
    caret(text().length() - 2);
    world.press(KeyCode.BACK_SPACE, false, false);
    assertThat(text()).isEqualTo("a\n\nb");

    FxThread.run(area()::undo);
    caret(2);
    world.press(KeyCode.DELETE, false, false);
    assertThat(text()).isEqualTo("a\n\nb");
  }

  @Test
  void dropped_files_become_lines_and_others_are_refused() throws IOException {
    Path photo = Files.write(folder.resolve("River in ice.png"), image(30, 30));
    Path notes = Files.writeString(folder.resolve("notes.txt"), "no picture");
    Path large = folder.resolve("large.png");
    byte[] bytes = new byte[Picture.MAX_BYTES + 1];
    System.arraycopy(image(1, 1), 0, bytes, 0, 8);
    Files.write(large, bytes);

    set("", 0);
    pasteFiles(photo, notes);
    awaitText("picture:");
    assertThat(text()).startsWith("![River in ice](picture:").endsWith(")\n");
    awaitToast("notes.txt is not a PNG, JPEG or GIF picture");

    pasteFiles(large);
    awaitToast("large.png is larger than 20 MB");
    pasteFiles(folder.resolve("gone.png"));
    awaitToast("read gone.png");
    assertThat(PictureId.in(text())).hasSize(1);
  }

  @Test
  void an_outage_loses_nothing_and_says_what_to_do() {
    set("x", 1);
    world.services.entries.setUnavailable(true);
    pasteImage(10, 10);
    awaitToast("Can’t reach your journal, so the picture was not inserted");
    assertThat(text()).isEqualTo("x");

    world.services.entries.setUnavailable(false);
    FxThread.run(world.health::answered);
    paste();
    awaitText("picture:");
  }

  @Test
  void a_picture_stored_after_another_fragment_was_opened_goes_to_its_own() throws Exception {
    set("x", 1);
    world.awaitSaved();
    world.gate.hold("pictures");
    pasteImage(10, 10);
    world.gate.awaitCall();
    world.open("Load test");
    world.gate.open();

    FxThread.await("stored", () -> world.stored("Stand-up").contains("picture:"));
    assertThat(world.stored("Stand-up")).startsWith("x\n\n![");
    assertThat(text()).doesNotContain("picture:");
  }

  @Test
  void what_is_typed_meanwhile_moves_the_place() throws Exception {
    set("ab", 2);
    world.gate.hold("pictures");
    pasteImage(10, 10);
    world.gate.awaitCall();
    FxThread.run(() -> area().insertText(0, "123 "));
    world.gate.open();

    awaitText("picture:");
    assertThat(text()).startsWith("123 ab\n![");
  }

  @Test
  void a_missing_picture_says_so() {
    set(PictureId.of(new byte[1]).markdown("lost") + "\n", 0);
    caret(text().length());
    FxThread.await("the note", () -> notes().contains("This picture is not in the journal"));
    world.draw(Settings.Theme.LIGHT, "editor-picture-missing-light");
  }

  @Test
  void a_picture_appears_when_the_journal_is_back() {
    Picture picture = store(image(60, 20));
    world.services.entries.setUnavailable(true);
    set(picture.id().markdown("") + "\n", 0);
    FxThread.await(
        "the note", () -> notes().contains("The picture appears when your journal is back"));
    world.services.entries.setUnavailable(false);
    FxThread.run(world.health::answered);
    awaitShown(1);
  }

  @Test
  void a_click_opens_a_picture_and_escape_closes_it() {
    Picture picture = store(image(1_200, 500));
    set(picture.id().markdown("A river") + "\nend", 0);
    caret(text().length());
    awaitShown(1);
    Node box = onFx(() -> views().getFirst().getParent());
    FxThread.run(() -> click(box));
    FxThread.await("the window", () -> pictureWindow().isPresent());

    assertThat(onFx(() -> area().getCaretPosition())).isEqualTo(text().length());
    assertThat(pictureWindow().orElseThrow().getTitle()).isEqualTo("A river");
    FxThread.run(
        () ->
            Event.fireEvent(
                pictureWindow().orElseThrow().getScene().getRoot(),
                new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.ESCAPE,
                    false,
                    false,
                    false,
                    false)));
    FxThread.await("closed", () -> pictureWindow().isEmpty());
  }

  @Test
  void a_wide_picture_fits_the_column() {
    Picture picture = store(image(2_000, 900));
    set("a\n" + picture.id().markdown("") + "\nend", 0);
    awaitShown(1);
    assertThat(bounds(views().getFirst()).getWidth()).isCloseTo(660, within(0.1));
    assertThat(onFx(() -> ((ImageView) views().getFirst()).getImage().getWidth()))
        .isLessThanOrEqualTo(1_320);
  }

  @Test
  void pictures_look_good() {
    Picture river = store(image(1_320, 520));
    Picture note = store(image(240, 120));
    set(
        "The ice is breaking. This is the view from the bridge at eight:\n\n"
            + river.id().markdown("The river")
            + "\n\nThe gauge stood at 2.4 m.\n\n- the gauge "
            + note.id().markdown("gauge")
            + "\n- and a second item\n",
        0);
    awaitShown(2);
    assertThat(bounds(views().getFirst()).getWidth()).isCloseTo(660, within(0.1));
    for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      world.draw(theme, "editor-pictures-" + theme.name().toLowerCase(Locale.ROOT));
    }
    caret(70);
    FxThread.settle();
    world.draw(Settings.Theme.LIGHT, "editor-picture-source-light");
  }

  @Test
  void files_dropped_on_the_text_are_inserted_where_they_are_dropped() throws Exception {
    Path photo = Files.write(folder.resolve("ice.png"), image(30, 30));
    set("first\nsecond", 12);
    FxThread.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(photo.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
        });
    Bounds letter = lineBounds(0);
    Point2D at = onFx(() -> area().screenToLocal(letter.getMinX() + 1, letter.getCenterY()));
    FxThread.run(
        () -> {
          DragEvent over = dragEvent(DragEvent.DRAG_OVER, at);
          Event.fireEvent(area(), over);
          assertThat(over.isAccepted()).isTrue();
          Event.fireEvent(area(), dragEvent(DragEvent.DRAG_DROPPED, at));
        });

    awaitText("picture:");
    assertThat(text()).startsWith("![ice](picture:").endsWith(")\nfirst\nsecond");
  }

  /// A drag of what is on the clipboard; JavaFX makes a dragboard only for a real drag.
  private DragEvent dragEvent(EventType<DragEvent> type, Point2D at) {
    try {
      Constructor<Dragboard> constructor =
          Dragboard.class.getDeclaredConstructor(TKClipboard.class);
      constructor.setAccessible(true);
      Dragboard dragboard = constructor.newInstance(Toolkit.getToolkit().getSystemClipboard());
      return new DragEvent(
          null,
          area(),
          type,
          dragboard,
          at.getX(),
          at.getY(),
          0,
          0,
          TransferMode.COPY,
          null,
          null,
          null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_menu_inserts_and_opens_pictures() {
    Picture picture = store(image(50, 50));
    set("a\n" + picture.id().markdown("x") + "\nb", 0);
    MenuItem insert = menuItem("Insert picture…");
    MenuItem open = menuItem("Open picture");
    assertThat(insert.isDisable()).isFalse();
    assertThat(open.isDisable()).isTrue();

    caret(4);
    assertThat(menuItem("Open picture").isDisable()).isFalse();
    FxThread.run(open::fire);
    FxThread.await("the window", () -> pictureWindow().isPresent());
    FxThread.run(() -> pictureWindow().orElseThrow().close());

    FxThread.run(() -> area().setEditable(false));
    assertThat(menuItem("Insert picture…").isDisable()).isTrue();
  }

  private MenuItem menuItem(String text) {
    return onFx(
        () -> {
          ContextMenu menu = area().getContextMenu();
          Event.fireEvent(menu, new WindowEvent(menu, WindowEvent.WINDOW_SHOWING));
          return menu.getItems().stream()
              .filter(item -> text.equals(item.getText()))
              .findFirst()
              .orElseThrow();
        });
  }

  private static void click(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    for (var kind :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      Event.fireEvent(
          node,
          new MouseEvent(
              kind,
              at.getCenterX(),
              at.getCenterY(),
              0,
              0,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              null));
    }
  }

  private static Optional<Stage> pictureWindow() {
    return onFx(
        () ->
            Window.getWindows().stream()
                .filter(
                    shown ->
                        shown.isShowing()
                            && shown.getScene() != null
                            && shown
                                .getScene()
                                .getRoot()
                                .getStyleClass()
                                .contains("picture-window"))
                .map(Stage.class::cast)
                .findFirst());
  }

  private static <T> T onFx(Callable<T> call) {
    try {
      return Platform.isFxApplicationThread() ? call.call() : FxThread.call(call);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private MarkdownArea area() {
    return onFx(world::text);
  }

  private String text() {
    return onFx(() -> world.text().getText());
  }

  private void set(String text, int caret) {
    FxThread.run(() -> area().replaceText(text));
    caret(caret);
  }

  private void caret(int offset) {
    FxThread.run(() -> area().moveTo(offset));
    FxThread.settle();
  }

  private void pasteImage(int width, int height) {
    FxThread.run(
        () -> {
          WritableImage image = new WritableImage(width, height);
          int[] pixels = new int[width * height];
          java.util.Arrays.fill(pixels, 0xff336699);
          image
              .getPixelWriter()
              .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          ClipboardContent content = new ClipboardContent();
          content.putImage(image);
          Clipboard.getSystemClipboard().setContent(content);
        });
    paste();
  }

  private void pasteFiles(Path... files) {
    FxThread.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(files).stream().map(Path::toFile).toList());
          Clipboard.getSystemClipboard().setContent(content);
        });
    paste();
  }

  private void paste() {
    FxThread.run(() -> area().paste());
  }

  private void awaitText(String part) {
    FxThread.await(part, () -> world.text().getText().contains(part));
    FxThread.settle();
  }

  private void awaitToast(String start) {
    FxThread.await(
        start, () -> world.navigator.toasts.stream().anyMatch(toast -> toast.contains(start)));
  }

  private void awaitShown(int count) {
    FxThread.await(count + " pictures", () -> views().size() == count);
    FxThread.settle();
  }

  private List<Node> views() {
    return onFx(() -> List.copyOf(requireNonNull(area()).lookupAll(".md-picture > ImageView")));
  }

  private List<String> notes() {
    return area().lookupAll(".md-picture-note").stream()
        .map(Label.class::cast)
        .map(Label::getText)
        .toList();
  }

  private static Bounds bounds(Node node) {
    return onFx(() -> node.localToScreen(node.getBoundsInLocal()));
  }

  private Bounds lineBounds(int line) {
    return onFx(
        () -> {
          int start = area().getAbsolutePosition(line, 0);
          return area().getCharacterBoundsOnScreen(start, start + 1).orElseThrow();
        });
  }

  private Picture store(byte[] file) {
    try {
      Picture picture = Picture.of("", file);
      world.services.entries.pictures().save(FakeUiServices.USER, picture);
      return picture;
    } catch (Picture.RefusedException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<byte[]> file(PictureId id) {
    return world.services.entries.pictures().find(FakeUiServices.USER, id);
  }

  private static byte[] image(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D draw = image.createGraphics();
    draw.setPaint(
        new GradientPaint(0, 0, new Color(0xb8d8e8), 0, height, new Color(0x2f5f74), false));
    draw.fillRect(0, 0, width, height);
    draw.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
