package app.fragments.ui.common;

/// A text in which a [FindBar] finds words.
public interface FindTarget {
  /// The hits of the last search.
  ///
  /// @param index of the current hit, from 0
  record Matches(int index, int count) {
    public static final Matches NONE = new Matches(0, 0);
  }

  /// Remembers where the user is, to return there.
  ///
  /// @return the selected words, or an empty text
  String begin();

  /// Marks all hits and goes to the first one from where the user is; goes back there if there is
  /// none.
  Matches search(String query);

  /// Searches again because the text has changed. Nothing moves.
  Matches refresh(String query);

  /// Goes to the next or previous hit, from the last to the first.
  Matches step(int by);

  /// Removes the marks.
  void clear();

  /// Gives the focus back, at the hit that was gone to, or else where the user was.
  void leave();
}
