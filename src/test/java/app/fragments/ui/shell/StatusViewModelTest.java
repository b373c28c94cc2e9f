package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.shell.StatusViewModel.State;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
  private StoreHealth health;
  private SimpleIntegerProperty unsaved;
  private SimpleBooleanProperty atRisk;
  private SimpleIntegerProperty secondsLeft;
  private StatusViewModel status;

  @BeforeEach
  void make() {
    FxThread.start();
    FxThread.run(
        () -> {
          health = new StoreHealth();
          unsaved = new SimpleIntegerProperty();
          atRisk = new SimpleBooleanProperty();
          secondsLeft = new SimpleIntegerProperty();
          status =
              new StatusViewModel(
                  health, unsaved, atRisk, secondsLeft, new Messages(Locale.ENGLISH));
        });
  }

  @Test
  void nothing_is_shown_while_the_store_opens() {
    FxThread.run(health::answered);

    assertThat(state()).isEqualTo(State.HIDDEN);
    assertThat(title() + message()).isEmpty();
  }

  @Test
  void nobody_is_told_that_text_is_kept_while_it_is_at_risk() {
    FxThread.run(health::answered);
    becomeUnreachable();

    FxThread.run(() -> atRisk.set(true));
    assertThat(message()).doesNotContain("is kept on").contains("the disk may be full");
    FxThread.run(() -> atRisk.set(false));
    assertThat(message()).contains("What you write is kept on this computer");
  }

  @Test
  void an_outage_is_shown_with_a_countdown_to_the_next_attempt() {
    FxThread.run(health::answered);
    becomeUnreachable();
    FxThread.run(() -> secondsLeft.set(8));

    assertThat(title()).isEqualTo("Can’t reach your journal.");
    assertThat(message())
        .isEqualTo(
            "Retrying in 8 s. What you write is kept on this computer and saved as soon as the"
                + " journal is back.");
    FxThread.run(() -> secondsLeft.set(0));
    assertThat(message()).startsWith("Retrying now… What you write");
  }

  @Test
  void an_outage_names_the_host_of_the_store() {
    becomeUnreachable();
    FxThread.run(() -> status.host.set("db1.example"));

    assertThat(title()).isEqualTo("Can’t reach your journal at db1.example.");
  }

  @Test
  void the_end_of_an_outage_is_shown_for_a_while() {
    becomeUnreachable();
    FxThread.run(health::answered);

    assertThat(state()).isEqualTo(State.BACK);
    assertThat(title()).isEqualTo("Back online");
    FxThread.await("it disappears", () -> status.state.get() == State.HIDDEN);
    assertThat(title() + message()).isEmpty();
  }

  @Test
  void saved_is_shown_only_once_everything_is_saved() {
    becomeUnreachable();
    FxThread.run(() -> unsaved.set(2));
    FxThread.run(health::answered);
    assertThat(message()).isEqualTo("Saving 2 fragments…");

    FxThread.run(() -> unsaved.set(1));
    assertThat(message()).isEqualTo("Saving 2 fragments…");
    FxThread.run(() -> unsaved.set(0));
    assertThat(message()).isEqualTo("2 fragments saved");
  }

  @Test
  void a_new_outage_replaces_the_message() {
    becomeUnreachable();
    FxThread.run(health::answered);
    becomeUnreachable();

    assertThat(state()).isEqualTo(State.UNREACHABLE);
    assertThat(title()).startsWith("Can’t reach your journal.");
  }

  @Test
  void a_refused_connection_is_shown_with_its_reason() {
    FxThread.run(() -> health.failed(new StoreException("The file is broken", null)));

    assertThat(state()).isEqualTo(State.REFUSED);
    assertThat(title()).isEqualTo("Can’t open your journal.");
    assertThat(message()).isEqualTo("The file is broken");
  }

  private void becomeUnreachable() {
    FxThread.run(() -> health.failed(new StoreUnavailableException("for the test", null)));
  }

  private State state() {
    return FxThread.call(() -> status.state.get());
  }

  private String title() {
    return FxThread.call(() -> status.title.get());
  }

  private String message() {
    return FxThread.call(() -> status.message.get());
  }
}
