package app.fragments.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.ReportTemplate;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.ui.FxThread;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.weave.GeneratorOption;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.ui.weave.WeaveViewModel;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
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
  private Parent bar;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          world.secrets.write(Secret.GEMINI_API_KEY, "good key");
          world.generator.hold();
          weave = world.weaveModule(new ReportModule(world.context, world.screens));
          bar = weave.bar();
          new PartsWindow(stage, world, bar);
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
  void sending_is_the_default_button_and_has_the_focus() {
    FxThread.await("the dialog", () -> Window.getWindows().size() > 1);
    Button send = FxThread.call(() -> (Button) dialog().lookup(".primary"));

    assertThat(send.isDefaultButton()).isTrue();
    assertThat(FxThread.call(() -> send.getScene().getFocusOwner())).isSameAs(send);
  }

  @Test
  void tokens_are_counted_for_an_ai_only() {
    assertThat(FxThread.call(this::extent)).isEqualTo("Feb 1 – 7, 2026 · about 1,830 tokens");

    FxThread.run(() -> weave.model().generator().set(GeneratorOption.OFFLINE));
    assertThat(FxThread.call(this::extent)).isEqualTo("Feb 1 – 7, 2026");
  }

  private String extent() {
    return ((Label) bar.lookup("#period")).getText();
  }

  @Test
  void a_menu_with_one_template_is_not_shown() {
    assertThat(ReportTemplate.ALL).hasSize(1);
    assertThat(FxThread.call(() -> bar.lookup("#templates").isVisible())).isFalse();
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
