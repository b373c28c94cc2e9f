package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import javafx.scene.control.ToggleButton;

/// The chips that choose which days the list shows; one that is on turns everything back on.
final class DayRangeChips {
  private final JournalViewModel journal;
  private final RangePopover popover;
  private final Messages messages;

  DayRangeChips(JournalViewModel journal, RangePopover popover, Messages messages) {
    this.journal = journal;
    this.popover = popover;
    this.messages = messages;
  }

  void bind(ToggleButton thisWeek, ToggleButton lastWeek, ToggleButton range) {
    thisWeek.setOnAction(
        e -> choose(thisWeek.isSelected() ? DayRange.thisWeek(today()) : DayRange.EVERYTHING));
    lastWeek.setOnAction(
        e -> choose(lastWeek.isSelected() ? DayRange.lastWeek(today()) : DayRange.EVERYTHING));
    range.setOnAction(
        e -> {
          range.setSelected(isOn(DayRange.Kind.CHOSEN));
          popover.showAt(range);
        });
    journal
        .filter()
        .subscribe(
            filter -> {
              thisWeek.setSelected(isOn(DayRange.Kind.THIS_WEEK));
              lastWeek.setSelected(isOn(DayRange.Kind.LAST_WEEK));
              range.setSelected(isOn(DayRange.Kind.CHOSEN));
              range.setText(label(filter.days(), today()));
            });
    journal
        .today()
        .addListener((o, old, now) -> range.setText(label(journal.filter().get().days(), now)));
  }

  private LocalDate today() {
    return journal.today().get();
  }

  private boolean isOn(DayRange.Kind kind) {
    return journal.filter().get().days().kind() == kind;
  }

  private void choose(DayRange days) {
    journal.filter().set(journal.filter().get().withDays(days));
  }

  private String label(DayRange days, LocalDate today) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (days.kind() != DayRange.Kind.CHOSEN) {
      return messages.get("entries.range");
    }
    if (from != null && to != null) {
      if (from.equals(to)) {
        return DateFormats.day(from, today);
      }
      return from.getYear() == today.getYear() && to.getYear() == today.getYear()
          ? DateFormats.periodWithoutYear(from, to)
          : DateFormats.period(from, to);
    }
    if (from != null) {
      return messages.get("entries.range.since", DateFormats.day(from, today));
    }
    return to == null
        ? messages.get("entries.range")
        : messages.get("entries.range.until", DateFormats.day(to, today));
  }
}
