package app.fragments.report;

import app.fragments.store.WireName;
import org.jspecify.annotations.Nullable;

/// Something in a report that the fragments don't support. It is shown, never removed.
///
/// @param line the line of the report's Markdown, from 1
/// @param cited the n of the fragment `Fn` that the sentence cites, or null
/// @param says a few words of what that fragment says instead, or null
public record Flag(
    FlagKind kind, String text, int line, @Nullable Integer cited, @Nullable String says) {
  public enum FlagKind implements WireName {
    /// A number that is in none of the fragments.
    NUMBER,
    /// A date that no fragment has or mentions.
    DATE,
    /// A proper name that is in none of the fragments.
    NAME,
    /// A link whose address is in none of the fragments.
    LINK,
    /// A citation of a fragment that was not selected.
    CITATION,
    /// A paragraph or bullet without a citation.
    UNCITED
  }
}
