package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A month of the journal as a heat map. On the FX thread.
final class CalendarViewModel {
  /// Fragments per day from which on the darkest shade is used, unless a day of the month has more.
  private static final int BUSY = 4;

  private static final int SHADES = 4;

  private final JournalViewModel journal;
  private final ReadOnlyObjectWrapper<YearMonth> month;
  private final ReadOnlyObjectWrapper<List<Day>> days = new ReadOnlyObjectWrapper<>(List.of());

  /// @param inMonth false for days of the weeks that the month shares with its neighbours
  /// @param count the number of fragments
  /// @param heat 0 for no fragments, then 1 to 4
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
              update(); // the month is usually the same
            });
    update();
  }

  ReadOnlyObjectProperty<YearMonth> month() {
    return month.getReadOnlyProperty();
  }

  /// The days of all weeks that the month touches.
  ReadOnlyObjectProperty<List<Day>> days() {
    return days.getReadOnlyProperty();
  }

  void turn(int months) {
    month.set(month.get().plusMonths(months));
  }

  void showMonthOf(LocalDate day) {
    month.set(YearMonth.from(day));
  }

  /// Limits the list to a day, or shows all days if it is limited to that day.
  void choose(LocalDate day) {
    ListFilter filter = journal.filter().get();
    DayRange only = DayRange.day(day);
    journal.filter().set(filter.withDays(filter.days().equals(only) ? DayRange.EVERYTHING : only));
  }

  private void update() {
    LocalDate first = DateFormats.startOfWeek(month.get().atDay(1));
    LocalDate end = DateFormats.startOfWeek(month.get().atEndOfMonth()).plusWeeks(1);
    Map<LocalDate, Integer> counts = journal.snapshot().get().stats().perDay();
    int most = first.datesUntil(end).mapToInt(day -> counts.getOrDefault(day, 0)).max().orElse(0);
    DayRange chosen = journal.filter().get().days();
    days.set(
        first
            .datesUntil(end)
            .map(
                day -> {
                  int count = counts.getOrDefault(day, 0);
                  return new Day(
                      day,
                      YearMonth.from(day).equals(month.get()),
                      count,
                      Math.ceilDiv(SHADES * count, Math.max(BUSY, most)),
                      day.equals(journal.today().get()),
                      chosen.equals(DayRange.day(day)));
                })
            .toList());
  }
}
