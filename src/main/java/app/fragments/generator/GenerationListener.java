package app.fragments.generator;

import app.fragments.job.Progress;

/// Hears how a generator gets on, on the generator's thread. Calls may come many times a second.
public interface GenerationListener {
  /// Hears nothing.
  GenerationListener NONE =
      new GenerationListener() {
        @Override
        public void progress(Progress progress) {}

        @Override
        public void preview(String markdownSoFar) {}
      };

  void progress(Progress progress);

  /// The text so far, whole, as Markdown that may break off anywhere.
  void preview(String markdownSoFar);
}
