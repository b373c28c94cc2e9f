package app.fragments.generator;

import app.fragments.job.Progress;

/// Receives a generator's progress on the generator's thread, possibly many times a second.
public interface GenerationListener {
  void progress(Progress progress);

  /// The complete text so far: Markdown that may end anywhere.
  void preview(String markdownSoFar);
}
