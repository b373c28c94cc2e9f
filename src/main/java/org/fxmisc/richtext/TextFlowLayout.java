package org.fxmisc.richtext;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import org.fxmisc.richtext.model.TwoLevelNavigator;

/// The lines of a paragraph. Replaces RichTextFX's class of the same name, which asks for a
/// character position per line and so takes seconds for a long paragraph; JavaFX knows the lines.
class TextFlowLayout {
  private static final TextFlowSpan NO_LINE = new TextFlowSpan(0, 0, 0, 0, 0);

  private final TextFlow flow;
  private final List<TextFlowSpan> lines = new ArrayList<>();
  private boolean isOutdated = true;

  TextFlowLayout(TextFlow flow) {
    this.flow = flow;
    InvalidationListener outdated = changed -> isOutdated = true;
    flow.getChildren().addListener(outdated);
    flow.widthProperty().addListener(outdated);
  }

  int getLineCount() {
    return lines().size();
  }

  float getLineCenter(int line) {
    return lines().isEmpty() ? 1 : getLineSpan(line).getCenterY();
  }

  int getLineLength(int line) {
    return getLineSpan(line).getLength();
  }

  TextFlowSpan getLineSpan(int line) {
    return line >= 0 && line < lines().size() ? lines.get(line) : NO_LINE;
  }

  /// The line at this height, or the last one.
  TextFlowSpan getLineSpan(float y) {
    return lines().stream()
        .filter(line -> y < line.getBounds().getMaxY())
        .findFirst()
        .orElse(lines.isEmpty() ? NO_LINE : lines.getLast());
  }

  TwoLevelNavigator getTwoLevelNavigator() {
    return new TwoLevelNavigator(this::getLineCount, this::getLineLength);
  }

  private List<TextFlowSpan> lines() {
    if (isOutdated) {
      isOutdated = false;
      lines.clear();
      for (TextLineInfo line : flow.getLayoutInfo().getTextLines(false)) {
        Rectangle2D bounds = line.bounds();
        int length = line.end() - line.start();
        lines.add(
            new TextFlowSpan(
                line.start(), length, bounds.getMinY(), bounds.getWidth(), bounds.getHeight()));
      }
    }
    return lines;
  }
}
