package app.fragments.ui.report;

import app.fragments.journal.EntryId;
import app.fragments.journal.Picture;
import app.fragments.journal.PictureId;
import app.fragments.report.html.ReportHtml;
import app.fragments.report.html.ReportTheme;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.FindTarget;
import app.fragments.ui.common.ReadView;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.report.ReportViewModel.Page;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A fragment as a page, rendered like a report. Links open in the browser.
final class FragmentPage implements ReadView {
  private static final Logger LOG = LoggerFactory.getLogger(FragmentPage.class);

  private final UiContext context;
  private final ReportHtml html;
  private final PageView view;
  private final PageFindTarget findTarget;
  private final CoalescingTask<Page> renderer;
  private String key = "";
  private String markdown = "";

  FragmentPage(UiContext context) {
    this.context = context;
    html = new ReportHtml(context.messages().bundle().getLocale());
    view = new PageView(this::clicked, (link, at) -> {}, context.theming().emoji());
    view.node().setAccessibleText(context.messages().get("editor.read.page"));
    findTarget = new PageFindTarget(view);
    renderer =
        new CoalescingTask<>(
            context.background(),
            this::rendering,
            page -> view.show(page, false),
            failure -> LOG.warn("Cannot show a fragment as a page", failure));
    context.theming().dark().addListener((o, old, now) -> renderer.refresh());
    context.theming().textSize().addListener((o, old, now) -> renderer.refresh());
  }

  @Override
  public Node node() {
    return view.node();
  }

  @Override
  public void show(EntryId id, String text) {
    if (!key.equals(id.value()) || !markdown.equals(text)) {
      key = id.value();
      markdown = text;
      renderer.refresh();
    }
  }

  @Override
  public FindTarget findTarget() {
    return findTarget;
  }

  private Callable<Page> rendering() {
    ReportTheme theme = ReportViewModel.theme(context.theming());
    String shownKey = key;
    String text = markdown;
    return () -> new Page(shownKey, html.fragment(text, theme, this::picture));
  }

  /// Blocks on the store.
  private Optional<String> picture(String address) {
    UiServices services = context.services();
    return PictureId.ofAddress(address)
        .flatMap(id -> services.entries().pictures().find(services.userId(), id))
        .flatMap(
            file ->
                Picture.Format.of(file)
                    .map(
                        format ->
                            "data:%s;base64,%s"
                                .formatted(
                                    format.mediaType(), Base64.getEncoder().encodeToString(file))));
  }

  private void clicked(PageLink link) {
    if (link.leadsOut()) {
      context.navigator().browse(link.address());
    }
  }
}
