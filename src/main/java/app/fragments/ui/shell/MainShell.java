package app.fragments.ui.shell;

import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.OverlayScrollBar;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.Theming;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The layout of the window: top bar, three columns, weave bar and overlays. The user resizes the
/// columns; in a narrow window the sidebar is an overlay.
final class MainShell extends StackPane {
  /// The width of the grip between two columns, in pixels.
  private static final double GRIP = 7;

  /// The most of the window's width that the list may take.
  private static final double LIST_SHARE = 0.43;

  /// Steps that build what the first frame does not need. Run each once, in order.
  final List<Runnable> deferred;

  final StackPane sidebar = new StackPane();
  final StackPane list;
  private final MainViewModel main;
  private final HBox columns = new HBox();
  private final StackPane sidebarLayer = new StackPane();

  MainShell(MainViewModel main, WindowModules modules) {
    this.main = main;
    list = new StackPane(modules.entries.list());
    list.getStyleClass().add("list-column");
    addWhenShown(list, main.reportsListed, modules.reports::list);
    ScreenLoader screens = modules.screens;
    getStyleClass().add("window");
    sidebar.getStyleClass().add("sidebar-place");
    StackPane pane = new StackPane();
    // takes the remaining width and never pushes the columns aside
    pane.setMinWidth(0);
    pane.setPrefWidth(0);
    HBox.setHgrow(pane, Priority.ALWAYS);
    // in a low window these scroll, so that the bars are never cut off
    Stream.of(columns, list, pane).forEach(region -> region.setMinHeight(0));
    columns
        .getChildren()
        .addAll(
            sidebar,
            resizeHandle(sidebar, WindowBounds.SIDEBAR_MIN, WindowBounds.SIDEBAR_MAX),
            list,
            resizeHandle(list, WindowBounds.LIST_MIN, WindowBounds.LIST_MAX),
            pane);
    BorderPane frame = new BorderPane();
    frame.setMinHeight(0);
    Region barPlace = new Region();
    barPlace.getStyleClass().add("bar");
    VBox top = new VBox(barPlace);
    frame.setTop(top); // before the columns: Tab follows this order
    frame.setCenter(columns);
    frame.setBottom(modules.weave.bar());
    VBox lowerRight = new VBox(modules.toasts);
    lowerRight.getStyleClass().add("lower-right");
    lowerRight.setPickOnBounds(false);
    lowerRight.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(lowerRight, Pos.BOTTOM_RIGHT);
    getChildren()
        .addAll(
            frame,
            sidebarLayer,
            overlay(main.settingsOpen, modules.settings::settings),
            overlay(main.aboutOpen, once(() -> screens.load(FxmlFile.ABOUT))),
            overlay(main.shortcutsOpen, once(() -> screens.load(FxmlFile.SHORTCUTS))),
            lowerRight);
    sidebarLayer.getStyleClass().add("scrim");
    sidebarLayer.setAlignment(Pos.TOP_LEFT);
    closeOnClickOutside(sidebarLayer, main.sidebarOverlay);
    deferred =
        List.of(
            () ->
                top.getChildren().setAll(screens.load(FxmlFile.BAR), screens.load(FxmlFile.STATUS)),
            () -> pane.getChildren().add(screens.load(FxmlFile.PANE)),
            () ->
                sidebar
                    .getChildren()
                    .add(new OverlayScrollBar((ScrollPane) screens.load(FxmlFile.SIDEBAR))),
            () -> lowerRight.getChildren().addFirst(screens.load(FxmlFile.IMPORT)));
    Theming theming = modules.context.theming();
    widthProperty().addListener((o, old, now) -> widthChanged(theming));
    theming.textSize().addListener((o, old, now) -> widthChanged(theming));
    main.narrow.subscribe(narrow -> placeSidebar());
    main.sidebarOverlay.subscribe(shown -> placeSidebar());
    main.sidebarHidden.subscribe(hidden -> placeSidebar());
  }

  /// Sets the widths of the columns, scaled up for larger text.
  void apply(WindowState state, Theming theming) {
    sidebar.setPrefWidth(Math.max(state.sidebar(), theming.scaled(WindowBounds.SIDEBAR_MIN)));
    list.setPrefWidth(Math.max(state.list(), theming.scaled(WindowBounds.LIST_MIN)));
  }

