package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What closing the window leaves behind.
class ClosingTest {
  @TempDir Path folder;

  @Test
  void closing_while_typing_leaves_no_older_draft_for_the_next_start() throws IOException {
    OpenWindow window = new OpenWindow(folder, services -> Journal.fill(services.entries));
    window.awaitRows();
    window.clickOn("Stand-up");
    FxThread.await("open", () -> window.editorText().startsWith("Blocked"));
    FxThread.run(() -> window.find(".editor-text", Node.class).requestFocus());
    int words = 0;
    while (DraftRecoveryTest.drafts(folder) == 0) { // takes a second of typing without a pause
      window.write(" word");
      assertThat(++words).isLessThan(10_000);
    }
    window.write(" last");

    window.close();

    assertThat(window.services.all())
        .filteredOn(entry -> entry.title().equals("Stand-up"))
        .extracting(Entry::text)
        .singleElement()
        .asString()
        .contains(" last");
    assertThat(DraftRecoveryTest.drafts(folder)).isZero();
  }
}
