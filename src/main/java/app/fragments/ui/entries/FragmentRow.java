package app.fragments.ui.entries;

import app.fragments.journal.EntryHeader;
import app.fragments.ui.common.DayText;
import app.fragments.ui.common.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a row shows of a fragment: its box, title and time, and its first words.
final class FragmentRow extends HBox {
  private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");

  private final Messages messages;
  private final TickBox box = new TickBox();
  private final Label title = new Label();
  private final HBox line;
  private @Nullable FontIcon star;
  private final Label time = new Label();
  private final Label excerpt = new Label();

  FragmentRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("fragment-row");
    title.getStyleClass().add("fragment-title");
    title.setMaxWidth(Double.MAX_VALUE);
    time.getStyleClass().add("fragment-time");
    time.setMinWidth(USE_PREF_SIZE);
    excerpt.getStyleClass().add("fragment-excerpt");
    line = new HBox(title, time);
    line.getStyleClass().add("fragment-line");
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(title, Priority.ALWAYS);
    VBox words = new VBox(line, excerpt);
    words.getStyleClass().add("fragment-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(box, words);
  }

  TickBox box() {
    return box;
  }

  void show(EntryHeader header) {
    if (header.title().isBlank()) {
      FirstWords words = FirstWords.of(header.excerpt());
      title.setText(words.head().isEmpty() ? messages.get("entries.untitled") : words.head());
      excerpt.setText(words.rest());
    } else {
      title.setText(header.title());
      excerpt.setText(header.excerpt());
    }
    time.setText(DayText.time(header.createdAt(), header.timeZone()));
    showStar(header.starred());
  }

  /// Few fragments have one, so it is made when it is first needed.
  private void showStar(boolean starred) {
    if (star == null && starred) {
      star = new FontIcon("fth-star");
      star.getStyleClass().add("fragment-star");
      line.getChildren().add(1, star);
    }
    if (star != null) {
      star.setVisible(starred);
      star.setManaged(starred);
    }
  }

  void showTicked(boolean ticked) {
    box.show(ticked ? Ticks.Extent.ALL : Ticks.Extent.NONE);
    pseudoClassStateChanged(TICKED, ticked);
  }

  /// The row for those who listen.
  String spoken(EntryHeader header, boolean ticked) {
    String words = messages.get("entries.row.spoken", title.getText(), time.getText(), day(header));
    return ticked ? words + ", " + messages.get("entries.row.ticked") : words;
  }

  private static String day(EntryHeader header) {
    return DayText.spoken(header.date());
  }
}
