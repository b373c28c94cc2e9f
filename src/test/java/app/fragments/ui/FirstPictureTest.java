package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.EntryStore;
import app.fragments.ui.main.MainWindow;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the window appears, and with what.
class FirstPictureTest {
  @TempDir Path folder;

  private final CountDownLatch open = new CountDownLatch(1);
  private FakeServices services;
  private Stage stage;
  private MainWindow window;

  @BeforeEach
  void make() {
    Fx.start();
    services = new SlowStore(folder);
    Journal.fill(services.entries);
    stage = Fx.call(Stage::new);
    window = Fx.call(() -> new MainWindow(stage, services, address -> {}));
  }

  @AfterEach
  void close() {
    open.countDown();
    Fx.run(window::close);
    Fx.await("closed", () -> !stage.isShowing());
    services.close();
  }

  @Test
  void it_appears_with_its_list_where_the_first_page_is_there() {
    open.countDown();
    Fx.await("the first page", () -> rows() > 0);

    assertThat(Fx.call(this::shownAtOnce)).isTrue();
  }

  @Test
  void it_waits_a_moment_for_the_first_page_and_no_longer() {
    assertThat(Fx.call(this::shownAtOnce)).isFalse();

    Fx.await("the window", stage::isShowing);
    assertThat(Fx.call(this::rows)).isZero();

    open.countDown();
    Fx.await("the first page", () -> rows() > 0);
  }

  private boolean shownAtOnce() {
    window.show();
    return stage.isShowing();
  }

  private int rows() {
    return ((ListView<?>) stage.getScene().lookup(".fragment-list")).getItems().size();
  }

  /// Its store does not answer before it is open.
  private final class SlowStore extends FakeServices {
    SlowStore(Path folder) {
      super(folder);
    }

    @Override
    public EntryStore entries() {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.entries();
    }
  }
}
