package app.fragments.job;

import org.jspecify.annotations.Nullable;

/// What a generator answered, as it came, stored before it is processed so that a crash after the
/// answer does not pay twice.
public record RawAnswer(String markdown, String model, @Nullable Usage usage) {}
