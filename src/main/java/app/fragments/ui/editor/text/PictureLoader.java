package app.fragments.ui.editor.text;

import app.fragments.journal.PictureId;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Reads pictures from the store and decodes them for the screen, in the background. Keeps the last
/// ones. On the FX thread.
final class PictureLoader {
  /// In pixels: the text column on a dense screen.
  private static final int MOST = 1_320;

  private static final long MAX_BYTES = 48L << 20;
  private static final int BYTES_A_PIXEL = 4;

  enum State {
    LOADING,
    SHOWN,
    MISSING,
    UNREADABLE,
    /// The store is unreachable.
    AWAY
  }

  /// @param image not null if and only if it can be shown
  record Picture(State state, @Nullable Image image) {
    static final Picture LOADING = new Picture(State.LOADING, null);
  }

  private final UiContext context;
  private final Runnable onSized;
  private final Map<PictureId, ObjectProperty<Picture>> pictures =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PictureId, Dimension2D> sizes = new HashMap<>();

  /// @param onSized called when the size of a picture becomes known
  PictureLoader(UiContext context, Runnable onSized) {
    this.context = context;
    this.onSized = onSized;
    context.health().onReady(this::loadMissing);
  }

  /// In pixels; null if it is not known yet.
  @Nullable Dimension2D size(PictureId id) {
    return sizes.get(id);
  }

  ObservableValue<Picture> load(PictureId id) {
    ObjectProperty<Picture> known = pictures.get(id);
    if (known != null && known.get().state() != State.MISSING) {
      return known;
    }
    ObjectProperty<Picture> picture =
        known == null ? new SimpleObjectProperty<>(Picture.LOADING) : known;
    pictures.put(id, picture);
    read(id, picture);
    return picture;
  }

  /// Decodes a picture for a whole screen.
  ///
  /// @param onDone not called if it can't be read
  void loadLarge(PictureId id, int most, Consumer<Image> onDone) {
    context.run(
        decoded(id, most),
        image -> image.ifPresent(onDone),
        failure -> context.toastFailure(failure, "picture.unreadable"));
  }

  private void loadMissing() {
    pictures.forEach(
        (id, picture) -> {
          if (picture.get().state() == State.AWAY || picture.get().state() == State.MISSING) {
            read(id, picture);
          }
        });
  }

  private void read(PictureId id, ObjectProperty<Picture> picture) {
    context.run(
        decoded(id, MOST),
        image -> image.ifPresentOrElse(found -> show(id, picture, found), () -> missing(picture)),
        failure -> {
          boolean isAway =
              !(failure instanceof IOException) && context.failed(failure, "Cannot read a picture");
          picture.set(new Picture(isAway ? State.AWAY : State.UNREADABLE, null));
        });
  }

  private Callable<Optional<Image>> decoded(PictureId id, int most) {
    UiServices services = context.services();
    return () -> {
      Optional<byte[]> file = services.entries().pictures().find(services.userId(), id);
      return file.isPresent()
          ? Optional.of(PictureCodec.decode(file.get(), most))
          : Optional.empty();
    };
  }

  private static void missing(ObjectProperty<Picture> picture) {
    picture.set(new Picture(State.MISSING, null));
  }

  private void show(PictureId id, ObjectProperty<Picture> picture, Image image) {
    sizes.put(id, new Dimension2D(image.getWidth(), image.getHeight()));
    picture.set(new Picture(State.SHOWN, image));
    forgetOldest();
    onSized.run();
  }

  /// What is on the screen keeps its picture.
  private void forgetOldest() {
    long bytes = 0;
    List<ObjectProperty<Picture>> newestFirst = new ArrayList<>(pictures.values()).reversed();
    int kept = 0;
    for (ObjectProperty<Picture> picture : newestFirst) {
      Image image = picture.get().image();
      bytes += image == null ? 0 : (long) (image.getWidth() * image.getHeight()) * BYTES_A_PIXEL;
      if (bytes > MAX_BYTES && kept > 0) {
        break;
      }
      kept++;
    }
    Iterator<PictureId> oldest = pictures.keySet().iterator();
    for (int i = pictures.size() - kept; i > 0; i--) {
      oldest.next();
      oldest.remove();
    }
  }
}
