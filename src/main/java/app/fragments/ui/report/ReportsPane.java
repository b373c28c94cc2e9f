package app.fragments.ui.report;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// All reports, by the month in which their period ends, with a search in titles and texts.
final class ReportsPane extends VBox {
  private static final Comparator<ReportHeader> BY_PERIOD =
      Comparator.comparing((ReportHeader header) -> header.period().end())
          .thenComparing(ReportHeader::createdAt);

  private final ReportsViewModel model;
  private final Messages messages;
  private final Consumer<ReportId> onOpen;
  private final TextField search = new TextField();
  private final Label count = new Label();
  private final MenuButton sort = new MenuButton();
  private final ListView<ReportRow> list = new ListView<>();
  private final Label nothing = new Label();
  private boolean oldestFirst;

  ReportsPane(UiContext context, ReportsViewModel model, Consumer<ReportId> onOpen) {
    this.model = model;
    this.onOpen = onOpen;
    messages = context.messages();
    getStyleClass().addAll("entries", "reports");
    search.setId("searchReports");
    search.setPromptText(messages.get("reports.search"));
    search.setAccessibleText(messages.get("reports.search"));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKeyPressed);
    search.textProperty().addListener((o, old, now) -> searched());
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(new FontIcon("fth-search"), search);
    field.getStyleClass().add("search");
    count.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(count, space, sortMenu());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("report-count-line");
    list.getStyleClass().addAll("edge-to-edge", "report-list");
    list.setAccessibleText(messages.get("reports.list"));
    list.setCellFactory(view -> newCell(context));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKeyPressed);
    list.focusedProperty().addListener((o, old, now) -> selectOnFocus(now));
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    StackPane head = new StackPane(field);
    head.getStyleClass().add("report-search");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, line, list);
    model.reports().addListener((Observable o) -> searched());
    model.unread().addListener((Observable o) -> list.refresh());
    model.dismissed().addListener((Observable o) -> list.refresh());
    model.current().addListener((o, old, now) -> list.refresh());
    show();
  }

  private ReportCell newCell(UiContext context) {
    ReportCell cell = new ReportCell(context, model);
    cell.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
            open(cell.getItem());
          }
        });
    MenuItem delete = new MenuItem(messages.get("reports.delete"));
    delete.setOnAction(event -> delete(cell.getItem()));
    ContextMenu menu = new ContextMenu(delete);
    cell.itemProperty()
        .addListener(
            (o, old, now) -> cell.setContextMenu(now instanceof ReportRow.Woven ? menu : null));
    return cell;
  }

  private MenuButton sortMenu() {
    sort.getStyleClass().addAll("flat", "sort-menu");
    sort.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (String key : List.of("reports.newestFirst", "reports.oldestFirst")) {
      RadioMenuItem item = new RadioMenuItem(messages.get(key));
      boolean oldest = key.equals("reports.oldestFirst");
      item.setToggleGroup(group);
      item.setSelected(!oldest);
      item.setOnAction(
          e -> {
            oldestFirst = oldest;
            sort.setText(item.getText());
            show();
          });
      sort.getItems().add(item);
    }
    sort.setText(messages.get("reports.newestFirst"));
    return sort;
  }

  private void searched() {
    model.readTexts(search.getText(), this::show);
  }

  /// Shows the reports that match, and keeps the selection.
  private void show() {
    ReportRow selected = list.getSelectionModel().getSelectedItem();
    List<ReportHeader> found = model.matching(search.getText());
    List<ReportHeader> sorted =
        found.stream().sorted(oldestFirst ? BY_PERIOD : BY_PERIOD.reversed()).toList();
    list.getItems().setAll(ReportRow.grouped(sorted));
    if (selected != null) {
      list.getSelectionModel().select(selected);
    }
    count.setText(messages.get("reports.count", found.size()));
    nothing.setText(
        search.getText().isBlank()
            ? messages.get("reports.none")
            : messages.get("reports.nothingFound", search.getText().strip()));
  }

  private void open(ReportRow row) {
    if (row instanceof ReportRow.Woven woven) {
      onOpen.accept(woven.header().id());
    }
  }

  private void delete(ReportRow row) {
    if (row instanceof ReportRow.Woven woven) {
      model.delete(woven.header().id());
    }
  }

  private void listKeyPressed(KeyEvent event) {
    ReportRow row = list.getSelectionModel().getSelectedItem();
    if (row instanceof ReportRow.Woven
        && event.getCode() == KeyCode.ENTER
        && !event.isShortcutDown()) {
      open(row);
      event.consume();
    } else if (row instanceof ReportRow.Woven && event.getCode() == KeyCode.DELETE) {
      delete(row);
      event.consume();
    }
  }

  private void searchKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && list.getItems().size() > 1) {
      open(list.getItems().get(1));
      event.consume();
    }
  }

  /// The selection shows the focus: on the open report, or else on the first one.
  private void selectOnFocus(boolean focused) {
    if (focused && list.getSelectionModel().isEmpty() && list.getItems().size() > 1) {
      int current = 1;
      for (int i = 0; i < list.getItems().size(); i++) {
        if (list.getItems().get(i) instanceof ReportRow.Woven woven
            && woven.header().id().equals(model.current().get())) {
          current = i;
        }
      }
      list.getSelectionModel().select(current);
    }
  }
}
