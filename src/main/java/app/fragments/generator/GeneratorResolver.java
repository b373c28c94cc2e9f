package app.fragments.generator;

import app.fragments.job.JobOptions;

/// Which generator answers a job. Asked anew for each run, so that a changed setting holds at once.
@FunctionalInterface
public interface GeneratorResolver {

  /// @throws GeneratorException where the chosen one cannot be had: it has no key, or nobody knows
  ///   its name
  Generator choose(JobOptions options) throws GeneratorException;
}
