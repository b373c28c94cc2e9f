package app.fragments.ui.shell;

import app.fragments.settings.Settings.WindowState;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The bounds of a window: where it opens, and where it is while it is neither maximized nor
/// minimized. On the FX thread.
final class WindowBounds {
  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;
  static final double SIDEBAR_MIN = 200;
  static final double SIDEBAR_MAX = 360;
  static final double LIST_MIN = 380;
  static final double LIST_MAX = 640;

  /// Some systems report the new size of a maximized window shortly before they report that it is
  /// maximized.
  static final Duration SETTLING_TIME = Duration.millis(400);

  /// How much of the title bar must be on a screen for the window to be movable, in pixels.
  private static final double REACHABLE = 100;

  private final Stage stage;
  private Rectangle2D settled;

  /// @param settlingTime how long bounds must stay unchanged to count
  WindowBounds(Stage stage, Duration settlingTime) {
    this.stage = stage;
    settled = current();
    PauseTransition pause = new PauseTransition(settlingTime);
    pause.setOnFinished(e -> settled = restored());
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.addListener((o, old, now) -> pause.playFromStart()));
  }

  /// The current bounds, or the last ones before the window was maximized or minimized.
  Rectangle2D restored() {
    boolean isRestored = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    return isRestored ? current() : settled;
  }

  private Rectangle2D current() {
    return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
  }

  /// Where the window opens: where it was last closed, if that place is still on a screen.
  ///
  /// @param saved where the window was last closed, or null
  /// @param screens the visible bounds of the screens, primary screen first
  static WindowState open(@Nullable WindowState saved, List<Rectangle2D> screens) {
    if (saved == null) {
      return centered(new WindowState(0, 0, 1440, 900, false, 236, 396), screens.getFirst());
    }
    Rectangle2D bar = new Rectangle2D(saved.x(), saved.y(), Math.max(1, saved.width()), 1);
    for (Rectangle2D screen : screens) {
      if (visibleWidth(bar, screen) >= REACHABLE && bar.getMinY() >= screen.getMinY()) {
        return fit(saved, screen);
      }
    }
    return centered(saved, screens.getFirst());
  }

  private static WindowState centered(WindowState state, Rectangle2D screen) {
    WindowState fit = fit(state, screen);
    return new WindowState(
        screen.getMinX() + Math.max(0, (screen.getWidth() - fit.width()) / 2),
        screen.getMinY() + Math.max(0, (screen.getHeight() - fit.height()) / 2),
        fit.width(),
        fit.height(),
        fit.maximized(),
        fit.sidebar(),
        fit.list());
  }

  private static WindowState fit(WindowState state, Rectangle2D screen) {
    return new WindowState(
        state.x(),
        state.y(),
        Math.clamp(state.width(), MIN_WIDTH, Math.max(MIN_WIDTH, screen.getWidth())),
        Math.clamp(state.height(), MIN_HEIGHT, Math.max(MIN_HEIGHT, screen.getHeight())),
        state.maximized(),
        Math.clamp(state.sidebar(), SIDEBAR_MIN, SIDEBAR_MAX),
        Math.clamp(state.list(), LIST_MIN, LIST_MAX));
  }

  private static double visibleWidth(Rectangle2D bar, Rectangle2D screen) {
    boolean sameHeight = bar.getMinY() >= screen.getMinY() && bar.getMinY() < screen.getMaxY();
    return sameHeight
        ? Math.min(bar.getMaxX(), screen.getMaxX()) - Math.max(bar.getMinX(), screen.getMinX())
        : 0;
  }
}
