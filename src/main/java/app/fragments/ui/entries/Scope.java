package app.fragments.ui.entries;

/// Which part of the journal is looked at; the sidebar chooses it.
public enum Scope {
  ALL,
  STARRED,
  TAG,
  TRASH
}
