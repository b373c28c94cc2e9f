package app.fragments.ui.journal;

/// The part of the journal that the list shows, chosen in the sidebar.
public enum ListScope {
  ALL,
  STARRED,
  TAG,
  TRASH
}
