package app.fragments.ui.report;

import app.fragments.journal.DateFormats;
import app.fragments.report.ReportHeader;
import app.fragments.report.html.ModelDisplayName;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import java.time.ZonedDateTime;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A report in the list: title and when it was woven; period, by what, and the claims to check. Or
/// the month above a group.
final class ReportCell extends ListCell<ReportRow> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass MONTH = PseudoClass.getPseudoClass("month");

  private final UiContext context;
  private final Messages messages;
  private final ReportsViewModel model;
  private final Label title = label("report-title");
  private final Label woven = label("report-note");
  private final Label facts = label("report-note");
  private final Label fresh = label("pill", "ok");
  private final Label claims = label("pill", "warn");
  private final VBox report = new VBox(line(title, woven), line(facts, fresh, claims));
  private final Label month = label("report-month");
  private final Label count = label("report-note");
  private final HBox heading = line(month, count);

  ReportCell(UiContext context, ReportsViewModel model) {
    this.context = context;
    this.model = model;
    messages = context.messages();
    getStyleClass().add("report-cell");
    report.getStyleClass().add("report-row");
    heading.getStyleClass().add("report-heading");
    for (Label label : new Label[] {woven, fresh, claims, count}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    fresh.setText(messages.get("reports.new"));
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ReportRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    boolean isMonth = row instanceof ReportRow.Month;
    pseudoClassStateChanged(MONTH, isMonth);
    setGraphic(
        switch (isEmpty ? null : row) {
          case null -> null;
          case ReportRow.Month group -> show(group);
          case ReportRow.Woven shown -> show(shown.header());
        });
  }

  private Node show(ReportRow.Month group) {
    pseudoClassStateChanged(CURRENT, false);
    month.setText(DateFormats.month(group.month().atDay(1)));
    count.setText(Integer.toString(group.count()));
    setAccessibleText(month.getText() + ", " + messages.get("reports.count", group.count()));
    return heading;
  }

  private Node show(ReportHeader header) {
    ZonedDateTime now = context.services().clock().instant().atZone(context.services().zone());
    int open = model.claims(header);
    pseudoClassStateChanged(CURRENT, header.id().equals(model.current().get()));
    title.setText(header.title());
    woven.setText(DateFormats.moment(header.createdAt(), now));
    String by = ModelDisplayName.brief(header.model());
    facts.setText(
        messages.get(
            header.edited() ? "reports.factsEdited" : "reports.facts",
            header.period().label(),
            by));
    claims.setText(messages.get("reports.claims", open));
    show(claims, open > 0);
    show(fresh, model.unread().contains(header.id()));
    setAccessibleText(
        String.join(", ", title.getText(), facts.getText(), woven.getText())
            + (open > 0 ? ", " + claims.getText() : ""));
    return report;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static HBox line(Label first, Label... others) {
    first.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(first, Priority.ALWAYS);
    HBox line = new HBox(8, first);
    line.getChildren().addAll(others);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }
}
