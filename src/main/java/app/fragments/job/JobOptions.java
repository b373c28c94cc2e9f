package app.fragments.job;

import org.jspecify.annotations.Nullable;

/// What the user chose for one weaving.
///
/// @param generator the generator's name (`gemini` or `digest`), or null for the worker's default
public record JobOptions(@Nullable String generator) {
  public static final JobOptions DEFAULT = new JobOptions(null);
}
