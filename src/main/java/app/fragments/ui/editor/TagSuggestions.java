package app.fragments.ui.editor;

import app.fragments.journal.TagCount;
import app.fragments.journal.Tags;
import app.fragments.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The list below the tag field: the most used tags that start with what was typed, and last a new
/// one. The field keeps the focus.
final class TagSuggestions {
  private static final int MOST = 6;
  private static final double GAP = 4;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Supplier<List<TagCount>> known;
  private final Messages messages;
  private final Consumer<String> onChosen;
  private final Popup popup = new Popup();
  private final VBox rows = new VBox();
  private final List<Node> choices = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private int current = -1;

  /// @param known all tags of the journal, the most used first
  TagSuggestions(Supplier<List<TagCount>> known, Messages messages, Consumer<String> onChosen) {
    this.known = known;
    this.messages = messages;
    this.onChosen = onChosen;
    rows.getStyleClass().add("suggestions");
    popup.getContent().add(rows);
    popup.setHideOnEscape(false);
  }

  /// The tags to suggest.
  ///
  /// @param present the tags that the fragment has
  static List<TagCount> matching(List<TagCount> known, String typed, List<String> present) {
    String prefix = Tags.key(Tags.clean(typed));
    return known.stream()
        .filter(one -> Tags.key(one.tag()).startsWith(prefix))
        .filter(one -> present.stream().noneMatch(tag -> Tags.isSame(tag, one.tag())))
        .limit(MOST)
        .toList();
  }

  /// Shows what fits below the field. With something typed, the first row is the current one.
  void show(Node field, String typed, List<String> present) {
    String tag = Tags.clean(typed);
    List<TagCount> matching = matching(known.get(), typed, present);
    rows.getChildren().clear();
    choices.clear();
    tags.clear();
    matching.forEach(one -> addKnown(one, tag));
    if (!tag.isEmpty() && isNew(tag, present)) {
      addNew(tag);
    }
    setCurrent(tag.isEmpty() || tags.isEmpty() ? -1 : 0);
    if (tags.isEmpty()) {
      popup.hide();
    } else if (!popup.isShowing()) {
      Bounds below = field.localToScreen(field.getLayoutBounds());
      if (below != null) {
        popup.show(field, below.getMinX(), below.getMaxY() + GAP);
      }
    }
  }

  void hide() {
    popup.hide();
  }

  /// The tag of the current row, or null.
  @Nullable String current() {
    return popup.isShowing() && current >= 0 ? tags.get(current) : null;
  }

  /// Moves to the next or previous row, and past the last one to none.
  void move(int by) {
    int rowsAndNone = tags.size() + 1;
    setCurrent(Math.floorMod(current + 1 + by, rowsAndNone) - 1);
  }

  private boolean isNew(String tag, List<String> present) {
    return known.get().stream().noneMatch(one -> Tags.isSame(one.tag(), tag))
        && present.stream().noneMatch(other -> Tags.isSame(other, tag));
  }

  private void addKnown(TagCount one, String typed) {
    int length = Math.min(typed.length(), one.tag().length());
    Label prefix = new Label(one.tag().substring(0, length));
    prefix.getStyleClass().add("strong");
    Label rest = new Label(one.tag().substring(length));
    Label count = new Label(String.format(Locale.ENGLISH, "%,d", one.count()));
    count.getStyleClass().add("nav-note");
    count.setMinWidth(Region.USE_PREF_SIZE);
    prefix.setMinWidth(Region.USE_PREF_SIZE);
    rest.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(rest, Priority.ALWAYS);
    add(
        new HBox(prefix, rest, count),
        one.tag(),
        messages.get("editor.suggestion.spoken", one.tag(), one.count()));
  }

  private void addNew(String tag) {
    if (!choices.isEmpty()) {
      rows.getChildren().add(new Separator());
    }
    String text = messages.get("editor.newTag", tag);
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    add(new HBox(label), tag, text);
  }

  private void add(HBox row, String tag, String spoken) {
    row.getStyleClass().add("suggestion");
    row.setAccessibleRole(AccessibleRole.MENU_ITEM);
    row.setAccessibleText(spoken);
    int index = tags.size();
    row.setOnMouseEntered(e -> setCurrent(index));
    row.setOnMousePressed(e -> onChosen.accept(tag));
    rows.getChildren().add(row);
    choices.add(row);
    tags.add(tag);
  }

  private void setCurrent(int index) {
    current = index;
    for (int i = 0; i < choices.size(); i++) {
      choices.get(i).pseudoClassStateChanged(CURRENT, i == index);
    }
  }
}
