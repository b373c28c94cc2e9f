package app.fragments.ui.report;

import app.fragments.ui.common.FindBar;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.report.ReportViewModel.Page;
import app.fragments.ui.report.ReportViewModel.State;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the Report tab. The WebView is created only when the first page is shown, because creating
/// it takes more than half a second.
final class ReportController {
  private final ReportViewModel model;
  private final UiContext context;
  private final CitationCard card;
  private @Nullable PageView view;
  private @Nullable FindBar findBar;
  private String shownKey = "";

  @FXML StackPane root;
  @FXML StackPane pageHolder;
  @FXML VBox empty;
  @FXML VBox gone;
  @FXML VBox loading;

  ReportController(ReportViewModel model, UiContext context) {
    this.model = model;
    this.context = context;
    card = new CitationCard(context.messages(), context.theming());
  }

  @FXML
  void initialize() {
    ReadOnlyObjectProperty<State> state = model.state();
    empty.visibleProperty().bind(state.isEqualTo(State.EMPTY));
    loading.visibleProperty().bind(state.isEqualTo(State.LOADING));
    gone.visibleProperty().bind(state.isEqualTo(State.GONE));
    pageHolder
        .visibleProperty()
        .bind(state.isEqualTo(State.WRITING).or(state.isEqualTo(State.SHOWN)));
    state.subscribe(now -> card.hide());
    model.page.subscribe(this::showPage);
  }

  @FXML
  void selectThisWeek() {
    context.navigator().selectThisWeek();
  }

  private void showPage(@Nullable Page page) {
    if (page == null) {
      return;
    }
    PageView shown = view;
    if (shown == null) {
      shown = new PageView(this::clicked, this::hovered, context.theming().emoji());
      shown.node().setAccessibleText(context.messages().get("report.page"));
      view = shown;
      FindBar bar = new FindBar(new PageFindTarget(shown), context.messages());
      shown.setOnShown(bar::textChanged);
      findBar = bar;
      VBox.setVgrow(shown.node(), Priority.ALWAYS);
      pageHolder.getChildren().setAll(new VBox(bar, shown.node()));
    }
    if (!page.key().equals(shownKey) && findBar != null) {
      findBar.hide();
    }
    shownKey = page.key();
    shown.show(page, model.state().get() == State.WRITING);
  }

  /// Finds words in the report; no-op if none is shown.
  void find() {
    if (pageHolder.isVisible() && findBar != null) {
      findBar.open();
    }
  }

  private void clicked(PageLink link) {
    link.number("fragment:").ifPresent(number -> model.follow(number, link.citing()));
    link.number("dismiss:").ifPresent(model::dismiss);
    if (link.leadsOut()) {
      context.navigator().browse(link.address());
    }
  }

  private void hovered(@Nullable PageLink link, Point2D at) {
    card.hide();
    if (link != null) {
      link.number("fragment:")
          .flatMap(number -> model.citation(number, link.citing()))
          .ifPresent(cited -> card.show(cited, root, at));
    }
  }
}
