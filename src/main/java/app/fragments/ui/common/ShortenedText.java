package app.fragments.ui.common;

/// A text node that may show less than its whole text.
public interface ShortenedText {
  String full();

  boolean isShortened();
}
