package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.journal.EntryHeader;
import app.fragments.search.MatchContext;
import app.fragments.search.MatchContext.MarkedText;
import app.fragments.ui.common.Messages;
import app.fragments.ui.emoji.EmojiPictures;
import java.time.LocalDate;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of a fragment that a search found: check box, title and day, and two lines of text
/// around the matches.
final class FoundRow extends Region {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("ticked");
  private static final double BOX_GAP = 10;
  private static final double TITLE_GAP = 6;
  private static final int LINES = 2;

  final RowCell.RowCheckBox box = new RowCell.RowCheckBox();
  private final Messages messages;
  private final MarkedLines title;
  private final EllipsisText day = new EllipsisText("fragment-time");
  private final MarkedLines snippet;
  private final FontIcon star = new FontIcon("fth-star");

  FoundRow(Messages messages, EmojiPictures emoji) {
    this.messages = messages;
    title = new MarkedLines("fragment-title", 1, emoji);
    snippet = new MarkedLines("fragment-excerpt", LINES, emoji);
    getStyleClass().addAll("fragment-row", "found-row");
    star.getStyleClass().add("fragment-star");
    star.setTextOrigin(VPos.TOP);
    star.setManaged(false);
    day.fontProperty().addListener((o, old, now) -> requestLayout());
    getChildren().addAll(box, title, star, day, snippet);
  }

  void show(EntryHeader header, MatchContext match, LocalDate today) {
    MarkedText text =
        match.snippets().isEmpty()
            ? new MarkedText(header.excerpt(), List.of())
            : match.snippets().getFirst();
    if (header.title().isBlank()) {
      String head = FragmentRow.RowText.of(header.excerpt()).head();
      title.show(
          new MarkedText(head.isEmpty() ? messages.get("entries.untitled") : head, List.of()));
    } else {
      title.show(
          match.title().text().equals(header.title())
              ? match.title()
              : new MarkedText(header.title(), List.of()));
    }
    snippet.show(text);
    day.show(DateFormats.day(header.date(), today));
    star.setVisible(header.starred());
    requestLayout();
  }

  void showChecked(boolean checked) {
    box.show(checked ? CheckedEntries.Extent.ALL : CheckedEntries.Extent.NONE);
    pseudoClassStateChanged(CHECKED, checked);
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double right = getWidth() - snappedRightInset();
    box.autosize();
    box.relocate(left, top);
    double textLeft = left + box.getWidth() + BOX_GAP;
    day.fit(Double.MAX_VALUE);
    double titleRight = right - day.width();
    place(day, titleRight, top);
    if (star.isVisible()) {
      titleRight -= star.getLayoutBounds().getWidth() + TITLE_GAP;
      place(star, titleRight, top + (day.height() - star.getLayoutBounds().getHeight()) / 2);
    }
    title.fit(Math.max(0, titleRight - TITLE_GAP - textLeft));
    place(title, textLeft, top);
    snippet.fit(Math.max(0, right - textLeft));
    place(snippet, textLeft, top + title.lineHeight() + 2);
  }

  private void place(Node node, double x, double y) {
    node.setLayoutX(snapPositionX(x));
    node.setLayoutY(snapPositionY(y));
  }

  /// For screen readers.
  String spoken(EntryHeader header, boolean checked) {
    String spokenDay = DateFormats.spokenDay(header.date());
    String row = messages.get("entries.found.spoken", title.full(), spokenDay, snippet.full());
    return checked ? row + ", " + messages.get("entries.row.ticked") : row;
  }
}
