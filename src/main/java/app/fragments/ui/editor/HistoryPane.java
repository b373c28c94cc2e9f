package app.fragments.ui.editor;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryVersion;
import app.fragments.journal.WordDiff;
import app.fragments.journal.WordDiff.Kind;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The saved states of the open fragment by date and time, each compared with the present one.
/// Shown over the fragment's page. On the FX thread.
final class HistoryPane extends VBox {
  private final EditorViewModel editor;
  private final UiContext context;
  private final Messages messages;
  private final Runnable onClose;
  private final ListView<EntryVersion> list = new ListView<>();
  private final DiffText title = new DiffText("diff-title");
  private final DiffText tags = new DiffText("diff-tags");
  private final DiffText text = new DiffText("diff-text");
  private final Label added = new Label();
  private final Label removed = new Label();
  private final Label notice = new Label();
  private final Button restore = new Button();
  private @Nullable EntryId shown;

  private record Comparison(EntryVersion version, WordDiff title, WordDiff tags, WordDiff text) {
    static Comparison of(EntryVersion version, Entry now) {
      return new Comparison(
          version,
          WordDiff.of(version.title(), now.title()),
          WordDiff.of(line(version.tags()), line(now.tags())),
          WordDiff.of(version.text(), now.text()));
    }

    private static String line(List<String> tags) {
      return tags.stream().map(tag -> "#" + tag).collect(Collectors.joining("  "));
    }

    long count(Kind kind) {
      return title.count(kind) + tags.count(kind) + text.count(kind);
    }
  }

  HistoryPane(EditorViewModel editor, UiContext context, Runnable onClose) {
    this.editor = editor;
    this.context = context;
    this.onClose = onClose;
    messages = context.messages();
    getStyleClass().add("history");
    Button back = new Button(messages.get("history.back"), new FontIcon("fth-arrow-left"));
    back.getStyleClass().setAll("button", "link");
    back.setOnAction(e -> onClose.run());
    restore.setText(messages.get("history.restore"));
    restore.setId("restoreVersion");
    restore.setOnAction(e -> restore());
    restore.setMinWidth(USE_PREF_SIZE);
    added.getStyleClass().addAll("pill", "ok");
    removed.getStyleClass().addAll("pill", "failed");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(back, gap, added, removed, restore);
    head.getStyleClass().add("history-head");
    list.getStyleClass().add("history-list");
    list.setAccessibleText(messages.get("history.list"));
    list.setCellFactory(view -> new VersionCell());
    list.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> compare(now));
    VBox page = new VBox(title, tags, text);
    page.getStyleClass().add("history-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox body = new HBox(list, scroll);
    body.getStyleClass().add("history-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    notice.getStyleClass().add("muted");
    notice.setWrapText(true);
    for (var node : List.of(body, notice, added, removed)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    body.visibleProperty().bind(notice.visibleProperty().not());
    getChildren().addAll(head, notice, body);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    editor.draft.addListener(
        (o, old, now) -> {
          if (now == null || !now.mine().id().equals(shown)) {
            onClose.run();
          }
        });
    clear();
  }

  /// Reads the states of the open fragment.
  void load() {
    Entry entry = editor.entry().orElse(null);
    shown = entry == null ? null : entry.id();
    if (entry == null) {
      return;
    }
    clear();
    notice.setText(messages.get("history.loading"));
    notice.setVisible(true);
    UiServices services = context.services();
    context.run(
        () -> services.entries().history().versions(services.userId(), entry.id()),
        versions -> show(entry.id(), versions),
        failure -> {
          context.toastFailure(failure, "history.failed");
          onClose.run();
        });
  }

  private void clear() {
    restore.setDisable(true);
    added.setVisible(false);
    removed.setVisible(false);
    list.getItems().clear();
  }

  private void show(EntryId id, List<EntryVersion> versions) {
    Entry now = editor.entry().orElse(null);
    if (!id.equals(shown) || now == null) {
      return;
    }
    List<EntryVersion> others = versions.stream().filter(one -> !isSame(one, now)).toList();
    notice.setVisible(others.isEmpty());
    notice.setText(messages.get("history.empty"));
    list.getItems().setAll(others);
    list.getSelectionModel().selectFirst();
    list.requestFocus();
  }

  private static boolean isSame(EntryVersion version, Entry now) {
    return version.title().equals(now.title())
        && version.text().equals(now.text())
        && version.tags().equals(now.tags());
  }

  private void compare(@Nullable EntryVersion version) {
    restore.setDisable(version == null);
    Entry now = editor.entry().orElse(null);
    if (version != null && now != null) {
      context.run(
          () -> Comparison.of(version, now), this::show, "Cannot compare two states of a fragment");
    }
  }

  private void show(Comparison comparison) {
    if (!comparison.version().equals(list.getSelectionModel().getSelectedItem())) {
      return;
    }
    title.show(comparison.title());
    tags.show(comparison.tags());
    text.show(comparison.text());
    showCount(added, "history.added", comparison.count(Kind.ADDED));
    showCount(removed, "history.removed", comparison.count(Kind.REMOVED));
  }

  private void showCount(Label label, String key, long words) {
    label.setText(messages.get(key, words));
    label.setVisible(words > 0);
  }

  private void restore() {
    EntryVersion version = list.getSelectionModel().getSelectedItem();
    if (version != null) {
      editor.restore(version, moment(version));
      onClose.run();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      onClose.run();
    }
  }

  private String moment(EntryVersion version) {
    UiServices services = context.services();
    LocalDate day = LocalDate.ofInstant(version.savedAt(), services.zone());
    return messages.get(
        "editor.dayAndTime",
        DateFormats.dayWithYear(day),
        DateFormats.time(version.savedAt(), services.zone()));
  }

  private final class VersionCell extends ListCell<EntryVersion> {
    @Override
    protected void updateItem(@Nullable EntryVersion version, boolean isEmpty) {
      super.updateItem(version, isEmpty);
      setText(isEmpty || version == null ? "" : moment(version));
    }
  }
}
