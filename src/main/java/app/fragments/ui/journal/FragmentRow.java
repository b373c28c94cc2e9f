package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.journal.EntryHeader;
import app.fragments.ui.common.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a row shows of a fragment: its box, title and time, and its first words.
final class FragmentRow extends Region {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("ticked");
  private static final double BESIDE_BOX = 10;
  private static final double BESIDE_TITLE = 6;
  private static final double BELOW_TITLE = 4;

  private final Messages messages;
  private final RowCheckBox box = new RowCheckBox();
  private final EllipsisText title = new EllipsisText("fragment-title");
  private final EllipsisText time = new EllipsisText("fragment-time");
  private final EllipsisText excerpt = new EllipsisText("fragment-excerpt");
  private @Nullable FontIcon star;

  FragmentRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("fragment-row");
    title.fontProperty().addListener((o, old, now) -> requestLayout());
    getChildren().addAll(box, title, time, excerpt);
  }

  RowCheckBox box() {
    return box;
  }

  void show(EntryHeader header) {
    if (header.title().isBlank()) {
      RowText words = RowText.of(header.excerpt());
      title.show(words.head().isEmpty() ? messages.get("entries.untitled") : words.head());
      excerpt.show(words.rest());
    } else {
      title.show(header.title());
      excerpt.show(header.excerpt());
    }
    time.show(DateFormats.time(header.createdAt(), header.timeZone()));
    showStar(header.starred());
    requestLayout();
  }

  /// Few fragments have one, so it is made when it is first needed.
  private void showStar(boolean starred) {
    if (star == null && starred) {
      star = new FontIcon("fth-star");
      star.getStyleClass().add("fragment-star");
      star.setTextOrigin(VPos.TOP);
      star.setManaged(false);
      getChildren().add(star);
    }
    if (star != null) {
      star.setVisible(starred);
    }
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double right = getWidth() - snappedRightInset();
    box.autosize();
    box.relocate(left, top);
    double words = left + box.getWidth() + BESIDE_BOX;
    time.fit(Double.MAX_VALUE);
    double end = right - time.width();
    place(time, end, top + (title.height() - time.height()) / 2);
    if (star != null && star.isVisible()) {
      end -= star.getLayoutBounds().getWidth() + BESIDE_TITLE;
      place(star, end, top + (title.height() - star.getLayoutBounds().getHeight()) / 2);
    }
    title.fit(Math.max(0, end - BESIDE_TITLE - words));
    place(title, words, top);
    excerpt.fit(Math.max(0, right - words));
    place(excerpt, words, top + title.height() + BELOW_TITLE);
  }

  private void place(Node node, double x, double y) {
    node.relocate(snapPositionX(x), snapPositionY(y));
  }

  void showChecked(boolean checked) {
    box.show(checked ? CheckedEntries.Extent.ALL : CheckedEntries.Extent.NONE);
    pseudoClassStateChanged(CHECKED, checked);
  }

  /// The row for those who listen.
  String spoken(EntryHeader header, boolean checked) {
    String words = messages.get("entries.row.spoken", title.words(), time.words(), day(header));
    return checked ? words + ", " + messages.get("entries.row.ticked") : words;
  }

  private static String day(EntryHeader header) {
    return DateFormats.spokenDay(header.date());
  }
}
