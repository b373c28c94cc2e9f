package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the About page in the real window, by mouse and by keyboard.
class AboutTest {
  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = new OpenWindow(folder, services -> Journal.fill(services.entries));
    window.awaitRows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void settings_opens_about_and_escape_closes_it() {
    window.type(KeyCode.CONTROL, KeyCode.COMMA);
    FxThread.run(() -> window.find(".settings .scroll-pane", ScrollPane.class).setVvalue(1));
    FxThread.settle();
    window.clickOn("About Fragments");

    window.await("the version", s -> window.says("1.2.3"));
    assertThat(FxThread.call(() -> window.says(folder.toString()))).isTrue();
    assertThat(
            FxThread.call(
                () -> window.find(".about .image-view", ImageView.class).getImage().getWidth()))
        .as("the program's icon")
        .isPositive();
    assertThat(FxThread.call(this::notice))
        .contains("org.mongodb:mongodb-driver-sync")
        .contains("Apache License");

    window.clickOn("Read");
    window.await("its own licence", s -> notice().strip().startsWith("Apache License"));

    window.type(KeyCode.ESCAPE);
    window.await("Settings again", s -> !window.says("1.2.3") && window.says("Data folder"));
    assertThat(FxThread.call(() -> ((Button) window.stage.getScene().getFocusOwner()).getText()))
        .isEqualTo("About Fragments");
  }

  @Test
  void every_licence_can_be_read_by_keyboard() {
    window.type(KeyCode.SHIFT, KeyCode.F1);
    window.await("the page", s -> window.says("Third-party notices"));
    for (int i = 0; i < 3; i++) { // Done, Open, Read
      window.type(KeyCode.TAB);
    }
    assertThat(FxThread.call(() -> window.stage.getScene().getFocusOwner())).isSameAs(licences());

    window.type(KeyCode.DOWN);

    window.await("the next licence", s -> notice().contains("org.commonmark:commonmark"));
    window.type(KeyCode.SHIFT, KeyCode.F1);
    window.await("it to close", s -> !window.says("Third-party notices"));
  }

  @Test
  void controls_without_text_have_accessible_names() {
    window.type(KeyCode.SHIFT, KeyCode.F1);

    assertThat(FxThread.call(() -> licences().getAccessibleText())).isEqualTo("Licences");
    assertThat(
            FxThread.call(
                () -> window.find(".about .text-area", TextArea.class).getAccessibleText()))
        .contains("selected licence");
  }

  private ListView<?> licences() {
    return window.find(".about-licences", ListView.class);
  }

  private String notice() {
    return window.find(".about .text-area", TextArea.class).getText();
  }
}
