package app.fragments.ui.shell;

import app.fragments.journal.EntryId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The current tab, open overlays, and the history for Back. On the FX thread.
final class MainViewModel {
  /// Below this window width, in pixels, the sidebar is an overlay.
  static final double NARROW = 1100;

  private static final int MAX_HISTORY = 50;

  enum Tab {
    FRAGMENT,
    REPORT,
    JOBS
  }

  /// A place to return to, with the open entry if there is one.
  record NavigationTarget(Tab tab, @Nullable EntryId entry) {}

  final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.FRAGMENT);
  final BooleanProperty settingsOpen = new SimpleBooleanProperty();
  final BooleanProperty aboutOpen = new SimpleBooleanProperty();
  final BooleanProperty shortcutsOpen = new SimpleBooleanProperty();
  final BooleanProperty narrow = new SimpleBooleanProperty();

  /// Whether the sidebar is open as an overlay.
  final BooleanProperty sidebarOverlay = new SimpleBooleanProperty();

  /// Whether the user has hidden the fixed sidebar.
  final BooleanProperty sidebarHidden = new SimpleBooleanProperty();

  final BooleanProperty canGoBack = new SimpleBooleanProperty();
  private final Deque<NavigationTarget> history = new ArrayDeque<>();

  MainViewModel() {
    narrow.addListener((o, old, now) -> sidebarOverlay.set(false));
  }

  /// Shows or hides the sidebar, as an overlay if the window is narrow.
  void toggleSidebar() {
    BooleanProperty shown = narrow.get() ? sidebarOverlay : sidebarHidden;
    shown.set(!shown.get());
  }

  void remember(NavigationTarget place) {
    if (!place.equals(history.peek())) {
      history.push(place);
    }
    if (history.size() > MAX_HISTORY) {
      history.removeLast();
    }
    canGoBack.set(true);
  }

  Optional<NavigationTarget> back() {
    NavigationTarget place = history.poll();
    canGoBack.set(!history.isEmpty());
    return Optional.ofNullable(place);
  }

  /// Closes the topmost overlay. Returns false if none was open.
  boolean closeTop() {
    Optional<BooleanProperty> top =
        Stream.of(shortcutsOpen, aboutOpen, settingsOpen, sidebarOverlay)
            .filter(BooleanProperty::get)
            .findFirst();
    top.ifPresent(overlay -> overlay.set(false));
    return top.isPresent();
  }
}
