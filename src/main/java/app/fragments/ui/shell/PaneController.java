package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Binds the tabs and the page under them. A page is made when it is first shown.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class PaneController {
  private final MainViewModel main;
  private final Supplier<? extends Node> welcome;
  private final WindowModules parts;
  private final WindowNavigator navigator;
  private final Messages messages;

  @FXML private Button back;
  @FXML private ToggleButton fragmentTab;
  @FXML private ToggleButton reportTab;
  @FXML private ToggleButton jobsTab;
  @FXML private StackPane actions;
  @FXML private StackPane pages;

  /// @param welcome makes what lies over the Fragment page while the journal is empty
  PaneController(
      MainViewModel main,
      Supplier<? extends Node> welcome,
      WindowModules parts,
      WindowNavigator navigator,
      Messages messages) {
    this.main = main;
    this.welcome = welcome;
    this.parts = parts;
    this.navigator = navigator;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    back.managedProperty().bind(back.visibleProperty());
    back.visibleProperty().bind(main.canGoBack());
    back.setTooltip(new Tooltip(messages.get("main.back.tip", Shortcut.BACK.label())));
    back.setOnAction(e -> navigator.back());
    new Page(
            Tab.FRAGMENT,
            fragmentTab,
            parts.editor()::actions,
            () -> new StackPane(parts.editor().page(), welcome.get()))
        .bind();
    new Page(Tab.REPORT, reportTab, parts.reports()::actions, parts.reports()::pane).bind();
    new Page(Tab.JOBS, jobsTab, null, parts.weave()::jobsPage).bind();
  }

  /// One tab with its page.
  private final class Page {
    private final Tab tab;
    private final ToggleButton button;
    private final @Nullable Supplier<? extends Node> actionsMaker;
    private final Supplier<? extends Node> maker;
    private @Nullable Node pageActions;
    private @Nullable Node content;

    Page(
        Tab tab,
        ToggleButton button,
        @Nullable Supplier<? extends Node> actionsMaker,
        Supplier<? extends Node> maker) {
      this.tab = tab;
      this.button = button;
      this.actionsMaker = actionsMaker;
      this.maker = maker;
    }

    void bind() {
      button.setOnAction(
          e -> {
            main.tab().set(tab);
            button.setSelected(true);
          });
      main.tab().subscribe(shown -> show(shown == tab));
    }

    private void show(boolean shown) {
      button.setSelected(shown);
      if (shown) {
        make();
      }
      if (pageActions != null) {
        pageActions.setVisible(shown);
        pageActions.setManaged(shown);
      }
      if (content != null) {
        content.setVisible(shown);
      }
    }

    private void make() {
      if (content == null) {
        Node page = maker.get();
        pages.getChildren().add(page);
        content = page;
      }
      if (pageActions == null && actionsMaker != null) {
        Node made = actionsMaker.get();
        actions.getChildren().add(made);
        pageActions = made;
      }
    }
  }
}
