package app.fragments.ui.shell;

import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.shell.MainViewModel.NavigationTarget;
import app.fragments.ui.shell.MainViewModel.Tab;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Binds the tabs and their pages. A page is created when it is first shown.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class RightPaneController {
  private final MainViewModel main;
  private final WindowModules modules;

  @FXML private HBox tabRow;
  @FXML private HBox backRow;
  @FXML private Button back;
  @FXML private ToggleButton fragmentTab;
  @FXML private ToggleButton reportTab;
  @FXML private ToggleButton jobsTab;
  @FXML private StackPane actions;
  @FXML private StackPane pages;

  RightPaneController(MainViewModel main, WindowModules modules) {
    this.main = main;
    this.modules = modules;
  }

  @FXML
  void initialize() {
    backRow.managedProperty().bind(backRow.visibleProperty());
    backRow.visibleProperty().bind(main.previous.isNotNull());
    main.previous.subscribe(this::showBack);
    EmojiGraphic.on(back, modules.context.theming().emoji());
    back.setOnAction(e -> modules.back());
    CompactRow.follow(tabRow, modules.context.theming());
    bind(Tab.FRAGMENT, fragmentTab, this::fragmentPage, modules.editor::actions);
    bind(Tab.REPORT, reportTab, modules.reports::pane, modules.reports::actions);
    bind(Tab.JOBS, jobsTab, modules.weave::jobsPage, null);
  }

  private void showBack(@Nullable NavigationTarget place) {
    if (place != null) {
      Messages messages = modules.context.messages();
      String name = messages.get("main.backTo", modules.nameOf(place));
      back.setText(name);
      back.setTooltip(new Tooltip(messages.get("main.tip", name, Shortcut.BACK.label())));
    }
  }

  /// The editor, with the welcome page over it while the journal is empty.
  private Node fragmentPage() {
    return new StackPane(modules.editor.page(), modules.screens.load(FxmlFile.WELCOME));
  }

  private void bind(
      Tab tab,
      ToggleButton button,
      Supplier<? extends Node> page,
      @Nullable Supplier<? extends Node> pageActions) {
    ObservableValue<Boolean> shown = main.tab.map(current -> current == tab);
    button.setOnAction(
        e -> {
          main.tab.set(tab);
          button.setSelected(true); // a second click does not deselect it
        });
    shown.subscribe(button::setSelected);
    addWhenShown(pages, shown, page);
    if (pageActions != null) {
      addWhenShown(actions, shown, pageActions);
    }
  }

  private static void addWhenShown(
      StackPane parent, ObservableValue<Boolean> shown, Supplier<? extends Node> maker) {
    Node[] made = {null};
    shown.subscribe(
        now -> {
          if (now && made[0] == null) {
            made[0] = maker.get();
            parent.getChildren().add(made[0]);
          }
          if (made[0] != null) {
            made[0].setVisible(now);
            made[0].setManaged(now);
          }
        });
  }
}
