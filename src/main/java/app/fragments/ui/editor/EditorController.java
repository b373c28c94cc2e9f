package app.fragments.ui.editor;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.search.SearchQuery;
import app.fragments.ui.common.FindBar;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ReadView;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.EditorViewModel.SaveState;
import app.fragments.ui.editor.markdown.TextRange;
import app.fragments.ui.editor.text.EditorFooter;
import app.fragments.ui.editor.text.MarkdownArea;
import app.fragments.ui.editor.text.SlimHead;
import app.fragments.ui.editor.text.TextFindTarget;
import app.fragments.ui.editor.text.TextPane;
import app.fragments.ui.editor.text.TitleField;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the page of the open fragment.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class EditorController {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass AT_RISK = PseudoClass.getPseudoClass("at-risk");

  private final EditorViewModel editor;
  private final Consumer<EntryId> onRestore;
  private final DayPopover dayPopover;
  private final TagPills pills;
  private final UiContext context;
  private final Messages messages;
  private final PassageMark passage;
  private final TextPane text;
  private final TextFindTarget findTarget;
  private final FindBar findBar;
  private final EditorFooter footer;
  private final Supplier<ReadView> newReader;
  private final StackPane body = new StackPane();
  private @Nullable ReadView reader;
  private SlimHead slimHead;
  private @Nullable EntryId shown;

  @FXML private VBox page;
  @FXML private StackPane head;
  @FXML private VBox empty;
  @FXML private VBox opening;
  @FXML private HBox trashNotice;
  @FXML private FlowPane meta;
  @FXML private Button day;
  @FXML private TitleField title;

  EditorController(
      EditorViewModel editor,
      Consumer<EntryId> onRestore,
      DayPopover dayPopover,
      TagPills pills,
      Supplier<ReadView> newReader,
      UiContext context) {
    this.editor = editor;
    this.onRestore = onRestore;
    this.dayPopover = dayPopover;
    this.pills = pills;
    this.newReader = newReader;
    this.context = context;
    messages = context.messages();
    passage = new PassageMark(this::area);
    text = new TextPane(context, this::created, editor::append, () -> title.focusField());
    findTarget = new TextFindTarget(text);
    findBar = new FindBar(findTarget, messages);
    footer = new EditorFooter(context);
  }

  @FXML
  void initialize() {
    title.setEmoji(context.theming().emoji());
    title.textProperty().bindBidirectional(editor.title);
    text.setOnEdited(this::edited);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren().addFirst(findBar);
    slimHead = new SlimHead(head, context.theming().emoji());
    page.getChildren().addAll(slimHead, body, footer);
    pills.showIn(meta);
    editor.reading.subscribe(this::showMode);
    editor.draft.subscribe(this::show);
    editor.opening.subscribe(id -> updateEditable());
    editor.openingShown.subscribe(this::showOpening);
    title.setOnLeave(this::focusText);
    editor.saveState.subscribe(this::showSaveState);
  }

  @FXML
  void changeDay() {
    dayPopover.show(day);
  }

  @FXML
  void write() {
    editor.write();
    focusTitle();
  }

  void focusTitle() {
    editor.reading.set(false);
    title.focusField();
  }

  private void focusText() {
    if (reader != null && editor.reading.get()) {
      reader.node().requestFocus();
    } else {
      area().requestFocus();
    }
  }

  @FXML
  void restore() {
    editor.entry().ifPresent(entry -> onRestore.accept(entry.id()));
  }

  /// Shows a passage of the open fragment and marks it for a while.
  void mark(String passage) {
    editor.reading.set(false);
    this.passage.show(passage);
  }

  /// Opens the find bar; no-op if no fragment is open.
  void find() {
    if (editor.draft.get() != null) {
      findBar.open();
    }
  }

  void insertPicture() {
    editor.reading.set(false);
    text.choosePicture();
  }

  /// Marks where a search of the journal matches in the open fragment. The focus stays.
  void find(SearchQuery query) {
    if (editor.reading.get()) {
      findInPage(query.words());
      return;
    }
    SearchQuery.TextMatches matches = query.matches(area().getText());
    if (matches.all().isEmpty()) {
      findBar.hide();
      return;
    }
    findTarget.setFound(
        new TextFindTarget.Found(
            query.words(),
            searched ->
                query.matches(searched).all().stream()
                    .map(mark -> new TextRange(mark.start(), mark.end()))
                    .toList(),
            matches.best().start()));
    findBar.open(query.words());
  }

  /// Marks the words of a query in the page if it has them side by side.
  private void findInPage(String words) {
    boolean found =
        editor.text.get().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    if (found && !words.isEmpty()) {
      findBar.open(words);
    } else {
      findBar.hide();
    }
  }

  /// Removes the marks of a search.
  void endSearch() {
    findBar.hide();
  }

  private MarkdownArea area() {
    return text.area();
  }

  private void created(MarkdownArea area) {
    passage.install(area);
    slimHead.follow(area);
    area.selectionProperty().addListener((o, old, now) -> countWords());
  }

  /// Creates the page when it is first needed: a WebView takes long to start.
  private void showMode(boolean reading) {
    if (reading) {
      ReadView page = reader == null ? newReader.get() : reader;
      reader = page;
      findBar.setTarget(page.findTarget());
      body.getChildren().setAll(page.node());
    } else {
      findBar.setTarget(findTarget);
      body.getChildren().setAll(text);
    }
    slimHead.reset();
    updateEditable();
    read(editor.text.get());
  }

  private void read(String markdown) {
    if (reader != null && shown != null && editor.reading.get()) {
      reader.show(shown, markdown);
    }
  }

  private void edited(String now) {
    editor.text.set(now);
    findBar.textChanged();
    countWords();
  }

  private void countWords() {
    footer.count(area().getText(), area().getSelectedText());
  }

  private void showSaveState(SaveState state) {
    UiServices services = context.services();
    footer.showState(
        switch (state) {
          case IDLE -> "";
          case SAVING -> messages.get("editor.saving");
          case SAVED ->
              messages.get(
                  "editor.saved", DateFormats.time(services.clock().instant(), services.zone()));
          case WAITING -> messages.get("editor.waiting");
          case AT_RISK -> messages.get("editor.atRisk");
        });
    footer.pseudoClassStateChanged(WAITING, state == SaveState.WAITING);
    footer.pseudoClassStateChanged(AT_RISK, state == SaveState.AT_RISK);
  }

  private void show(@Nullable Draft draft) {
    page.setVisible(draft != null);
    showOpening(editor.openingShown.get());
    if (draft == null) {
      return;
    }
    Entry entry = draft.mine();
    if (!entry.id().equals(shown)) {
      findBar.hide();
      slimHead.reset();
    }
    shown = entry.id();
    text.show(entry.id(), entry.text());
    read(entry.text());
    countWords();
    boolean readOnly = entry.inTrash();
    String date = DateFormats.dayWithYear(entry.date());
    String time = entry.time();
    String dayAndTime = time.isEmpty() ? date : messages.get("editor.dayAndTime", date, time);
    day.setText(dayAndTime);
    slimHead.show(
        entry.title(),
        Stream.concat(Stream.of(dayAndTime), entry.tags().stream().map(tag -> "#" + tag))
            .collect(Collectors.joining(" · ")));
    day.setDisable(readOnly);
    updateEditable();
    trashNotice.setVisible(readOnly);
    trashNotice.setManaged(readOnly);
    pills.show(entry);
  }

  private void showOpening(boolean shown) {
    boolean isEmpty = editor.draft.get() == null;
    opening.setVisible(isEmpty && shown);
    empty.setVisible(isEmpty && !shown);
  }

  private void updateEditable() {
    boolean editable =
        editor.opening.get() == null && editor.entry().filter(e -> !e.inTrash()).isPresent();
    title.setEditable(editable && !editor.reading.get());
    if (shown != null) {
      area().setEditable(editable);
    }
  }
}
