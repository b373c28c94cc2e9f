package app.fragments.job;

import org.jspecify.annotations.Nullable;

/// What the user chose for a job.
///
/// @param generator the generator's name (`gemini` or `digest`), or null for the default of the
///   process that runs the job
public record JobOptions(@Nullable String generator) {
  public static final JobOptions DEFAULT = new JobOptions(null);
}
