package app.fragments.ui.report;

import app.fragments.journal.Entry;
import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import app.fragments.ui.report.ReportViewModel.CitedPassage;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

/// The small card beside a citation: the fragment's title, day and the words that are cited.
final class CitationCard {
  /// So that a mouse passing by shows nothing.
  private static final Duration DELAY = Duration.millis(150);

  private static final double WIDTH = 340;
  private static final double ASIDE = 12;
  private static final double BELOW = 16;

  private final Messages messages;
  private final Theming theming;
  private final Popup popup = new Popup();
  private final PauseTransition delay = new PauseTransition(DELAY);
  private final Label title = styled("strong");
  private final Label day = styled("muted", "caption");
  private final Label state = styled("caption", "check-text");
  private final Label passage = styled("card-passage");

  CitationCard(Messages messages, Theming theming) {
    this.messages = messages;
    this.theming = theming;
    for (Label label : new Label[] {title, passage}) {
      EmojiGraphic.on(label, theming.emoji());
    }
    VBox card = new VBox(4, title, day, state, passage);
    card.getStyleClass().addAll("card", "citation-card");
    popup.getContent().add(card);
    popup.setAutoFix(true);
    popup.setHideOnEscape(true);
  }

  /// Shows the card after a moment, beside a place on the screen.
  void show(CitedPassage cited, Node owner, Point2D at) {
    delay.setOnFinished(
        e -> {
          fill(cited);
          popup.show(owner, at.getX() + ASIDE, at.getY() + BELOW);
          if (popup.getY() < at.getY()) {
            popup.setY(at.getY() - BELOW - popup.getHeight()); // never under the mouse
          }
        });
    delay.playFromStart();
  }

  void hide() {
    delay.stop();
    popup.hide();
  }

  private void fill(CitedPassage cited) {
    CitedSource source = cited.source();
    Entry entry = source.entry();
    title.setText(source.title(messages));
    day.setText(
        entry == null || entry.time().isEmpty()
            ? source.day()
            : source.day() + ", " + entry.time());
    state.setText(source.note(messages));
    passage.setText(Objects.requireNonNullElse(cited.passage(), ""));
    for (Label label : new Label[] {title, day, state, passage}) {
      label.setMaxWidth(theming.scaled(WIDTH));
      label.setManaged(!label.getText().isEmpty());
    }
  }

  private static Label styled(String... styles) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
