package app.fragments.ui.shell;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The current tab, open overlays, and the history for Back and Forward. On the FX thread.
final class MainViewModel {
  /// Below this window width, in pixels, the sidebar is an overlay.
  static final double NARROW = 1100;

  private static final int MAX_HISTORY = 50;

  enum Tab {
    FRAGMENT,
    REPORT,
    JOBS
  }

  /// A place to return to, with what was open there.
  record NavigationTarget(Tab tab, @Nullable EntryId entry, @Nullable ReportId report) {}

  final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.FRAGMENT);
  final BooleanProperty settingsOpen = new SimpleBooleanProperty();
  final BooleanProperty aboutOpen = new SimpleBooleanProperty();
  final BooleanProperty shortcutsOpen = new SimpleBooleanProperty();
  final BooleanProperty narrow = new SimpleBooleanProperty();

  /// Whether the sidebar is open as an overlay.
  final BooleanProperty sidebarOverlay = new SimpleBooleanProperty();

  /// Whether the user has hidden the fixed sidebar.
  final BooleanProperty sidebarHidden = new SimpleBooleanProperty();

  /// Whether the list column shows the reports instead of the fragments.
  final BooleanProperty reportsListed = new SimpleBooleanProperty();

  /// Where Back leads, or null.
  final ObjectProperty<@Nullable NavigationTarget> previous = new SimpleObjectProperty<>();

  private final Deque<NavigationTarget> history = new ArrayDeque<>();
  private final Deque<NavigationTarget> future = new ArrayDeque<>();

  MainViewModel() {
    narrow.addListener((o, old, now) -> sidebarOverlay.set(false));
  }

  /// Shows or hides the sidebar, as an overlay if the window is narrow.
  void toggleSidebar() {
    BooleanProperty shown = narrow.get() ? sidebarOverlay : sidebarHidden;
    shown.set(!shown.get());
  }

  /// Remembers a place that the user leaves for another one.
  void remember(NavigationTarget place) {
    future.clear();
    push(history, place);
  }

  /// @param here where Forward leads from then on
  Optional<NavigationTarget> back(NavigationTarget here) {
    return move(history, future, here);
  }

  /// @param here where Back leads from then on
  Optional<NavigationTarget> forward(NavigationTarget here) {
    return move(future, history, here);
  }

  private Optional<NavigationTarget> move(
      Deque<NavigationTarget> from, Deque<NavigationTarget> to, NavigationTarget here) {
    NavigationTarget place = from.poll();
    if (place != null) {
      push(to, here);
    }
    previous.set(history.peek());
    return Optional.ofNullable(place);
  }

  private void push(Deque<NavigationTarget> places, NavigationTarget place) {
    if (!place.equals(places.peek())) {
      places.push(place);
    }
    if (places.size() > MAX_HISTORY) {
      places.removeLast();
    }
    previous.set(history.peek());
  }

  /// Closes the topmost overlay. Returns false if none was open.
  boolean closeTop() {
    Optional<BooleanProperty> top = overlays().filter(BooleanProperty::get).findFirst();
    top.ifPresent(overlay -> overlay.set(false));
    return top.isPresent();
  }

  /// Closes all overlays, because what is behind them gets the focus.
  void closeAll() {
    overlays().forEach(overlay -> overlay.set(false));
  }

  private Stream<BooleanProperty> overlays() {
    return Stream.of(shortcutsOpen, aboutOpen, settingsOpen, sidebarOverlay);
  }
}
