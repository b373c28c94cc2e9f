package app.fragments.ui.editor.text;

import app.fragments.ui.common.FindTarget;
import app.fragments.ui.editor.markdown.FindSession;
import app.fragments.ui.editor.markdown.TextFinder;
import app.fragments.ui.editor.markdown.TextRange;
import java.util.List;
import java.util.function.Function;

/// Finds words in the text of the open fragment.
public final class TextFindTarget implements FindTarget {
  private final TextPane text;
  private final FindSession session = new FindSession();
  private TextPlace before = TextPlace.START;
  private Found found = new Found("", text -> List.of(), 0);
  private boolean isStepped;
  private boolean isActive;

  /// What a search of the journal has found in the text.
  ///
  /// @param words stand in the find bar for its query
  /// @param matches finds all matches
  /// @param best where the best one starts
  public record Found(String words, Function<String, List<TextRange>> matches, int best) {}

  public TextFindTarget(TextPane text) {
    this.text = text;
  }

  /// Lets the search for these words find what the search of the journal has found.
  public void setFound(Found next) {
    found = next;
  }

  @Override
  public String begin() {
    MarkdownArea area = text.area();
    if (!isActive) {
      isActive = true;
      before = TextPlace.of(area);
      isStepped = false;
    }
    return area.getSelectedText();
  }

  @Override
  public Matches search(String query) {
    int from = query.equals(found.words) ? found.best : Math.min(before.anchor(), before.caret());
    session.show(text.area().getText(), hits(query), from);
    isStepped = false;
    Matches matches = matches();
    if (session.count() > 0) {
      showCurrent();
    } else {
      before.restore(text.area());
    }
    return matches;
  }

  @Override
  public Matches refresh(String query) {
    int from = session.current().map(TextRange::start).orElse(before.caret());
    session.show(text.area().getText(), hits(query), from);
    return matches();
  }

  private List<TextRange> hits(String query) {
    String searched = text.area().getText();
    return query.equals(found.words)
        ? found.matches.apply(searched)
        : TextFinder.find(searched, query);
  }

  @Override
  public Matches step(int by) {
    session.step(text.area().getText(), by);
    isStepped = true;
    Matches matches = matches();
    showCurrent();
    return matches;
  }

  @Override
  public void clear() {
    isActive = false;
    text.area().setHits(AreaStyles.NO_HITS);
  }

  @Override
  public void leave() {
    MarkdownArea area = text.area();
    if (isStepped) {
      session.current().ifPresent(hit -> area.selectRange(hit.start(), hit.end()));
      area.requestFollowCaret();
    } else {
      before.restore(area);
    }
    area.requestFocus();
  }

  private Matches matches() {
    text.area().setHits(session::inLine);
    return session.count() == 0 ? Matches.NONE : new Matches(session.index(), session.count());
  }

  private void showCurrent() {
    MarkdownArea area = text.area();
    session
        .current()
        .ifPresent(
            hit -> {
              area.moveTo(hit.start());
              area.requestFollowCaret();
            });
  }
}
