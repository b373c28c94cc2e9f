package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows toasts one above the other, each for its time; the pointer or the keyboard on one holds
/// it.
final class ToastsPane extends VBox {
  private static final int AT_MOST = 3;

  private final Messages messages;
  private final Theming theming;

  ToastsPane(Messages messages, Theming theming) {
    this.messages = messages;
    this.theming = theming;
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  void show(Toast toast) {
    HBox box = new HBox();
    box.getStyleClass().add("toast");
    box.setMaxWidth(USE_PREF_SIZE);
    Label words = new Label(toast.message());
    words.setWrapText(true);
    box.getChildren().add(words);
    PauseTransition stay = new PauseTransition(toast.stay());
    Toast.Action action = toast.action();
    if (action != null) {
      box.getChildren().add(button(action.label(), box, action.run()));
    }
    box.getChildren().add(closeButton(box));
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(toast.message());
    stay.setOnFinished(e -> getChildren().remove(box));
    box.hoverProperty().addListener((o, old, now) -> hold(stay, now));
    box.focusWithinProperty().addListener((o, old, now) -> hold(stay, now));
    getChildren().add(box);
    while (getChildren().size() > AT_MOST) {
      getChildren().removeFirst();
    }
    appear(box);
    stay.play();
  }

  /// Closes the newest.
  ///
  /// @return whether there was one
  boolean closeTop() {
    return !getChildren().isEmpty() && getChildren().removeLast() != null;
  }

  private Button button(String text, HBox box, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(
        e -> {
          getChildren().remove(box);
          action.run();
        });
    return button;
  }

  private Button closeButton(HBox box) {
    Button close = button("", box, () -> {});
    close.setGraphic(new FontIcon("fth-x"));
    close.setAccessibleText(messages.get("main.toast.close"));
    return close;
  }

  private static void hold(PauseTransition stay, boolean held) {
    if (held) {
      stay.pause();
    } else {
      stay.play();
    }
  }

  private void appear(HBox box) {
    if (theming.motion().greaterThan(Duration.ZERO)) {
      FadeTransition fade = new FadeTransition(theming.motion(), box);
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
  }
}
