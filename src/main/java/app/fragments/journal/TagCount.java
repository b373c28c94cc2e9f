package app.fragments.journal;

/// How many entries have a tag or one below it.
///
/// @param tag in the spelling of the newest entry
public record TagCount(String tag, int count) {}
