package app.fragments.job;

import app.fragments.store.WireName;

/// The stage of a job.
public enum Stage implements WireName {
  /// Waiting for a worker.
  WAITING,
  /// Fetching the entries.
  READING,
  /// Waiting for the generator's first words.
  THINKING,
  /// The generator is writing.
  WRITING,
  /// Checking the response against the fragments.
  CHECKING
}
