package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.journal.EntryHeader;
import app.fragments.ui.common.Messages;
import app.fragments.ui.emoji.EmojiLayer;
import app.fragments.ui.emoji.EmojiPictures;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of a fragment: check box, title, time and the start of its text.
final class FragmentRow extends Region {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
  private static final double BOX_GAP = 10;
  private static final double TITLE_GAP = 6;
  private static final double LINE_GAP = 4;

  /// @param head the first sentence or clause, or the first words if it is long
  record RowText(String head, String rest) {
    private static final int MAX_HEAD = 60;
    private static final int MIN_WORDS = 40;
    private static final Pattern CLAUSE =
        Pattern.compile("^(.{3,%d}?[.;:!?,])\\s".formatted(MAX_HEAD));
    private static final Pattern WORDS = Pattern.compile("^(.{%d}\\S*)\\s".formatted(MIN_WORDS));

    static RowText of(String excerpt) {
      for (Pattern pattern : new Pattern[] {CLAUSE, WORDS}) {
        Matcher matcher = pattern.matcher(excerpt);
        if (matcher.find()) {
          return new RowText(
              matcher.group(1).replaceFirst("[;:,]$", ""), excerpt.substring(matcher.end()));
        }
      }
      return new RowText(excerpt, "");
    }
  }

  final RowCell.RowCheckBox box = new RowCell.RowCheckBox();
  private final Messages messages;
  private final EllipsisText title;
  private final EllipsisText time = new EllipsisText("fragment-time");
  private final EllipsisText excerpt;
  private @Nullable FontIcon star;

  FragmentRow(Messages messages, EmojiPictures emoji) {
    this.messages = messages;
    title = new EllipsisText("fragment-title", new EmojiLayer(emoji, getChildren()));
    excerpt = new EllipsisText("fragment-excerpt", new EmojiLayer(emoji, getChildren()));
    getStyleClass().add("fragment-row");
    title.fontProperty().addListener((o, old, now) -> requestLayout());
    getChildren().addAll(box, title, time, excerpt);
  }

  void show(EntryHeader header) {
    if (header.title().isBlank()) {
      RowText lines = RowText.of(header.excerpt());
      title.show(lines.head().isEmpty() ? messages.get("entries.untitled") : lines.head());
      excerpt.show(lines.rest());
    } else {
      title.show(header.title());
      excerpt.show(header.excerpt());
    }
    time.show(header.time());
    showStar(header.starred());
    requestLayout();
  }

  /// Creates the star on demand: few fragments have one.
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
    time.fit(Double.MAX_VALUE);
    double titleRight = right - time.width();
    place(time, titleRight, top + (title.height() - time.height()) / 2);
    if (star != null && star.isVisible()) {
      titleRight -= star.getLayoutBounds().getWidth() + TITLE_GAP;
      place(star, titleRight, top + (title.height() - star.getLayoutBounds().getHeight()) / 2);
    }
    title.fit(Math.max(0, titleRight - TITLE_GAP - textLeft));
    place(title, textLeft, top);
    excerpt.fit(Math.max(0, right - textLeft));
    place(excerpt, textLeft, top + title.height() + LINE_GAP);
  }

  private void place(Node node, double x, double y) {
    node.relocate(snapPositionX(x), snapPositionY(y));
  }

  String spoken(EntryHeader header, boolean checked) {
    String day = DateFormats.spokenDay(header.date());
    String row =
        time.full().isEmpty()
            ? title.full() + ", " + day
            : messages.get("entries.row.spoken", title.full(), time.full(), day);
    return checked ? row + ", " + messages.get("entries.row.ticked") : row;
  }
}
