package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.shell.StatusViewModel.State;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
  private final AtomicLong nanos = new AtomicLong();
  private StoreHealth health;
  private SimpleIntegerProperty unsaved;
  private SimpleBooleanProperty atRisk;
  private StatusViewModel status;

  @BeforeEach
  void make() {
    FxThread.start();
    FxThread.run(
        () -> {
          health = new StoreHealth();
          unsaved = new SimpleIntegerProperty();
          atRisk = new SimpleBooleanProperty();
          status =
              new StatusViewModel(
                  health, unsaved, atRisk, new Messages(Locale.ENGLISH), nanos::get);
        });
  }

  @Test
  void nothing_is_shown_while_the_store_opens() {
    FxThread.run(health::answered);

    assertThat(state()).isEqualTo(State.HIDDEN);
    assertThat(message()).isEmpty();
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
  void an_outage_is_shown_with_its_duration() {
    FxThread.run(health::answered);
    becomeUnreachable();
    assertThat(message())
        .startsWith("Can’t reach your journal. What you write is kept on this computer");

    nanos.addAndGet(Duration.ofSeconds(95).toNanos());
    FxThread.run(status::update);
    assertThat(message()).startsWith("Can’t reach your journal (offline for 1 minute).");
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    FxThread.run(status::update);
    assertThat(message()).startsWith("Can’t reach your journal (offline for 3 minutes).");
    nanos.addAndGet(Duration.ofHours(2).toNanos());
    FxThread.run(status::update);
    assertThat(message()).startsWith("Can’t reach your journal (offline for 2 hours).");
  }

  @Test
  void the_end_of_an_outage_is_shown_for_a_while() {
    becomeUnreachable();
    FxThread.run(health::answered);

    assertThat(state()).isEqualTo(State.BACK);
    assertThat(message()).isEqualTo("Reconnected to your journal.");
    FxThread.await("it disappears", () -> status.state.get() == State.HIDDEN);
    assertThat(message()).isEmpty();
  }

  @Test
  void saved_is_shown_only_once_everything_is_saved() {
    becomeUnreachable();
    FxThread.run(() -> unsaved.set(2));
    FxThread.run(health::answered);
    assertThat(message()).contains("Saving what you wrote").doesNotContain("Everything you wrote");

    FxThread.run(() -> unsaved.set(1));
    assertThat(message()).contains("Saving what you wrote");
    FxThread.run(() -> unsaved.set(0));
    assertThat(message())
        .isEqualTo("Reconnected to your journal. Everything you wrote in the meantime is saved.");
  }

  @Test
  void edits_from_before_the_outage_count_too() {
    FxThread.run(() -> unsaved.set(1));
    becomeUnreachable();
    FxThread.run(health::answered);

    assertThat(message()).contains("Saving what you wrote");
  }

  @Test
  void a_new_outage_replaces_the_message() {
    becomeUnreachable();
    FxThread.run(health::answered);
    becomeUnreachable();

    assertThat(state()).isEqualTo(State.UNREACHABLE);
    assertThat(message()).startsWith("Can’t reach your journal.");
  }

  @Test
  void a_refused_connection_is_shown_with_its_reason() {
    FxThread.run(() -> health.failed(new StoreException("The file is broken", null)));

    assertThat(state()).isEqualTo(State.REFUSED);
    assertThat(message()).isEqualTo("Can’t open your journal: The file is broken");
  }

  private void becomeUnreachable() {
    FxThread.run(() -> health.failed(new StoreUnavailableException("for the test", null)));
  }

  private State state() {
    return FxThread.call(() -> status.state.get());
  }

  private String message() {
    return FxThread.call(() -> status.message.get());
  }
}
