package app.fragments.report;

import org.jspecify.annotations.Nullable;

/// One thing in a report that the fragments do not bear out. It is shown, never removed.
///
/// @param kind what is wrong
/// @param text the words of the report, as they stand there
/// @param line the line of the report's Markdown, from 1
/// @param cited the number n of the fragment `Fn` that the sentence cites, or null where it cites
///   none: the one to open
/// @param says what that fragment says instead, a few words, or null
public record Flag(
    FlagKind kind, String text, int line, @Nullable Integer cited, @Nullable String says) {}
