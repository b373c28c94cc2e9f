package app.fragments.ui.shell;

/// The pages on the right side of the window.
public enum Tab {
  FRAGMENT,
  REPORT,
  JOBS
}
