package app.fragments.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.FailureKind;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.jobs.FailureAdvice;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.report.ReportViewModel;
import app.fragments.ui.settings.SettingsModule;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.ui.weave.WeaveViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.scene.web.WebView;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Walks through the states of weaving, reading and settings in both themes and writes screenshots
/// to `target/screens`.
class PartsScreensTest {
  private WindowFixture world;
  private ReportModule report;
  private WeaveModule weave;
  private SettingsModule settings;
  private PartsWindow window;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          world.secrets.write(Secret.GEMINI_API_KEY, "good key");
          report = new ReportModule(world.context, world.screens);
          weave = world.weaveModule(report);
          settings =
              new SettingsModule(
                  world.context, world.screens, weave::configurationChanged, () -> {}, () -> {});
          window = new PartsWindow(stage, world, weave.bar());
          world.navigator.onReport = report.model()::open;
          window.show(1, report.pane(), report.actions());
          weave.start();
        });
  }

  @AfterEach
  void close() {
    FxThread.run(
        () -> {
          weave.close();
          world.close();
        });
  }

  @Test
  void every_state_is_drawn_in_both_themes() {
    draw("report-empty");
    FxThread.run(() -> weave.model().selection().set(world.selected()));
    FxThread.await("Gemini is offered", () -> weave.model().generator().get().sendsText());
    draw("weave-ready");

    FxThread.run(() -> weave.model().weave());
    Window dialog = FxThread.call(() -> Window.getWindows().getLast());
    for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.DARK, Settings.Theme.LIGHT}) {
      FxThread.run(() -> world.theming.apply(theme, 100));
      PartsWindow.snapshot(
          dialog.getScene(), "consent-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
    world.generator.hold();
    FxThread.run(() -> weave.model().allow(true));
    until(WeaveViewModel.State.RUNNING);
    FxThread.await(
        "a preview", () -> report.model().state().get() == ReportViewModel.State.WRITING);
    FxThread.await("a text", () -> weave.model().job().get().progress().done() == 7);
    draw("weaving-preview");
    world.generator.open();
    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
    until(WeaveViewModel.State.READY);
    draw("report");

    drawCitationCard();
    drawSources();

    world.generator.failWith(FailureKind.AUTH);
    FxThread.run(() -> weave.model().weave());
    until(WeaveViewModel.State.FAILED);
    draw("failed");
    Region bar = (Region) weave.bar();
    FxThread.run(() -> bar.setMaxWidth(900));
    draw("failed-narrow");
    assertThat(FxThread.call(() -> fits(window.scene.lookup("#failedTitle").getParent(), bar)))
        .as("the failure and its remedy fit into the weave bar of the narrowest window")
        .isTrue();
    FxThread.run(() -> bar.setMaxWidth(Double.MAX_VALUE));
    world.generator.failWith(null);
    world.generator.hold();
    FxThread.run(
        () -> weave.model().act(weave.model().job().get().id(), FailureAdvice.Action.RETRY));
    until(WeaveViewModel.State.RUNNING);
    FxThread.run(() -> weave.model().cancel(weave.model().job().get().id()));
    until(WeaveViewModel.State.CANCELLED);
    draw("cancelled");

    FxThread.run(() -> weave.model().dismiss());
    FxThread.run(() -> weave.model().weave());
    until(WeaveViewModel.State.RUNNING);
    FxThread.run(() -> weave.model().selection().set(world.selectedFrom(3)));
    until(WeaveViewModel.State.READY);
    FxThread.run(() -> weave.model().weave());
    until(WeaveViewModel.State.RUNNING);
    FxThread.run(
        () -> {
          weave.watchJobs(true);
          window.show(2, weave.jobsPage());
        });
    FxThread.await("five jobs in the list", () -> weave.jobs().rows().size() == 5);
    FxThread.await("two running jobs", () -> weave.jobs().live().get() == 2);
    draw("jobs");
    world.generator.open();
    FxThread.await("no running job", () -> weave.jobs().live().get() == 0);

    FxThread.run(() -> window.show(3, settings.settings()));
    draw("settings");
    FxThread.run(() -> ((ScrollPane) window.scene.lookup(".settings .scroll-pane")).setVvalue(1));
    draw("settings-end");
    FxThread.run(() -> ((RadioButton) window.scene.lookup("#mongodb")).fire());
    FxThread.settle();
    FxThread.run(() -> ((ScrollPane) window.scene.lookup(".settings .scroll-pane")).setVvalue(1));
    draw("settings-unsaved");
    FxThread.run(() -> ((RadioButton) window.scene.lookup("#builtIn")).fire());
    FxThread.run(() -> world.theming.apply(Settings.Theme.LIGHT, 140));
    PartsWindow.snapshot(window.scene, "settings-large");
    assertThat(Path.of("target", "screens", "part-settings-dark.png")).exists();
    assertThat(Files.exists(Path.of("target", "screens", "part-jobs-light.png"))).isTrue();
  }

  private void drawCitationCard() {
    FxThread.run(
        () -> {
          WebView page = (WebView) window.scene.lookup(".web-view");
          String rect = "document.querySelector(\"a[href='fragment:6']\").getBoundingClientRect().";
          double x = ((Number) page.getEngine().executeScript(rect + "left")).doubleValue();
          double y = ((Number) page.getEngine().executeScript(rect + "top")).doubleValue();
          new Robot().mouseMove(page.localToScreen(x + 5, y + 5));
        });
    FxThread.await("the card", () -> popup() != null);
    PartsWindow.snapshot(popup().getScene(), "citation-card");
    FxThread.run(() -> new Robot().mouseMove(window.scene.getRoot().localToScreen(200, 300)));
    FxThread.await("no card", () -> popup() == null);
  }

  private void drawSources() {
    FxThread.run(() -> ((MenuButton) window.scene.lookup("#more")).getItems().getFirst().fire());
    FxThread.await("the sources", () -> popup() != null);
    PartsWindow.snapshot(popup().getScene(), "sources");
    FxThread.run(() -> popup().hide());
  }

  private static Window popup() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof Popup && shown.isShowing())
        .findFirst()
        .orElse(null);
  }

  private void until(WeaveViewModel.State state) {
    FxThread.await("the weave bar in state " + state, () -> weave.model().state().get() == state);
  }

  private static boolean fits(Node inner, Region outer) {
    return outer
        .localToScene(outer.getLayoutBounds())
        .contains(inner.localToScene(inner.getLayoutBounds()));
  }

  private void draw(String name) {
    for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.DARK, Settings.Theme.LIGHT}) {
      FxThread.run(() -> world.theming.apply(theme, 100));
      FxThread.settle();
      FxThread.settle();
      PartsWindow.snapshot(
          window.scene, name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
