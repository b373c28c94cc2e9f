package app.fragments.ui.editor.text;

import app.fragments.ui.common.Background;
import app.fragments.ui.editor.markdown.EmojiRuns;
import app.fragments.ui.editor.markdown.Hits;
import app.fragments.ui.editor.markdown.InlineStyle;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.MarkdownStyles;
import app.fragments.ui.editor.markdown.MarkdownStyles.Changed;
import app.fragments.ui.editor.markdown.StyleRun;
import app.fragments.ui.editor.markdown.StyledLine;
import app.fragments.ui.emoji.EmojiPictures;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the styles of an area up to date: after an edit, when the caret enters or leaves a marker,
/// and when hits are to be marked. Changes only what looks different.
final class AreaStyles {
  static final IntFunction<Hits> NO_HITS = line -> Hits.NONE;
  private static final Logger LOG = LoggerFactory.getLogger(AreaStyles.class);

  private final MarkdownArea area;
  private final Background background;
  private final EmojiPictures emoji;
  private final MarkdownStyles styles = new MarkdownStyles();
  private IntFunction<Hits> hits = NO_HITS;
  private ToDoubleFunction<LineStyle> pictureHeight = line -> 0;
  private BitSet withHits = new BitSet();
  private int caretLine = StyledLine.NOWHERE;
  private int caretColumn = StyledLine.NOWHERE;
  private boolean isPaused;
  private boolean isParsing;
  private boolean isMarking;

  /// Counts edits, to recognize styles that were computed for an older text.
  private long version;

  AreaStyles(MarkdownArea area, Background background, EmojiPictures emoji) {
    this.area = area;
    this.background = background;
    this.emoji = emoji;
    area.caretPositionProperty().addListener((o, old, now) -> caretMoved());
    area.focusedProperty().addListener((o, old, now) -> caretMoved());
    area.viewportDirtyEvents().subscribe(event -> markLater());
  }

