package app.fragments.ui.journal;

/// Which part of the journal is looked at; the sidebar chooses it.
public enum ListScope {
  ALL,
  STARRED,
  TAG,
  TRASH
}
