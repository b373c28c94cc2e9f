package app.fragments.ui.report;

import app.fragments.ui.common.FindTarget;
import app.fragments.ui.editor.markdown.TextFinder;
import app.fragments.ui.editor.markdown.TextRange;
import java.util.List;
import java.util.stream.Collectors;

/// Finds words in the page of a [PageView].
final class PageFindTarget implements FindTarget {
  private final PageView page;
  private List<TextRange> hits = List.of();
  private int current;
  private double before;
  private boolean isActive;
  private boolean isStepped;

  PageFindTarget(PageView page) {
    this.page = page;
  }

  @Override
  public String begin() {
    if (!isActive) {
      isActive = true;
      isStepped = false;
      before = page.scrolled();
    }
    return String.valueOf(page.run("String(window.getSelection())").orElse(""));
  }

  @Override
  public Matches search(String query) {
    mark(query);
    isStepped = false;
    current =
        hits.isEmpty()
            ? 0
            : page.run("finder.firstFrom(" + before + ")")
                .map(first -> ((Number) first).intValue())
                .orElse(0);
    if (hits.isEmpty()) {
      page.scrollTo(before);
    }
    return goToCurrent();
  }

  @Override
  public Matches refresh(String query) {
    double now = page.scrolled();
    mark(query);
    current = Math.clamp(current, 0, Math.max(0, hits.size() - 1));
    Matches matches = goToCurrent();
    page.scrollTo(now);
    return matches;
  }

  @Override
  public Matches step(int by) {
    if (!hits.isEmpty()) {
      current = Math.floorMod(current + by, hits.size());
      isStepped = true;
    }
    return goToCurrent();
  }

  @Override
  public void clear() {
    isActive = false;
    hits = List.of();
    page.run("finder.clear()");
  }

  @Override
  public void leave() {
    if (!isStepped) {
      page.scrollTo(before);
    }
    page.node().requestFocus();
  }

  private void mark(String query) {
    hits =
        page.run("finder.text()")
            .map(text -> TextFinder.find((String) text, query))
            .orElse(List.of());
    page.run(
        hits.stream()
            .map(hit -> "[" + hit.start() + "," + hit.end() + "]")
            .collect(Collectors.joining(",", "finder.mark([", "])")));
  }

  private Matches goToCurrent() {
    if (hits.isEmpty()) {
      return Matches.NONE;
    }
    page.run("finder.go(" + current + ")");
    return new Matches(current, hits.size());
  }
}