  /// Replaces the text of the area.
  void open(String text) {
    version++;
    styles.set(styles.parse(lines(text)));
    caretLine = StyledLine.NOWHERE;
    caretColumn = StyledLine.NOWHERE;
    withHits = new BitSet();
    ReadOnlyStyledDocumentBuilder<LineStyle, String, InlineStyle> document =
        new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), LineStyle.PLAIN);
    int i = 0;
    for (String line : lines(text)) {
      StyledLine styled = styles.get(i++);
      document.addParagraph(
          line,
          spans(styled.runsAt(StyledLine.NOWHERE, line.length(), Hits.NONE), line),
          style(styled, StyledLine.NOWHERE));
    }
    area.replace(0, area.getLength(), document.build());
  }

  StyledLine line(int line) {
    return styles.get(line);
  }

  void changed(PlainTextChange change) {
    version++;
    String inserted = change.getInserted();
    int first = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
    int removed = 1 + count(change.getRemoved());
    int added = 1 + count(inserted);
    Optional<Changed> changed = styles.update(line -> area.getText(line), first, removed, added);
    moveCaret(change.getPosition() + inserted.length());
    if (withHits.length() > first) {
      withHits.set(first, Math.max(withHits.length(), first + added)); // lines have moved
    }
    if (changed.isPresent()) {
      render(changed.get().from(), changed.get().to());
    } else {
      parseAll(); // typed text has the styles around it until then
    }
  }

  void setHits(IntFunction<Hits> next) {
    hits = next;
    BitSet before = withHits;
    withHits = new BitSet();
    markSeen();
    markLater();
    before.andNot(withHits);
    before.stream().filter(line -> line < styles.size()).forEach(this::render);
  }

  /// @param height of the pictures below a line
  void setPictureHeight(ToDoubleFunction<LineStyle> height) {
    pictureHeight = height;
  }

  /// Makes room for pictures whose size has changed.
  void pictureSizesChanged() {
    for (int line = 0; line < styles.size(); line++) {
      if (!styles.get(line).style().pictures().isEmpty()) {
        render(line);
      }
    }
  }

  void setPaused(boolean paused) {
    isPaused = paused;
    caretMoved();
  }

  private void caretMoved() {
    if (!isPaused && !isParsing) {
      int before = caretLine;
      moveCaret(area.getCaretPosition());
      if (before != caretLine && before >= 0 && before < styles.size()) {
        render(before);
      }
      if (caretLine >= 0 && caretLine < styles.size()) {
        render(caretLine);
      }
    }
  }

  private void moveCaret(int offset) {
    if (area.isFocused() && area.isEditable()) {
      Position position = area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Forward);
      caretLine = position.getMajor();
      caretColumn = position.getMinor();
    } else {
      caretLine = StyledLine.NOWHERE;
    }
  }

  /// Parses the whole text on another thread, again if it was edited meanwhile.
  private void parseAll() {
    if (isParsing) {
      return;
    }
    isParsing = true;
    long parsedVersion = version;
    List<Paragraph<LineStyle, String, InlineStyle>> text = List.copyOf(area.getParagraphs());
    background.run(
        () -> styles.parse(text.stream().map(Paragraph::getText).toList()),
        parsed -> {
          isParsing = false;
          if (parsedVersion == version) {
            BitSet changed = styles.set(parsed);
            changed.stream().forEach(this::render);
            caretMoved();
          } else {
            parseAll();
          }
        },
        failure -> {
          isParsing = false;
          LOG.warn("Cannot style the text", failure);
        });
  }

  /// Marks the hits in the lines that are seen.
  private void markSeen() {
    if (hits == NO_HITS) {
      return;
    }
    int count = area.getVisibleParagraphs().size();
    int first = count == 0 ? 0 : area.firstVisibleParToAllParIndex();
    for (int line = Math.max(0, first); line < Math.min(first + count, styles.size()); line++) {
      if (!withHits.get(line) && !hits.apply(line).ranges().isEmpty()) {
        render(line);
      }
    }
  }

  /// Marks after the layout: only then is it known which lines are seen, and lines that change
  /// during the layout are lost.
  private void markLater() {
    if (hits != NO_HITS && !isMarking) {
      isMarking = true;
      Platform.runLater(
          () -> {
            isMarking = false;
            markSeen();
          });
    }
  }

  private void render(int from, int to) {
    for (int line = from; line < to; line++) {
      render(line);
    }
  }

  private void render(int line) {
    Paragraph<LineStyle, String, InlineStyle> shown = area.getParagraph(line);
    StyledLine styled = styles.get(line);
    int caret = line == caretLine ? caretColumn : StyledLine.NOWHERE;
    Hits marked = hits.apply(line);
    withHits.set(line, !marked.ranges().isEmpty());
    LineStyle style = style(styled, caret);
    if (!style.equals(shown.getParagraphStyle())) {
      area.setParagraphStyle(line, style);
    }
    StyleSpans<InlineStyle> spans =
        spans(styled.runsAt(caret, shown.length(), marked), shown.getText());
    if (!spans.equals(shown.getStyleSpans()) && shown.length() > 0) {
      area.setStyleSpans(line, 0, spans);
    }
  }

  private LineStyle style(StyledLine line, int caret) {
    LineStyle style = line.styleAt(caret);
    return style.withBelow(pictureHeight.applyAsDouble(style));
  }

  private StyleSpans<InlineStyle> spans(List<StyleRun> styled, String text) {
    List<StyleRun> runs = EmojiRuns.split(styled, emoji.find(text));
    StyleSpansBuilder<InlineStyle> spans = new StyleSpansBuilder<>(runs.size() + 1);
    if (runs.isEmpty()) {
      spans.add(InlineStyle.PLAIN, 0);
    }
    runs.forEach(run -> spans.add(run.style(), run.length()));
    return spans.create();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static int count(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
