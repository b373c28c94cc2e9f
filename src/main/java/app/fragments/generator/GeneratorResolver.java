package app.fragments.generator;

import app.fragments.job.JobOptions;

/// Resolves the generator for each execution of a job, so that changed settings apply at once.
@FunctionalInterface
public interface GeneratorResolver {

  /// @throws GeneratorException if the generator is unknown or has no key
  Generator resolve(JobOptions options) throws GeneratorException;
}
