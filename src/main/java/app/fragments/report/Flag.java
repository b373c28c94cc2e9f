package app.fragments.report;

import org.jspecify.annotations.Nullable;

/// Something in a report that the fragments don't support. It is shown, never removed.
///
/// @param line the line of the report's Markdown, from 1
/// @param cited the n of the fragment `Fn` that the sentence cites, or null
/// @param says a few words of what that fragment says instead, or null
public record Flag(
    FlagKind kind, String text, int line, @Nullable Integer cited, @Nullable String says) {}
