package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.ui.journal.ListRow;
import app.fragments.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the window appears and what its first frame shows.
class FirstPictureTest {
  @TempDir Path folder;

  private final CountDownLatch open = new CountDownLatch(1);
  private volatile List<EntryHeader> page;
  private FakeUiServices services;
  private Stage stage;
  private MainWindow window;

  @BeforeEach
  void make() {
    FxThread.start();
    services = new SlowStore(folder);
    Journal.fill(services.entries);
    makeWindow();
  }

  private void makeWindow() {
    stage = FxThread.call(Stage::new);
    window = FxThread.call(() -> new MainWindow(stage, services, address -> {}));
  }

  @AfterEach
  void close() {
    open.countDown();
    closeWindow();
    services.close();
  }

  private void closeWindow() {
    FxThread.run(window::close);
    FxThread.await("closed", () -> !stage.isShowing());
  }

  @Test
  void the_window_appears_with_the_first_page_if_it_is_loaded() {
    open.countDown();
    FxThread.await("the first page", () -> rows() > 0);

    assertThat(FxThread.call(this::shownAtOnce)).isTrue();
  }

  @Test
  void the_window_waits_only_briefly_for_the_first_page() {
    assertThat(FxThread.call(this::shownAtOnce)).isFalse();

    FxThread.await("the window", stage::isShowing);
    assertThat(FxThread.call(this::rows)).isZero();

    open.countDown();
    FxThread.await("the first page", () -> rows() > 0);
  }

  @Test
  void the_window_appears_with_a_snapshot_before_the_store_is_open() {
    List<EntryHeader> ahead = services.entries.list(FakeUiServices.USER, EntryFilter.ALL, null, 5);
    services.entries.trash(FakeUiServices.USER, List.of(ahead.getFirst().id()));
    services.entries.purge(FakeUiServices.USER, List.of(ahead.getFirst().id()));
    page = ahead;
    closeWindow();
    makeWindow();
    FxThread.await("the page", () -> rows() > 0);

    assertThat(FxThread.call(this::shownAtOnce)).isTrue();
    FxThread.await("the page's rows", () -> fragments().size() == ahead.size());
    assertThat(FxThread.call(this::fragments)).isEqualTo(ids(ahead));

    open.countDown();
    List<EntryId> all =
        ids(services.entries.list(FakeUiServices.USER, EntryFilter.ALL, null, Integer.MAX_VALUE));
    assertThat(all).hasSizeGreaterThan(ahead.size()).doesNotContain(ahead.getFirst().id());
    FxThread.await("what the open store has", () -> fragments().equals(all));
  }

  private List<EntryId> fragments() {
    return ((ListView<?>) stage.getScene().lookup(".fragment-list"))
        .getItems().stream()
            .filter(ListRow.Fragment.class::isInstance)
            .map(row -> ((ListRow.Fragment) row).header().id())
            .toList();
  }

  private static List<EntryId> ids(List<EntryHeader> headers) {
    return headers.stream().map(EntryHeader::id).toList();
  }

  private boolean shownAtOnce() {
    window.show();
    return stage.isShowing();
  }

  private int rows() {
    return ((ListView<?>) stage.getScene().lookup(".fragment-list")).getItems().size();
  }

  /// Its store blocks until it is open.
  private final class SlowStore extends FakeUiServices {
    SlowStore(Path folder) {
      super(folder);
    }

    @Override
    public List<EntryHeader> firstPage() {
      return page == null ? super.firstPage() : page;
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
