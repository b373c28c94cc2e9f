package app.fragments.ui.shell;

import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.Theming;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Lays the parts of the window out: bar, three columns, lower edge, and what floats over them. The
/// columns' widths are the user's; where there is no room the sidebar floats as well.
final class MainShell extends StackPane {
  private final MainViewModel main;
  private final StackPane sidebar = new StackPane();
  private final Region list;
  private final List<Runnable> rest;
  private final HBox columns = new HBox();
  private final StackPane sidebarLayer = new StackPane();

  MainShell(MainViewModel main, FxmlScreens screens, WindowModules parts, ToastsPane toasts) {
    this.main = main;
    this.list = (Region) parts.entries().list();
    getStyleClass().add("window");
    sidebar.getStyleClass().add("sidebar-place");
    StackPane pane = new StackPane();
    // it takes what the columns leave, and never asks them for more
    pane.setMinWidth(0);
    pane.setPrefWidth(0);
    HBox.setHgrow(pane, Priority.ALWAYS);
    ResizeHandle sidebarHandle =
        new ResizeHandle(sidebar, WindowBounds.SIDEBAR_LEAST, WindowBounds.SIDEBAR_MOST);
    ResizeHandle listHandle =
        new ResizeHandle(list, WindowBounds.LIST_LEAST, WindowBounds.LIST_MOST);
    list.setMinWidth(WindowBounds.LIST_LEAST);
    // in a low window they scroll; what stands above and below them is never cut
    Stream.of(columns, list, pane).forEach(region -> region.setMinHeight(0));
    columns.getChildren().addAll(sidebar, sidebarHandle, list, listHandle, pane);
    BorderPane frame = new BorderPane(columns);
    frame.setMinHeight(0);
    Region barPlace = new Region();
    barPlace.getStyleClass().add("bar");
    VBox top = new VBox(barPlace);
    frame.setTop(top);
    frame.setBottom(parts.weave().bar());
    VBox lowerRight = new VBox(toasts);
    lowerRight.getStyleClass().add("lower-right");
    lowerRight.setPickOnBounds(false);
    lowerRight.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(lowerRight, Pos.BOTTOM_RIGHT);
    getChildren()
        .addAll(
            frame,
            sidebarLayer,
            layer(main.settingsOpen(), () -> parts.settings().page()),
            layer(main.aboutOpen(), onlyOnce(() -> parts.about().page())),
            layer(main.shortcutsOpen(), onlyOnce(() -> screens.load(Fxml.SHORTCUTS))),
            lowerRight);
    sidebarLayer.getStyleClass().add("scrim");
    sidebarLayer.setAlignment(Pos.TOP_LEFT);
    closeByClickBeside(sidebarLayer, main.sidebarOverlay());
    rest =
        List.of(
            () -> top.getChildren().setAll(screens.load(Fxml.BAR), screens.load(Fxml.STATUS)),
            () -> pane.getChildren().add(screens.load(Fxml.PANE)),
            () -> sidebar.getChildren().add(screens.load(Fxml.SIDEBAR)),
            () -> lowerRight.getChildren().addFirst(screens.load(Fxml.IMPORT)));
    widthProperty().addListener((o, old, now) -> main.narrow().set(isNarrow(now.doubleValue())));
    main.narrow().subscribe(narrow -> placeSidebar());
    main.sidebarOverlay().subscribe(shown -> placeSidebar());
    main.sidebarFolded().subscribe(folded -> placeSidebar());
  }

  /// Makes what the first picture can do without, piece by piece. Each is to be run once.
  List<Runnable> rest() {
    return rest;
  }

  /// Gives the columns their widths; larger text has more room from the start.
  void apply(WindowState state, Theming theming) {
    sidebar.setPrefWidth(Math.max(state.sidebar(), theming.scaled(WindowBounds.SIDEBAR_LEAST)));
    list.setPrefWidth(Math.max(state.list(), theming.scaled(WindowBounds.LIST_LEAST)));
  }

  double sidebarWidth() {
    return sidebar.getPrefWidth();
  }

  double listWidth() {
    return list.getPrefWidth();
  }

  private static boolean isNarrow(double width) {
    return width < MainViewModel.NARROW;
  }

  private void placeSidebar() {
    boolean floating = main.narrow().get();
    boolean shown = floating ? main.sidebarOverlay().get() : !main.sidebarFolded().get();
    if (floating) {
      columns.getChildren().remove(sidebar);
      if (!sidebarLayer.getChildren().contains(sidebar)) {
        sidebarLayer.getChildren().add(sidebar);
      }
    } else {
      sidebarLayer.getChildren().remove(sidebar);
      if (!columns.getChildren().contains(sidebar)) {
        columns.getChildren().addFirst(sidebar);
      }
    }
    sidebar.setMaxWidth(Region.USE_PREF_SIZE);
    sidebar.setMinWidth(Region.USE_PREF_SIZE);
    sidebar.setVisible(shown);
    sidebar.setManaged(shown);
    sidebarLayer.setVisible(floating && shown);
  }

  /// Something that floats in the middle over a dimmed window, made when it is opened. It takes the
  /// keyboard, keeps it while it is open, and gives it back to whoever had it.
  private static StackPane layer(BooleanProperty open, Supplier<? extends Node> maker) {
    StackPane layer = new StackPane();
    layer.getStyleClass().add("scrim");
    layer.setVisible(false);
    closeByClickBeside(layer, open);
    FocusTrap ring = new FocusTrap();
    Node[] before = {null};
    open.subscribe(
        now -> {
          layer.setVisible(now);
          if (now) {
            before[0] = layer.getScene().getFocusOwner();
            layer.getChildren().setAll(ring.around(maker.get()));
            ring.enter();
          } else if (before[0] != null) {
            before[0].requestFocus();
            before[0] = null;
          }
        });
    return layer;
  }

  private static Supplier<Node> onlyOnce(Supplier<? extends Node> maker) {
    Node[] made = {null};
    return () -> {
      if (made[0] == null) {
        made[0] = maker.get();
      }
      return made[0];
    };
  }

  private static void closeByClickBeside(StackPane layer, BooleanProperty open) {
    layer.setOnMousePressed(
        event -> {
          if (event.getTarget().equals(layer)) {
            open.set(false);
          }
        });
  }
}
