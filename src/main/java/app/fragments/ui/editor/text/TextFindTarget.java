package app.fragments.ui.editor.text;

import app.fragments.ui.common.FindTarget;
import app.fragments.ui.editor.markdown.FindSession;
import app.fragments.ui.editor.markdown.TextRange;

/// Finds words in the text of the open fragment.
public final class TextFindTarget implements FindTarget {
  private final TextPane text;
  private final FindSession session = new FindSession();
  private TextPlace before = TextPlace.START;
  private boolean isStepped;
  private boolean isActive;

  public TextFindTarget(TextPane text) {
    this.text = text;
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
    session.search(text.area().getText(), query, Math.min(before.anchor(), before.caret()));
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
    session.search(text.area().getText(), query, from);
    return matches();
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
