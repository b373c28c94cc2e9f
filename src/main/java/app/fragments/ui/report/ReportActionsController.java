package app.fragments.ui.report;

import app.fragments.report.html.ReportContent;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.report.ReportLoader.OpenReport;
import app.fragments.ui.report.ReportViewModel.State;
import java.io.File;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/// Binds the actions beside the tabs: copy, export, sources, delete.
final class ReportActionsController {
  private final ReportViewModel model;
  private final ReportsViewModel reports;
  private final UiContext context;
  private final ReportFiles files;
  private final SourcesPopover sources;
  private @Nullable File folder;

  @FXML HBox root;
  @FXML Label version;
  @FXML Label writing;
  @FXML HBox actions;
  @FXML MenuButton more;

  ReportActionsController(ReportViewModel model, ReportsViewModel reports, UiContext context) {
    this.model = model;
    this.reports = reports;
    this.context = context;
    files = new ReportFiles(context.messages().bundle().getLocale());
    sources =
        new SourcesPopover(
            context.messages(), context.theming(), source -> model.follow(source.number(), ""));
  }

  @FXML
  void initialize() {
    actions.visibleProperty().bind(model.state().isEqualTo(State.SHOWN));
    writing.visibleProperty().bind(model.state().isEqualTo(State.WRITING));
    for (Node node : List.of(actions, writing, version)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    model.report.subscribe(this::showVersion);
  }

  @FXML
  void copyMarkdown() {
    model.content().ifPresent(content -> copy(content, false));
  }

  @FXML
  void copyRichText() {
    model.content().ifPresent(content -> copy(content, true));
  }

  @FXML
  void saveMarkdown() {
    model.content().ifPresent(content -> save(content, ReportFiles.Format.MARKDOWN));
  }

  @FXML
  void saveHtml() {
    model.content().ifPresent(content -> save(content, ReportFiles.Format.HTML));
  }

  @FXML
  void showSources() {
    sources.show(more, model.sources());
  }

  @FXML
  void delete() {
    model.shown().ifPresent(reports::delete);
  }

  private void showVersion(@Nullable OpenReport open) {
    int versions = open == null ? 0 : open.report().versions().size();
    version.setVisible(versions > 1);
    version.setText(context.messages().get("report.version", versions));
  }

  private void copy(ReportContent content, boolean rich) {
    context.run(
        () -> {
          ClipboardContent copied = new ClipboardContent();
          copied.putString(files.text(content, ReportFiles.Format.MARKDOWN));
          if (rich) {
            copied.putHtml(files.richText(content));
          }
          return copied;
        },
        copied -> {
          Clipboard.getSystemClipboard().setContent(copied);
          context.toast(rich ? "report.copiedRich" : "report.copied");
        },
        "Cannot copy the report");
  }

  private void save(ReportContent content, ReportFiles.Format format) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(context.messages().get("report.save." + format.extension()));
    chooser.setInitialFileName(ReportFiles.name(content, format));
    String kind = context.messages().get("report.kind." + format.extension());
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*." + format.extension()));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    @Nullable File file = chooser.showSaveDialog(root.getScene().getWindow());
    if (file != null) {
      folder = file.getParentFile();
      context.run(
          () -> {
            files.save(content, format, file.toPath());
            return file;
          },
          saved -> context.toast("report.saved", saved.toString()),
          failure -> context.toastFailure(failure, "report.notSaved", file.toString()));
    }
  }
}