  /// Folds the sidebar away in a window too narrow for its text size, and keeps the list from
  /// taking the room of the open fragment.
  private void widthChanged(Theming theming) {
    main.narrow.set(getWidth() < theming.scaled(MainViewModel.NARROW));
    double most = getWidth() * LIST_SHARE;
    list.setMinWidth(Math.min(WindowBounds.LIST_MIN, most));
    list.setMaxWidth(most);
  }

  private void placeSidebar() {
    boolean narrow = main.narrow.get();
    boolean shown = narrow ? main.sidebarOverlay.get() : !main.sidebarHidden.get();
    Pane parent = narrow ? sidebarLayer : columns;
    if (!parent.getChildren().contains(sidebar)) {
      (narrow ? columns : sidebarLayer).getChildren().remove(sidebar);
      parent.getChildren().addFirst(sidebar);
    }
    sidebar.setMaxWidth(USE_PREF_SIZE);
    sidebar.setMinWidth(USE_PREF_SIZE);
    sidebar.setVisible(shown);
    sidebar.setManaged(shown);
    sidebarLayer.setVisible(narrow && shown);
  }

  /// A page over the dimmed window, created when it opens. It traps the focus and returns it when
  /// it closes.
  private static StackPane overlay(BooleanProperty open, Supplier<? extends Node> maker) {
    StackPane layer = new StackPane();
    layer.getStyleClass().add("scrim");
    layer.setVisible(false);
    closeOnClickOutside(layer, open);
    Region first = focusGuard();
    Region last = focusGuard();
    wrapFocus(first, last, TraversalDirection.PREVIOUS);
    wrapFocus(last, first, TraversalDirection.NEXT);
    Node[] previousFocus = {null};
    open.subscribe(
        now -> {
          layer.setVisible(now);
          if (now) {
            previousFocus[0] = layer.getScene().getFocusOwner();
            layer.getChildren().setAll(first, maker.get(), last);
            first.requestFocusTraversal(TraversalDirection.NEXT);
          } else if (previousFocus[0] != null) {
            previousFocus[0].requestFocus();
            previousFocus[0] = null;
          }
        });
    return layer;
  }

  /// Keeps Tab within an overlay: one end passes the focus to the other.
  private static void wrapFocus(Region end, Region other, TraversalDirection direction) {
    end.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) { // once the scene has finished the current traversal
                Platform.runLater(() -> other.requestFocusTraversal(direction));
              }
            });
  }

  /// Focusable, but takes neither space nor mouse events.
  private static Region focusGuard() {
    Region guard = new Region();
    guard.setFocusTraversable(true);
    guard.setManaged(false);
    guard.setMouseTransparent(true);
    return guard;
  }

  /// The line to the right of a column: one pixel wide, with a wider grip.
  private static Region resizeHandle(Region column, double min, double max) {
    Region handle = new Region();
    handle.getStyleClass().add("resize-handle");
    handle.setMinWidth(GRIP);
    handle.setMaxWidth(GRIP);
    handle.setCursor(Cursor.H_RESIZE);
    handle.setViewOrder(-1);
    HBox.setMargin(handle, new Insets(0, -(GRIP - 1) / 2, 0, -(GRIP - 1) / 2));
    double[] grabbedAt = {0};
    handle.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          grabbedAt[0] = event.getSceneX() - column.getWidth();
          event.consume();
        });
    handle.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          column.setPrefWidth(Math.clamp(event.getSceneX() - grabbedAt[0], min, max));
          event.consume();
        });
    handle.visibleProperty().bind(column.visibleProperty());
    handle.managedProperty().bind(column.managedProperty());
    return handle;
  }

  /// A page over the others, created when it is first shown.
  private static void addWhenShown(
      StackPane pages, BooleanProperty shown, Supplier<? extends Node> maker) {
    Supplier<Node> page = once(maker);
    shown.subscribe(
        now -> {
          if (now && !pages.getChildren().contains(page.get())) {
            pages.getChildren().add(page.get());
          }
          Node top = pages.getChildren().getLast();
          pages
              .getChildren()
              .forEach(
                  other ->
                      other.setVisible((other == top) == now || pages.getChildren().size() == 1));
        });
  }

  private static Supplier<Node> once(Supplier<? extends Node> maker) {
    Node[] made = {null};
    return () -> {
      if (made[0] == null) {
        made[0] = maker.get();
      }
      return made[0];
    };
  }

  private static void closeOnClickOutside(StackPane layer, BooleanProperty open) {
    layer.setOnMousePressed(
        event -> {
          if (event.getTarget().equals(layer)) {
            open.set(false);
          }
        });
  }
}
