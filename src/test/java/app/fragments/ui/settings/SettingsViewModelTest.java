package app.fragments.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.JobSettings;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.parts.WindowFixture;
import app.fragments.ui.settings.GeminiSettingsViewModel.KeyState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class SettingsViewModelTest {
  private final AtomicInteger changes = new AtomicInteger();
  private WindowFixture world;
  private SettingsViewModel model;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          model = new SettingsViewModel(world.context, changes::incrementAndGet);
        });
  }

  @AfterEach
  void close() {
    FxThread.run(() -> world.close());
  }

  @Test
  void a_number_out_of_range_shows_an_error_and_is_not_saved() {
    load();

    FxThread.run(() -> model.workers.text.set("9"));
    FxThread.run(() -> model.flush());

    assertThat(FxThread.call(() -> model.workers.error.get())).contains("1 to 8");
    assertThat(world.settings.jobs().workers()).isEqualTo(2);
    for (String wrong : new String[] {"", "two", "-1", "1.5", "99999999999999"}) {
      FxThread.run(() -> model.workers.text.set(wrong));
      assertThat(FxThread.call(() -> model.workers.error.get())).as(wrong).isNotEmpty();
    }
  }

  @Test
  void typed_values_are_saved_after_a_pause_without_touching_others() {
    load();
    world.settings = world.settings.with(copy -> copy.samplesOffered = true);

    FxThread.run(() -> model.workers.text.set(" 3 "));

    FxThread.await("it is saved", () -> world.settings.jobs().workers() == 3);
    assertThat(world.settings.samplesOffered()).isTrue();
    assertThat(changes).hasValue(1);
  }

  @Test
  void leaving_the_page_saves_pending_edits() {
    load();

    FxThread.run(
        () -> {
          model.poll.text.set("5");
          model.timeout.text.set("ten");
          model.flush();
        });

    assertThat(world.settings.jobs().pollSeconds()).isEqualTo(5);
    assertThat(world.settings.jobs().timeoutSeconds()).isEqualTo(180);
  }

  @Test
  void an_empty_field_means_no_limit() {
    load();
    assertThat(FxThread.call(() -> model.perUser.text.get())).isEmpty();

    FxThread.run(
        () -> {
          model.perUser.text.set("3");
          model.keepFailed.text.set("7");
          model.keepCompleted.text.set("365");
          model.calls.text.set("15");
          model.flush();
        });
    assertThat(world.settings.jobs()).isEqualTo(new JobSettings(1, 180, 2, 365, 7, 15, 3));

    FxThread.run(() -> model.perUser.text.set("0"));
    assertThat(FxThread.call(() -> model.perUser.error.get())).contains("empty for no limit");
    FxThread.run(
        () -> {
          model.perUser.text.set("");
          model.flush();
        });
    assertThat(world.settings.jobs().jobsPerUser()).isEqualTo(JobSettings.NO_LIMIT);
  }

  @Test
  void showing_the_page_changes_nothing() {
    Settings before = world.settings;

    load();
    FxThread.run(() -> model.flush());

    assertThat(world.settings).isSameAs(before);
    assertThat(changes).hasValue(0);
  }

  @Test
  void values_from_the_environment_are_marked_and_never_overwritten() {
    world.environment.put("GEMINI_MODEL", "gemini-of-the-house");
    world.environment.put("GEMINI_API_KEY", "good from outside");
    world.environment.put("MONGODB_URI", "mongodb://ada:secret@db.example/journal");
    load();

    FxThread.await("the key", () -> model.gemini.state.get() == KeyState.FIXED);
    FxThread.await("the store", () -> model.store.uri.isFixed());

    assertThat(FxThread.call(() -> model.geminiModel.fixedBy.get())).isEqualTo("GEMINI_MODEL");
    assertThat(FxThread.call(() -> model.gemini.fixedBy.get())).isEqualTo("GEMINI_API_KEY");
    assertThat(FxThread.call(() -> model.store.uri.text.get())).doesNotContain("secret");
    FxThread.run(() -> model.workers.text.set("4"));
    FxThread.run(() -> model.flush());
    assertThat(world.settings.geminiModel()).isEqualTo(Settings.DEFAULT.geminiModel());
  }

  @Test
  void a_key_is_tested_saved_and_removed() {
    load();
    FxThread.await("no key", () -> model.gemini.state.get() == KeyState.NONE);
    FxThread.run(() -> model.gemini.typed.set("bad"));
    FxThread.run(() -> model.gemini.runTest("m"));
    FxThread.await(
        "a failed test", () -> model.gemini.test.state.get() == ConnectionTest.State.FAILED);

    FxThread.run(() -> model.gemini.typed.set(" good one "));
    assertThat(FxThread.call(() -> model.gemini.test.state.get()))
        .isEqualTo(ConnectionTest.State.IDLE);
    FxThread.run(() -> model.gemini.runTest("m"));
    FxThread.await(
        "a successful test", () -> model.gemini.test.state.get() == ConnectionTest.State.OK);
    FxThread.run(() -> model.gemini.save());
    FxThread.await("it is saved", () -> model.gemini.state.get() == KeyState.SAVED);

    assertThat(world.secrets.read(Secret.GEMINI_API_KEY)).contains("good one");
    assertThat(FxThread.call(() -> model.gemini.typed.get())).isEmpty();
    assertThat(FxThread.call(() -> model.gemini.place.get())).contains("the login keychain");
    FxThread.run(() -> model.gemini.remove());
    FxThread.await("it is removed", () -> model.gemini.state.get() == KeyState.NONE);
    assertThat(world.secrets.read(Secret.GEMINI_API_KEY)).isEmpty();
  }

  @Test
  void a_password_is_stored_as_a_secret_and_never_shown_again() {
    load();
    FxThread.run(
        () -> {
          model.store.external.set(true);
          model.store.uri.text.set("mongodb://ada:secret@good.example/journal");
          model.store.save();
        });

    FxThread.await(
        "the restart note", () -> model.store.test.message.get().contains("next time you start"));

    String shown = "mongodb://ada@good.example/journal";
    assertThat(world.settings.mongodbUri()).isEqualTo(shown);
    assertThat(FxThread.call(() -> model.store.uri.text.get())).isEqualTo(shown);
    FxThread.run(() -> model.store.save());
    FxThread.settle();
    assertThat(world.secrets.read(Secret.MONGODB_URI))
        .as("the password stays when the shown address is saved again")
        .contains("mongodb://ada:secret@good.example/journal");
    FxThread.run(() -> model.store.external.set(false));
    assertThat(world.settings.mongodbUri()).isNull();
  }

  @Test
  void choosing_mongodb_again_restores_the_saved_address() {
    String saved = "mongodb://ada@good.example/journal";
    world.settings = world.settings.with(copy -> copy.mongodbUri = saved);
    load();
    FxThread.await("the store", () -> model.store.external.get());

    FxThread.run(() -> model.store.external.set(false));
    assertThat(world.settings.mongodbUri()).isNull();
    FxThread.run(() -> model.store.external.set(true));

    FxThread.await("it is saved again", () -> saved.equals(world.settings.mongodbUri()));
    assertThat(FxThread.call(() -> model.store.unsaved.get())).isFalse();
    FxThread.run(
        () -> { // the secret store answers the second choice after the third
          model.store.external.set(false);
          model.store.external.set(true);
          model.store.external.set(false);
        });
    FxThread.settle();
    assertThat(world.settings.mongodbUri()).isNull();
  }

  @Test
  void a_typed_address_is_unsaved_until_save() {
    load();
    FxThread.run(() -> model.store.external.set(true));
    assertThat(FxThread.call(() -> model.store.unsaved.get())).isTrue();
    FxThread.run(() -> model.store.uri.text.set("mongodb://good.example/journal"));
    FxThread.run(() -> model.store.external.set(false));
    FxThread.run(() -> model.store.external.set(true));

    assertThat(FxThread.call(() -> model.store.unsaved.get())).isTrue();
    assertThat(world.settings.mongodbUri()).isNull();
    FxThread.run(() -> model.store.save());
    FxThread.await("saved", () -> !model.store.unsaved.get());
    FxThread.run(() -> model.store.uri.text.set("mongodb://other.example/journal"));
    assertThat(FxThread.call(() -> model.store.unsaved.get())).isTrue();
  }

  @Test
  void an_invalid_address_shows_an_error() {
    load();

    for (String wrong : new String[] {"localhost", "http://db", "mongodb://", "mongodb:// db"}) {
      FxThread.run(() -> model.store.uri.text.set(wrong));
      assertThat(FxThread.call(() -> model.store.uri.error.get())).as(wrong).isNotEmpty();
    }
    FxThread.run(() -> model.store.uri.text.set("mongodb+srv://db.example"));
    assertThat(FxThread.call(() -> model.store.uri.isValid())).isTrue();
  }

  @Test
  void theme_and_text_size_apply_at_once() {
    load();

    FxThread.run(() -> model.theme.set(Settings.Theme.DARK));
    FxThread.run(() -> model.textSize.set(120));

    assertThat(FxThread.call(() -> world.theming.dark().get())).isTrue();
    assertThat(FxThread.call(() -> world.theming.textSize().get())).isEqualTo(120);
    assertThat(world.settings.theme()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void changing_the_text_size_keeps_a_theme_set_by_shortcut() {
    load();

    world.settings = world.settings.with(copy -> copy.theme = Settings.Theme.DARK);
    FxThread.run(() -> model.textSize.set(120));

    assertThat(FxThread.call(() -> world.theming.dark().get())).isTrue();
  }

  private void load() {
    FxThread.run(() -> model.load());
    FxThread.await("the key", () -> model.gemini.state.get() != KeyState.UNKNOWN);
  }
}
