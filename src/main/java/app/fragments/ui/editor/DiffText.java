package app.fragments.ui.editor;

import app.fragments.journal.WordDiff;
import app.fragments.journal.WordDiff.Kind;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text with its changes: added words underlined, removed ones struck through, both on a
/// background of their own.
final class DiffText extends Region {
  private final TextFlow flow = new TextFlow();
  private final Path added = background("diff-added-background");
  private final Path removed = background("diff-removed-background");
  private List<WordDiff.Part> parts = List.of();

  DiffText(String styleClass) {
    flow.getStyleClass().add(styleClass);
    getChildren().addAll(added, removed, flow);
  }

  private static Path background(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    path.setManaged(false);
    return path;
  }

  void show(WordDiff diff) {
    parts = diff.parts();
    flow.getChildren().setAll(parts.stream().map(DiffText::text).toList());
    requestLayout();
  }

  private static Text text(WordDiff.Part part) {
    Text text = new Text(part.text());
    switch (part.kind()) {
      case ADDED -> text.getStyleClass().add("diff-added");
      case REMOVED -> text.getStyleClass().add("diff-removed");
      case SAME -> text.getStyleClass().add("diff-same");
    }
    return text;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width < 0 ? getWidth() : width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    added.getElements().clear();
    removed.getElements().clear();
    int start = 0;
    for (WordDiff.Part part : parts) {
      int end = start + part.text().length();
      if (part.kind() != Kind.SAME) {
        Path path = part.kind() == Kind.ADDED ? added : removed;
        path.getElements().addAll(flow.rangeShape(start, end));
      }
      start = end;
    }
  }
}
