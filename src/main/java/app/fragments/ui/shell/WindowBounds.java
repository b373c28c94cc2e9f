package app.fragments.ui.shell;

import app.fragments.settings.Settings.WindowState;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Where the window opens: where it was last closed, if that place is still on a screen.
final class WindowBounds {
  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;
  static final double SIDEBAR = 236;
  static final double LIST = 396;
  static final double SIDEBAR_MIN = 200;
  static final double SIDEBAR_MAX = 360;
  static final double LIST_MIN = 380;
  static final double LIST_MAX = 640;
  private static final double DEFAULT_WIDTH = 1440;
  private static final double DEFAULT_HEIGHT = 900;

  /// How much of the title bar must be on a screen for the window to be movable, in pixels.
  private static final double REACHABLE = 100;

  private WindowBounds() {}

  /// @param saved where the window was last closed, or null
  /// @param screens the visible bounds of the screens, primary screen first
  static WindowState open(@Nullable WindowState saved, List<Rectangle2D> screens) {
    Rectangle2D main = screens.getFirst();
    if (saved == null) {
      return centered(main, DEFAULT_WIDTH, DEFAULT_HEIGHT, false, SIDEBAR, LIST);
    }
    Rectangle2D bar = new Rectangle2D(saved.x(), saved.y(), Math.max(1, saved.width()), 1);
    for (Rectangle2D screen : screens) {
      if (visibleWidth(bar, screen) >= REACHABLE && bar.getMinY() >= screen.getMinY()) {
        return new WindowState(
            saved.x(),
            saved.y(),
            fit(saved.width(), MIN_WIDTH, screen.getWidth()),
            fit(saved.height(), MIN_HEIGHT, screen.getHeight()),
            saved.maximized(),
            fit(saved.sidebar(), SIDEBAR_MIN, SIDEBAR_MAX),
            fit(saved.list(), LIST_MIN, LIST_MAX));
      }
    }
    return centered(
        main, saved.width(), saved.height(), saved.maximized(), saved.sidebar(), saved.list());
  }

  private static WindowState centered(
      Rectangle2D screen,
      double width,
      double height,
      boolean maximized,
      double sidebar,
      double list) {
    double w = fit(width, MIN_WIDTH, screen.getWidth());
    double h = fit(height, MIN_HEIGHT, screen.getHeight());
    return new WindowState(
        screen.getMinX() + Math.max(0, (screen.getWidth() - w) / 2),
        screen.getMinY() + Math.max(0, (screen.getHeight() - h) / 2),
        w,
        h,
        maximized,
        fit(sidebar, SIDEBAR_MIN, SIDEBAR_MAX),
        fit(list, LIST_MIN, LIST_MAX));
  }

  private static double visibleWidth(Rectangle2D bar, Rectangle2D screen) {
    boolean sameHeight = bar.getMinY() >= screen.getMinY() && bar.getMinY() < screen.getMaxY();
    return sameHeight
        ? Math.min(bar.getMaxX(), screen.getMaxX()) - Math.max(bar.getMinX(), screen.getMinX())
        : 0;
  }

  private static double fit(double value, double min, double max) {
    return Math.clamp(value, min, Math.max(min, max));
  }
}
