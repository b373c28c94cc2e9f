package app.fragments.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which page the window shows, what floats over it, and where Back leads. On the FX thread.
public final class MainViewModel {
  /// Below this width of the window, in pixels, the sidebar folds away.
  static final double NARROW = 1100;

  private static final int REMEMBERED = 50;

  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.FRAGMENT);
  private final BooleanProperty settingsOpen = new SimpleBooleanProperty();
  private final BooleanProperty aboutOpen = new SimpleBooleanProperty();
  private final BooleanProperty shortcutsOpen = new SimpleBooleanProperty();
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final BooleanProperty sidebarOverlay = new SimpleBooleanProperty();
  private final BooleanProperty sidebarFolded = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final Deque<NavigationTarget> history = new ArrayDeque<>();

  MainViewModel() {
    narrow.addListener((o, old, now) -> sidebarOverlay.set(false));
  }

  public ObjectProperty<Tab> tab() {
    return tab;
  }

  public BooleanProperty settingsOpen() {
    return settingsOpen;
  }

  public BooleanProperty aboutOpen() {
    return aboutOpen;
  }

  public BooleanProperty shortcutsOpen() {
    return shortcutsOpen;
  }

  /// Whether the window is too narrow for the sidebar.
  public BooleanProperty narrow() {
    return narrow;
  }

  /// Whether the folded sidebar floats over the window.
  public BooleanProperty sidebarOverlay() {
    return sidebarOverlay;
  }

  /// Whether the user has folded the sidebar away in a wide window.
  public BooleanProperty sidebarFolded() {
    return sidebarFolded;
  }

  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /// Folds the sidebar away or brings it back: beside the list, or over it where there is no room.
  void toggleSidebar() {
    BooleanProperty shown = narrow.get() ? sidebarOverlay : sidebarFolded;
    shown.set(!shown.get());
  }

  /// Remembers a place that the user is sent away from.
  void leave(NavigationTarget place) {
    if (!place.equals(history.peek())) {
      history.push(place);
    }
    if (history.size() > REMEMBERED) {
      history.removeLast();
    }
    canGoBack.set(true);
  }

  /// The place that was left last.
  Optional<NavigationTarget> back() {
    NavigationTarget place = history.poll();
    canGoBack.set(!history.isEmpty());
    return Optional.ofNullable(place);
  }

  /// Closes what floats on top.
  ///
  /// @return whether something did
  boolean closeTop() {
    for (BooleanProperty floating :
        List.of(shortcutsOpen, aboutOpen, settingsOpen, sidebarOverlay)) {
      if (floating.get()) {
        floating.set(false);
        return true;
      }
    }
    return false;
  }
}
