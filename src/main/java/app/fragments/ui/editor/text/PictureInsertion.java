package app.fragments.ui.editor.text;

import app.fragments.journal.EntryId;
import app.fragments.journal.Picture;
import app.fragments.journal.PictureStore;
import app.fragments.store.StoreException;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.PictureLines;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.reactfx.Subscription;

/// Inserts pictures: pasted, dropped or chosen. Stores them first, so that a text never refers to a
/// picture that the journal does not have. On the FX thread.
final class PictureInsertion {
  private final UiContext context;
  private final MarkdownArea area;
  private final Supplier<@Nullable EntryId> shown;
  private final BiConsumer<EntryId, String> onLate;

  /// What is to be inserted.
  ///
  /// @param name for messages
  private record Source(String name, Callable<Picture> picture) {}

  /// @param markdown of the stored pictures
  /// @param failed the first picture that was not stored, or null
  private record Stored(
      List<String> markdown, @Nullable String failed, @Nullable Exception failure) {}

  /// @param shown the fragment in the area
  /// @param onLate called if another fragment is shown when a picture is stored
  PictureInsertion(
      UiContext context,
      MarkdownArea area,
      Supplier<@Nullable EntryId> shown,
      BiConsumer<EntryId, String> onLate) {
    this.context = context;
    this.area = area;
    this.shown = shown;
    this.onLate = onLate;
  }

  void acceptDrops() {
    area.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (area.isEditable() && (hasFiles(event.getDragboard()) || hasImage(event))) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    area.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          int offset = area.hit(event.getX(), event.getY()).getInsertionIndex();
          if (insert(event.getDragboard(), offset)) {
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static boolean hasImage(DragEvent event) {
    return event.getDragboard().hasImage();
  }

  private static boolean hasFiles(Clipboard clipboard) {
    return clipboard.hasFiles() && !clipboard.getFiles().isEmpty();
  }

  /// Inserts the files or the picture of a clipboard.
  ///
  /// @return false if it has none, or text as well: office programs add a picture of the text
  boolean insert(Clipboard clipboard, int offset) {
    if (!area.isEditable()) {
      return false;
    }
    if (hasFiles(clipboard)) {
      insertFiles(clipboard.getFiles(), offset);
      return true;
    }
    String text = clipboard.getString();
    Image image = text == null || text.isBlank() ? clipboard.getImage() : null;
    if (image == null) {
      return false;
    }
    String name = context.messages().get("picture.pasted");
    insert(List.of(new Source(name, () -> Picture.of("", PictureCodec.png(image)))), offset);
    return true;
  }

  /// Lets the user choose files.
  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(context.messages().get("editor.menu.insertPicture"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                context.messages().get("picture.files"),
                "*.png",
                "*.jpg",
                "*.jpeg",
                "*.gif",
                "*.PNG",
                "*.JPG",
                "*.JPEG",
                "*.GIF"));
    List<File> files = chooser.showOpenMultipleDialog(area.getScene().getWindow());
    if (files != null) {
      insertFiles(files, area.getCaretPosition());
    }
  }

  void insertFiles(List<File> files, int offset) {
    insert(
        files.stream()
            .map(file -> new Source(file.getName(), () -> Picture.read(file.toPath())))
            .toList(),
        offset);
  }

  private void insert(List<Source> sources, int offset) {
    EntryId target = shown.get();
    if (target == null) {
      return;
    }
    int[] place = {offset}; // moves with what is typed before it meanwhile
    Subscription following =
        area.plainTextChanges()
            .subscribe(
                change -> {
                  if (change.getPosition() <= place[0]) {
                    place[0] = Math.max(change.getPosition(), place[0] + change.getNetLength());
                  }
                });
    context.run(
        () -> store(sources),
        stored -> {
          following.unsubscribe();
          if (!stored.markdown().isEmpty()) {
            stored(target, place[0], String.join("\n", stored.markdown()));
          }
          report(stored);
        },
        failure -> {
          following.unsubscribe();
          report(new Stored(List.of(), sources.getFirst().name(), failure));
        });
  }

  private Stored store(List<Source> sources) {
    UiServices services = context.services();
    List<String> markdown = new ArrayList<>();
    String failed = null;
    Exception failure = null;
    for (Source source : sources) {
      try {
        Picture picture = source.picture().call();
        PictureStore store = services.entries().pictures();
        store.save(services.userId(), picture);
        markdown.add(picture.id().markdown(picture.name()));
      } catch (Exception e) {
        failed = failed == null ? source.name() : failed;
        failure = failure == null ? e : failure;
      }
    }
    return new Stored(markdown, failed, failure);
  }

  private void stored(EntryId target, int place, String markdown) {
    if (!Objects.equals(target, shown.get())) {
      onLate.accept(target, markdown);
    } else if (area.isEditable()) {
      int offset = Math.min(place, area.getLength());
      LineStyle line = area.line(AreaAccess.lineOf(area, offset)).style();
      boolean isNested = line.depth() > 0 || line.quotes() > 0;
      area.apply(PictureLines.insert(area.getText(), offset, markdown, isNested));
    }
  }

  private void report(Stored stored) {
    Exception failure = stored.failure();
    String name = String.valueOf(stored.failed());
    switch (failure) {
      case null -> {}
      case Picture.RefusedException refused ->
          context.toast(
              refused.isTooLarge() ? "picture.refused.size" : "picture.refused.format", name);
      case StoreException store -> {
        if (context.failed(store, "Cannot store a picture")) {
          context.toast("picture.refused.away");
        } else {
          context.toast("picture.refused.store", String.valueOf(store.getMessage()));
        }
      }
      default -> context.toastFailure(failure, "picture.refused.file", name);
    }
  }
}
