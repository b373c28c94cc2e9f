package app.fragments.ui.report;

import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The list of fragments that a report was woven from.
final class SourcesPopover {
  private static final double WIDTH = 420;
  private static final double ROW = 48;
  private static final int MOST_ROWS = 8;

  private final Messages messages;
  private final Theming theming;
  private final Popup popup = new Popup();
  private final ListView<CitedSource> list = new ListView<>();
  private final Label heading = new Label();

  SourcesPopover(Messages messages, Theming theming, Consumer<CitedSource> onOpen) {
    this.messages = messages;
    this.theming = theming;
    heading.getStyleClass().add("strong");
    list.getStyleClass().add("sources");
    list.setAccessibleText(messages.get("report.sources.name"));
    list.setCellFactory(view -> new SourceCell());
    list.setOnMouseClicked(e -> choose(onOpen));
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            choose(onOpen);
          }
        });
    VBox card = new VBox(8, heading, list);
    card.getStyleClass().add("card");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    EscapeKey.closes(card, popup::hide);
    popup.setAutoFix(true);
  }

  void show(Node below, List<CitedSource> sources) {
    heading.setText(messages.get("report.sources.of", sources.size()));
    list.getItems().setAll(sources);
    double row = theming.scaled(ROW);
    list.setFixedCellSize(row);
    list.setPrefSize(theming.scaled(WIDTH), Math.min(sources.size(), MOST_ROWS) * row + 2);
    list.getSelectionModel().selectFirst();
    var bounds = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, bounds.getMaxX() - theming.scaled(WIDTH) - 36, bounds.getMaxY());
    list.requestFocus();
  }

  private void choose(Consumer<CitedSource> onOpen) {
    CitedSource chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      popup.hide();
      onOpen.accept(chosen);
    }
  }

  /// Number and title; below, the day and whether the fragment has changed.
  private final class SourceCell extends ListCell<CitedSource> {
    private final Label title = EmojiGraphic.on(new Label(), theming.emoji());
    private final Label day = new Label();
    private final VBox box = new VBox(title, day);

    SourceCell() {
      day.getStyleClass().addAll("muted", "caption");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CitedSource source, boolean isEmpty) {
      super.updateItem(source, isEmpty);
      if (isEmpty || source == null) {
        setGraphic(null);
        return;
      }
      title.setText(source.title(messages));
      String note = source.note(messages);
      day.setText(note.isEmpty() ? source.day() : source.day() + " · " + note);
      setGraphic(box);
    }
  }
}
