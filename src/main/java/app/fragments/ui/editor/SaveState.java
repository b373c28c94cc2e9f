package app.fragments.ui.editor;

/// What the editor says about the words in it.
public enum SaveState {
  /// Nothing: nothing was written, or it is about to be saved.
  QUIET,
  /// A save takes longer than one would expect.
  SAVING,
  SAVED,
  /// The store is away; the words are in the recovery folder and saved when it is back.
  WAITING
}
