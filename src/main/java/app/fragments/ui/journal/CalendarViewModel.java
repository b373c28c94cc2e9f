package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A month of the journal: how much was written each day. On the FX thread.
final class CalendarViewModel {
  /// Fragments a day from which on the darkest shade is used, where no day of the month has more.
  private static final int BUSY = 4;

  private static final int SHADES = 4;

  private final JournalViewModel journal;
  private final ReadOnlyObjectWrapper<YearMonth> month;
  private final ReadOnlyObjectWrapper<List<Day>> days = new ReadOnlyObjectWrapper<>(List.of());

  /// One field of the month's page.
  ///
  /// @param inMonth whether it belongs to the month, and not to its neighbour
  /// @param count fragments of that day
  /// @param heat 0 for none, then 1 to 4
  /// @param today whether it is today
  /// @param chosen whether the list shows only this day
  record Day(LocalDate date, boolean inMonth, int count, int heat, boolean today, boolean chosen) {}

  CalendarViewModel(JournalViewModel journal) {
    this.journal = journal;
    month = new ReadOnlyObjectWrapper<>(YearMonth.from(journal.today().get()));
    journal.snapshot().addListener((o, old, now) -> update());
    journal.filter().addListener((o, old, now) -> update());
    month.addListener((o, old, now) -> update());
    journal
        .today()
        .addListener(
            (o, old, now) -> {
              month.set(YearMonth.from(now));
              update(); // most days are of the same month as the one before
            });
    update();
  }

  ReadOnlyObjectProperty<YearMonth> month() {
    return month.getReadOnlyProperty();
  }

  /// Whole weeks from Monday to Sunday, as many as the month touches.
  ReadOnlyObjectProperty<List<Day>> days() {
    return days.getReadOnlyProperty();
  }

  void turn(int months) {
    month.set(month.get().plusMonths(months));
  }

  void showMonthOf(LocalDate day) {
    month.set(YearMonth.from(day));
  }

  /// Shows only that day in the list; chosen again, everything.
  void choose(LocalDate day) {
    ListFilter filter = journal.filter().get();
    DayRange only = DayRange.day(day);
    journal.filter().set(filter.withDays(filter.days().equals(only) ? DayRange.EVERYTHING : only));
  }

  private void update() {
    LocalDate first = DateFormats.startOfWeek(month.get().atDay(1));
    LocalDate last = DateFormats.startOfWeek(month.get().atEndOfMonth()).plusDays(6);
    Map<LocalDate, Integer> counts = journal.snapshot().get().stats().perDay();
    int most =
        Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
            .mapToInt(day -> counts.getOrDefault(day, 0))
            .max()
            .orElse(0);
    int top = Math.max(BUSY, most);
    days.set(
        Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
            .map(day -> field(day, counts.getOrDefault(day, 0), top))
            .toList());
  }

  private Day field(LocalDate day, int count, int top) {
    return new Day(
        day,
        YearMonth.from(day).equals(month.get()),
        count,
        Math.ceilDiv(SHADES * count, top),
        day.equals(journal.today().get()),
        journal.filter().get().days().equals(DayRange.day(day)));
  }
}
