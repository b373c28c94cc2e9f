package app.fragments.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.JobSettings;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.settings.Settings;
import app.fragments.ui.parts.Fx;
import app.fragments.ui.parts.PartsWorld;
import app.fragments.ui.settings.GeminiSettings.KeyState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class SettingsViewModelTest {
  private final AtomicInteger changes = new AtomicInteger();
  private PartsWorld world;
  private SettingsViewModel model;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Fx.run(
        () -> {
          world = new PartsWorld();
          model = new SettingsViewModel(world.context, changes::incrementAndGet);
        });
  }

  @AfterEach
  void close() {
    Fx.run(() -> world.close());
  }

  @Test
  void a_number_out_of_range_is_explained_and_not_kept() {
    load();

    Fx.run(() -> model.jobs().workers().text().set("9"));
    Fx.run(() -> model.flush());

    assertThat(Fx.call(() -> model.jobs().workers().error().get())).contains("1 to 8");
    assertThat(world.settings.jobs().workers()).isEqualTo(2);
    for (String wrong : new String[] {"", "two", "-1", "1.5", "99999999999999"}) {
      Fx.run(() -> model.jobs().workers().text().set(wrong));
      assertThat(Fx.call(() -> model.jobs().workers().error().get())).as(wrong).isNotEmpty();
    }
  }

  @Test
  void what_is_typed_is_kept_a_moment_later_and_the_rest_stays() {
    load();
    world.settings = world.settings.withSamplesOffered(true);

    Fx.run(() -> model.jobs().workers().text().set(" 3 "));

    Fx.until("it is kept", () -> world.settings.jobs().workers() == 3);
    assertThat(world.settings.samplesOffered()).isTrue();
    assertThat(changes).hasValue(1);
  }

  @Test
  void leaving_the_page_keeps_what_was_typed_last() {
    load();

    Fx.run(
        () -> {
          model.jobs().poll().text().set("5");
          model.jobs().timeout().text().set("ten");
          model.flush();
        });

    assertThat(world.settings.jobs().pollSeconds()).isEqualTo(5);
    assertThat(world.settings.jobs().timeoutSeconds()).isEqualTo(180);
  }

  @Test
  void no_limit_is_an_empty_field_and_a_limit_a_number() {
    load();
    assertThat(Fx.call(() -> model.jobs().perUser().text().get())).isEmpty();

    Fx.run(
        () -> {
          model.jobs().perUser().text().set("3");
          model.jobs().keepFailed().text().set("7");
          model.jobs().keepCompleted().text().set("365");
          model.jobs().calls().text().set("15");
          model.flush();
        });
    assertThat(world.settings.jobs()).isEqualTo(new JobSettings(1, 180, 2, 365, 7, 15, 3));

    Fx.run(() -> model.jobs().perUser().text().set("0"));
    assertThat(Fx.call(() -> model.jobs().perUser().error().get()))
        .contains("nothing for no limit");
    Fx.run(
        () -> {
          model.jobs().perUser().text().set("");
          model.flush();
        });
    assertThat(world.settings.jobs().jobsPerUser()).isEqualTo(JobSettings.NO_LIMIT);
  }

  @Test
  void showing_the_page_changes_nothing() {
    Settings before = world.settings;

    load();
    Fx.run(() -> model.flush());

    assertThat(world.settings).isSameAs(before);
    assertThat(changes).hasValue(0);
  }

  @Test
  void what_the_environment_says_is_shown_as_such_and_never_overwritten() {
    world.environment.put("GEMINI_MODEL", "gemini-of-the-house");
    world.environment.put("GEMINI_API_KEY", "good from outside");
    world.environment.put("MONGODB_URI", "mongodb://ada:secret@db.example/journal");
    load();

    Fx.until("the key", () -> model.gemini().state().get() == KeyState.FIXED);
    Fx.until("the store", () -> model.store().uri().isFixed());

    assertThat(Fx.call(() -> model.model().fixedBy().get())).isEqualTo("GEMINI_MODEL");
    assertThat(Fx.call(() -> model.gemini().fixedBy().get())).isEqualTo("GEMINI_API_KEY");
    assertThat(Fx.call(() -> model.store().uri().text().get())).doesNotContain("secret");
    Fx.run(() -> model.jobs().workers().text().set("4"));
    Fx.run(() -> model.flush());
    assertThat(world.settings.geminiModel()).isEqualTo(Settings.DEFAULT.geminiModel());
  }

  @Test
  void a_key_is_tried_saved_and_removed() {
    load();
    Fx.until("no key", () -> model.gemini().state().get() == KeyState.NONE);
    Fx.run(() -> model.gemini().typed().set("bad"));
    Fx.run(() -> model.gemini().test("m"));
    Fx.until("a no", () -> model.gemini().probe().state().get() == Probe.State.FAILED);

    Fx.run(() -> model.gemini().typed().set(" good one "));
    assertThat(Fx.call(() -> model.gemini().probe().state().get())).isEqualTo(Probe.State.IDLE);
    Fx.run(() -> model.gemini().test("m"));
    Fx.until("a yes", () -> model.gemini().probe().state().get() == Probe.State.OK);
    Fx.run(() -> model.gemini().save());
    Fx.until("it is saved", () -> model.gemini().state().get() == KeyState.SAVED);

    assertThat(world.secrets.read(Secret.GEMINI_API_KEY)).contains("good one");
    assertThat(Fx.call(() -> model.gemini().typed().get())).isEmpty();
    assertThat(Fx.call(() -> model.gemini().place().get())).contains("the login keychain");
    Fx.run(() -> model.gemini().remove());
    Fx.until("it is removed", () -> model.gemini().state().get() == KeyState.NONE);
    assertThat(world.secrets.read(Secret.GEMINI_API_KEY)).isEmpty();
  }

  @Test
  void the_password_of_a_store_is_kept_apart_and_never_shown_again() {
    load();
    Fx.run(
        () -> {
          model.store().external().set(true);
          model.store().uri().text().set("mongodb://ada:secret@good.example/journal");
          model.store().save();
        });

    Fx.until("it applies later", () -> model.store().atNextStart().get());

    String shown = "mongodb://ada@good.example/journal";
    assertThat(world.settings.mongodbUri()).isEqualTo(shown);
    assertThat(Fx.call(() -> model.store().uri().text().get())).isEqualTo(shown);
    Fx.run(() -> model.store().save());
    Fx.settle();
    assertThat(world.secrets.read(Secret.MONGODB_URI))
        .as("saved again as it is shown, the password stays")
        .contains("mongodb://ada:secret@good.example/journal");
    Fx.run(() -> model.store().external().set(false));
    assertThat(world.settings.mongodbUri()).isNull();
  }

  @Test
  void the_address_that_was_kept_is_kept_again_when_it_is_chosen_again() {
    String kept = "mongodb://ada@good.example/journal";
    world.settings = world.settings.withMongodbUri(kept);
    load();
    Fx.until("the store", () -> model.store().external().get());

    Fx.run(() -> model.store().external().set(false));
    assertThat(world.settings.mongodbUri()).isNull();
    Fx.run(() -> model.store().external().set(true));

    Fx.until("it is kept again", () -> kept.equals(world.settings.mongodbUri()));
    assertThat(Fx.call(() -> model.store().unsaved().get())).isFalse();
    Fx.run(
        () -> { // the place of secrets answers to the second choice after the third
          model.store().external().set(false);
          model.store().external().set(true);
          model.store().external().set(false);
        });
    Fx.settle();
    assertThat(world.settings.mongodbUri()).isNull();
  }

  @Test
  void an_address_that_is_only_typed_says_so_until_it_is_saved() {
    load();
    Fx.run(() -> model.store().external().set(true));
    assertThat(Fx.call(() -> model.store().unsaved().get())).isTrue();
    Fx.run(() -> model.store().uri().text().set("mongodb://good.example/journal"));
    Fx.run(() -> model.store().external().set(false));
    Fx.run(() -> model.store().external().set(true));

    assertThat(Fx.call(() -> model.store().unsaved().get())).isTrue();
    assertThat(world.settings.mongodbUri()).isNull();
    Fx.run(() -> model.store().save());
    Fx.until("saved", () -> !model.store().unsaved().get());
    Fx.run(() -> model.store().uri().text().set("mongodb://other.example/journal"));
    assertThat(Fx.call(() -> model.store().unsaved().get())).isTrue();
  }

  @Test
  void an_address_that_is_none_is_explained() {
    load();

    for (String wrong : new String[] {"localhost", "http://db", "mongodb://", "mongodb:// db"}) {
      Fx.run(() -> model.store().uri().text().set(wrong));
      assertThat(Fx.call(() -> model.store().uri().error().get())).as(wrong).isNotEmpty();
    }
    Fx.run(() -> model.store().uri().text().set("mongodb+srv://db.example"));
    assertThat(Fx.call(() -> model.store().uri().isValid())).isTrue();
  }

  @Test
  void theme_and_text_size_hold_at_once() {
    load();

    Fx.run(() -> model.theme().set(Settings.Theme.DARK));
    Fx.run(() -> model.textSize().set(120));

    assertThat(Fx.call(() -> world.theming.dark().get())).isTrue();
    assertThat(Fx.call(() -> world.theming.textSize().get())).isEqualTo(120);
    assertThat(world.settings.theme()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void the_text_size_leaves_a_theme_alone_that_was_changed_by_its_keys() {
    load();

    world.settings = world.settings.withTheme(Settings.Theme.DARK);
    Fx.run(() -> model.textSize().set(120));

    assertThat(Fx.call(() -> world.theming.dark().get())).isTrue();
  }

  private void load() {
    Fx.run(() -> model.load());
    Fx.until("the key", () -> model.gemini().state().get() != KeyState.UNKNOWN);
  }
}
