package app.fragments.ui.shell;

import app.fragments.settings.Settings.WindowState;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Where the window opens: where it was, as far as the screens of today have that place.
final class WindowBounds {
  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;
  static final double SIDEBAR = 236;
  static final double LIST = 396;
  static final double SIDEBAR_LEAST = 200;
  static final double SIDEBAR_MOST = 360;
  static final double LIST_LEAST = 380;
  static final double LIST_MOST = 640;
  private static final double USUAL_WIDTH = 1440;
  private static final double USUAL_HEIGHT = 900;

  /// How much of the window's bar has to be on a screen for it to be reached with the pointer.
  private static final double REACHABLE = 100;

  private WindowBounds() {}

  /// @param kept where the window was when it was last closed, or null
  /// @param screens what can be drawn on, the main screen first; at least one
  static WindowState open(@Nullable WindowState kept, List<Rectangle2D> screens) {
    Rectangle2D main = screens.getFirst();
    if (kept == null) {
      return centered(main, USUAL_WIDTH, USUAL_HEIGHT, false, SIDEBAR, LIST);
    }
    Rectangle2D bar = new Rectangle2D(kept.x(), kept.y(), Math.max(1, kept.width()), 1);
    for (Rectangle2D screen : screens) {
      if (reach(bar, screen) >= REACHABLE && bar.getMinY() >= screen.getMinY()) {
        return new WindowState(
            kept.x(),
            kept.y(),
            fit(kept.width(), MIN_WIDTH, screen.getWidth()),
            fit(kept.height(), MIN_HEIGHT, screen.getHeight()),
            kept.maximized(),
            fit(kept.sidebar(), SIDEBAR_LEAST, SIDEBAR_MOST),
            fit(kept.list(), LIST_LEAST, LIST_MOST));
      }
    }
    return centered(
        main, kept.width(), kept.height(), kept.maximized(), kept.sidebar(), kept.list());
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
        fit(sidebar, SIDEBAR_LEAST, SIDEBAR_MOST),
        fit(list, LIST_LEAST, LIST_MOST));
  }

  private static double reach(Rectangle2D bar, Rectangle2D screen) {
    boolean sameHeight = bar.getMinY() >= screen.getMinY() && bar.getMinY() < screen.getMaxY();
    return sameHeight
        ? Math.min(bar.getMaxX(), screen.getMaxX()) - Math.max(bar.getMinX(), screen.getMinX())
        : 0;
  }

  private static double fit(double value, double least, double most) {
    return Math.max(least, Math.min(value, Math.max(least, most)));
  }
}
