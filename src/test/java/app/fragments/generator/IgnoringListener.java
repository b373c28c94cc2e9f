package app.fragments.generator;

import app.fragments.job.Progress;

public final class IgnoringListener implements GenerationListener {
  @Override
  public void progress(Progress progress) {}

  @Override
  public void preview(String markdownSoFar) {}
}
