package app.fragments.report.html;

/// What a page is made for.
enum PageMedium {
  /// Read in the window: citations open fragments, notes have buttons.
  READ,
  /// Read in the window while it is being written.
  DRAFT,
  /// A file of its own: citations lead to a list of sources.
  EXPORT,
  /// Pasted into a mail or document: plain elements only.
  COPY
}
