package app.fragments.ui.shell;

import app.fragments.ui.common.EmojiGraphic;
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

/// Stacked toasts. Each disappears after a while, but not while it is hovered or focused.
final class ToastsPane extends VBox {
  private static final int MAX_TOASTS = 3;
  private static final Duration TIME_TO_READ = Duration.seconds(5);
  private static final Duration TIME_TO_ACT = Duration.seconds(10);

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

  void show(String message) {
    show(toast(message), TIME_TO_READ);
  }

  void show(String message, String action, Runnable onAction) {
    HBox toast = toast(message);
    toast.getChildren().add(1, button(action, toast, onAction));
    show(toast, TIME_TO_ACT);
  }

  /// Closes the newest toast. Returns false if there was none.
  boolean closeTop() {
    return !getChildren().isEmpty() && getChildren().removeLast() != null;
  }

  private HBox toast(String message) {
    Label text = new Label(message);
    text.setWrapText(true);
    EmojiGraphic.on(text, theming.emoji());
    HBox toast = new HBox(text);
    toast.getStyleClass().add("toast");
    toast.setMaxWidth(USE_PREF_SIZE);
    toast.setAccessibleRole(AccessibleRole.TEXT);
    toast.setAccessibleText(message);
    Button close = button("", toast, () -> {});
    close.setGraphic(new FontIcon("fth-x"));
    close.setAccessibleText(messages.get("main.toast.close"));
    toast.getChildren().add(close);
    return toast;
  }

  private Button button(String text, HBox toast, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(
        e -> {
          getChildren().remove(toast);
          action.run();
        });
    return button;
  }

  private void show(HBox toast, Duration time) {
    PauseTransition timer = new PauseTransition(time);
    timer.setOnFinished(e -> getChildren().remove(toast));
    toast.hoverProperty().addListener((o, old, now) -> hold(timer, now));
    toast.focusWithinProperty().addListener((o, old, now) -> hold(timer, now));
    getChildren().add(toast);
    while (getChildren().size() > MAX_TOASTS) {
      getChildren().removeFirst();
    }
    if (theming.motion().greaterThan(Duration.ZERO)) {
      FadeTransition fade = new FadeTransition(theming.motion(), toast);
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
    timer.play();
  }

  private static void hold(PauseTransition timer, boolean held) {
    if (held) {
      timer.pause();
    } else {
      timer.play();
    }
  }
}
