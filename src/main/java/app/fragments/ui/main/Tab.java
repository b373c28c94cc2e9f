package app.fragments.ui.main;

/// The pages on the right side of the window.
public enum Tab {
  FRAGMENT,
  REPORT,
  JOBS
}
