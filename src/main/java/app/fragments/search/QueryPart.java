package app.fragments.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of a query, and where it stands in the query's text.
///
/// @param excluded whether entries that match are left out: it starts with a hyphen
/// @param value without hyphen, key and quotation marks
/// @param start its first character
/// @param end after its last character, closing quotation mark included
/// @param open whether it may be unfinished: nothing follows it, not even a space
/// @param days for the kinds with a date, unless there is a problem
/// @param problem why the part is ignored, or null
public record QueryPart(
    Kind kind,
    boolean excluded,
    String value,
    int start,
    int end,
    boolean open,
    @Nullable Days days,
    @Nullable Problem problem) {
  public enum Kind {
    WORD,
    PHRASE,
    TITLE,
    /// A tag of the entry.
    TAG,
    /// `#tag`: a tag of the entry, or the same with `#` anywhere in its text.
    HASHTAG,
    FROM,
    TO,
    ON,
    STARRED,
    PICTURE;

    boolean isDate() {
      return this == FROM || this == TO || this == ON;
    }

    boolean isText() {
      return this == WORD || this == PHRASE || this == TITLE;
    }
  }

  public enum Problem {
    /// A key without a value.
    EMPTY,
    NOT_A_DATE,
    /// `is:` and `has:` know only some values.
    UNKNOWN_VALUE
  }

  /// The first and the last day of a date that may leave out the day or the month.
  public record Days(LocalDate first, LocalDate last) {}

  boolean isUsable() {
    return problem == null;
  }

  /// Whether it matches words of a title.
  boolean isInTitle() {
    return isUsable() && !excluded && kind.isText();
  }

  /// Whether it matches words of a text.
  boolean isInText() {
    return isUsable()
        && !excluded
        && (kind == Kind.WORD || kind == Kind.PHRASE || kind == Kind.HASHTAG);
  }

  /// Whether the last word may be the start of a longer one.
  boolean isPrefix() {
    return open && !excluded && kind.isText();
  }
}
