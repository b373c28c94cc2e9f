package app.fragments.report.factcheck;

import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something in a text that can be verified, with its offsets and every possible reading.
sealed interface Claim {
  int start();

  int end();

  /// A date: "5.2." and "2/5" are ambiguous. The year is null if none is given.
  record Day(int start, int end, Set<MonthDay> monthDays, @Nullable Integer year)
      implements Claim {}

  /// A month of a year in digits: "2026-02".
  record Month(int start, int end, YearMonth month) implements Claim {}

  /// A time of day, in minutes after midnight.
  record Time(int start, int end, Set<Integer> minutes) implements Claim {}

  /// A number without sign or unit: "2.540" is 2.54 or 2540.
  record Quantity(int start, int end, Set<String> values, boolean percent) implements Claim {}

  /// A link or mail address, normalized by [LinkExtractor#normalize].
  record Link(int start, int end, String address) implements Claim {}
}
