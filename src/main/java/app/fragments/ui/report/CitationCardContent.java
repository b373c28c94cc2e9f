package app.fragments.ui.report;

import org.jspecify.annotations.Nullable;

/// What the card beside a citation says.
///
/// @param source the fragment
/// @param passage the words of it that the sentence rests on, or null where it is gone
public record CitationCardContent(CitedSource source, @Nullable String passage) {}
