package app.fragments.report.factcheck;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something in a text that can be looked up: where it stands and what it means.
sealed interface Claim {
  /// First character of the text.
  int start();

  /// After the last one.
  int end();

  /// A day.
  ///
  /// @param monthDay the day of the year, in each way that it can be read
  /// @param year or null where none is said
  record Day(int start, int end, Set<MonthDay> monthDay, @Nullable Integer year) implements Claim {
    boolean is(LocalDate date) {
      return (year == null || year == date.getYear()) && monthDay.contains(MonthDay.from(date));
    }
  }

  /// A month of a year, in digits: "2026-02".
  record Month(int start, int end, YearMonth month) implements Claim {}

  /// A time of day, in minutes after midnight, in each way that it can be read.
  record Time(int start, int end, Set<Integer> minutes) implements Claim {}

  /// A number, in each way that it can be read ("2.540" is 2.54 or 2540), without sign or unit.
  ///
  /// @param percent whether it is said to be a percentage
  record Quantity(int start, int end, Set<String> values, boolean percent) implements Claim {}

  /// A link or an address, without what does not tell them apart.
  record Address(int start, int end, String address) implements Claim {}
}
