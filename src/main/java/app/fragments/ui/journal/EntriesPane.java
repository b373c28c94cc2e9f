package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of fragments, the controls above it, and the empty state that replaces it.
///
/// The only screen built in code: it is the window's first picture, and loading it from FXML would
/// take a tenth of the start-up time.
final class EntriesPane extends VBox {
  private static final double EMPTY_WIDTH = 320;

  final CheckBox all = named(new CheckBox(), "all");
  final ToggleButton thisWeek = named(new ToggleButton(), "thisWeek", "chip");
  final ToggleButton lastWeek = named(new ToggleButton(), "lastWeek", "chip");
  final ToggleButton range = named(new ToggleButton(), "range", "chip");
  final Label count = named(new Label(), "count", "muted", "list-count");
  final HBox notice;
  final Label noticeText = named(new Label(), "noticeText", "muted");
  final Button noticeAction = named(new Button(), "noticeAction", "link");
  final ListView<ListRow> list =
      named(new ListView<ListRow>(), "list", "edge-to-edge", "fragment-list");
  final VBox empty;
  final Label emptyTitle = named(new Label(), "emptyTitle", "heading");
  final Label emptyText = named(new Label(), "emptyText");
  final Button emptyAction = named(new Button(), "emptyAction");

  EntriesPane(Messages messages) {
    all.setAccessibleText(messages.get("entries.tickAll"));
    thisWeek.setText(messages.get("entries.thisWeek"));
    thisWeek.setGraphic(new FontIcon("fth-calendar"));
    lastWeek.setText(messages.get("entries.lastWeek"));
    range.setText(messages.get("entries.range"));
    list.setAccessibleText(messages.get("entries.list"));
    for (Region region : new Region[] {all, thisWeek, lastWeek, count, noticeAction}) {
      region.setMinWidth(USE_PREF_SIZE);
    }
    noticeText.setWrapText(true);
    noticeText.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(noticeText, Priority.ALWAYS);

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox chips = styled(new HBox(thisWeek, lastWeek, range), "chips");
    HBox head = styled(new HBox(all, chips, space, count), "list-head");
    notice = styled(new HBox(noticeText, noticeAction), "list-notice");
    notice.setId("notice");
    empty =
        styled(
            new VBox(emptyTitle, emptyText, styled(new HBox(emptyAction), "actions")),
            "empty-state");
    empty.setId("empty");
    empty.setMaxWidth(EMPTY_WIDTH);
    StackPane rows = new StackPane(list, empty);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(head, notice, rows);
    styled(this, "entries");
  }

  private static <N extends Node> N named(N node, String id, String... styleClasses) {
    node.setId(id);
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  private static <N extends Node> N styled(N node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }
}
