package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;

/// How a period reads in a chip: its exact days, with the year unless it is the current one.
final class DayLabels {
  private DayLabels() {}

  static String of(DayRange days, LocalDate today, Messages messages) {
    LocalDate first = days.from();
    LocalDate last = days.to();
    if (first == null) {
      return last == null
          ? messages.get("entries.allTime")
          : messages.get("entries.range.until", DateFormats.day(last, today));
    }
    if (last == null) {
      return messages.get("entries.range.since", DateFormats.day(first, today));
    }
    return first.equals(last)
        ? DateFormats.day(first, today)
        : DateFormats.period(first, last, today);
  }

  /// The name of a preset.
  static String name(DayRange.Kind kind, Messages messages) {
    return switch (kind) {
      case THIS_WEEK -> messages.get("entries.thisWeek");
      case LAST_WEEK -> messages.get("entries.lastWeek");
      case THIS_MONTH -> messages.get("entries.thisMonth");
      case LAST_MONTH -> messages.get("entries.lastMonth");
      case RANGE, CHOSEN -> messages.get("entries.range.chosen");
      case EVERYTHING -> messages.get("entries.allTime");
    };
  }
}
