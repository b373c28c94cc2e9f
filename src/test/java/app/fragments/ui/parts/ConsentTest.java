package app.fragments.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.SecretStore.Secret;
import app.fragments.ui.FxThread;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.ui.weave.WeaveViewModel;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// No text leaves this computer before the user has agreed.
class ConsentTest {
  private WindowFixture world;
  private WeaveModule weave;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          world.secrets.write(Secret.GEMINI_API_KEY, "good key");
          world.generator.hold();
          weave = world.weaveModule(new ReportModule(world.context, world.screens));
          new PartsWindow(stage, world, weave.bar());
          weave.model().selection().set(world.selected());
          weave.model().configurationChanged();
        });
    FxThread.await("Gemini is chosen", () -> weave.model().generator().get().sendsText());
    FxThread.run(() -> weave.model().weave());
  }

  @AfterEach
  void close() {
    FxThread.run(
        () -> {
          weave.model().refuse();
          weave.close();
          world.close();
        });
  }

  @Test
  void the_dialog_says_what_is_sent_and_where() {
    WeaveViewModel.ConsentRequest consent = FxThread.call(() -> weave.model().consent().get());

    assertThat(consent.fragments()).isEqualTo(12);
    assertThat(consent.tokens()).isEqualTo(1_827);
    assertThat(consent.generator().destination()).isEqualTo("Google");
    assertThat(world.jobs.list(Week.USER, Set.of(), 1)).isEmpty();
  }

  @Test
  void refusing_changes_nothing() {
    FxThread.run(() -> weave.model().refuse());

    assertThat(FxThread.call(() -> weave.model().consent().get())).isNull();
    assertThat(world.jobs.list(Week.USER, Set.of(), 1)).isEmpty();
    assertThat(world.settings.askBeforeSending()).isTrue();
  }

  @Test
  void always_allowing_is_remembered() {
    FxThread.run(() -> weave.model().allow(true));
    submitted("gemini");
    FxThread.run(() -> weave.model().selection().set(world.selectedFrom(2)));

    FxThread.run(() -> weave.model().weave());

    assertThat(FxThread.call(() -> weave.model().consent().get())).isNull();
    FxThread.await("it is submitted", () -> world.jobs.list(Week.USER, Set.of(), 9).size() == 2);
  }

  @Test
  void allowing_once_is_not_remembered_and_refusing_clears_the_box() {
    assertThat(FxThread.call(() -> always().isSelected())).isFalse();
    FxThread.run(() -> always().setSelected(true));
    FxThread.run(() -> weave.model().refuse());

    FxThread.run(() -> weave.model().weave());

    assertThat(FxThread.call(() -> always().isSelected())).isFalse();
    FxThread.run(() -> ((Button) dialog().lookup(".primary")).fire());
    submitted("gemini");
    assertThat(world.settings.askBeforeSending()).isTrue();
  }

  private static CheckBox always() {
    return (CheckBox) dialog().lookup("#always");
  }

  private static Parent dialog() {
    return Window.getWindows().getLast().getScene().getRoot();
  }

  @Test
  void weaving_a_digest_instead_sends_nothing() {
    FxThread.run(() -> weave.model().weaveDigestInstead());

    submitted("digest");
    assertThat(world.settings.askBeforeSending()).isTrue();
  }

  private void submitted(String generator) {
    FxThread.await("a job", () -> !world.jobs.list(Week.USER, Set.of(), 1).isEmpty());
    assertThat(world.jobs.list(Week.USER, Set.of(), 1).getFirst().options().generator())
        .isEqualTo(generator);
  }
}
