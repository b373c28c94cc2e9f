package app.fragments.report.factcheck;

import java.util.List;
import java.util.Set;

/// Reads everything that can be looked up off a text, each character for one claim at most: links
/// first, then days, times and numbers.
final class ClaimExtractor {
  private final CalendarWords calendar = new CalendarWords();
  private final LinkExtractor links = new LinkExtractor();
  private final DateExtractor dates = new DateExtractor(calendar);
  private final TimeExtractor times = new TimeExtractor();
  private final NumberExtractor numbers = new NumberExtractor();

  /// What was read.
  ///
  /// @param rest the text, with a NUL in place of each character of a link, day or month
  record Reading(
      List<Claim.Address> links,
      List<Claim.Day> days,
      List<Claim.Month> months,
      List<Claim.Time> times,
      List<Claim.Quantity> numbers,
      String rest) {}

  CalendarWords calendar() {
    return calendar;
  }

  Reading read(String text) {
    Reading places = readPlaces(text);
    StringBuilder rest = new StringBuilder(places.rest());
    blank(rest, places.times());
    return new Reading(
        places.links(),
        places.days(),
        places.months(),
        places.times(),
        numbers.read(rest),
        places.rest());
  }

  /// The same without numbers.
  Reading readPlaces(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Claim.Address> foundLinks = links.read(text);
    blank(rest, foundLinks);
    List<Claim.Day> foundDays = dates.read(rest);
    blank(rest, foundDays);
    List<Claim.Month> foundMonths = dates.months(rest);
    blank(rest, foundMonths);
    String withoutDays = rest.toString();
    return new Reading(
        foundLinks, foundDays, foundMonths, times.read(withoutDays), List.of(), withoutDays);
  }

  /// Every number, those inside links, days and times too.
  List<Claim.Quantity> allNumbers(String text) {
    return numbers.read(text);
  }

  /// The numbers of a fragment that may stand in a list without commas, each by itself.
  Set<String> listedNumbers(String text) {
    return numbers.listed(text);
  }

  /// The addresses of a fragment that have no scheme: "github.com/acme/app".
  Set<String> bareAddresses(String text) {
    return links.bare(text);
  }

  private static void blank(StringBuilder text, List<? extends Claim> claims) {
    for (Claim claim : claims) {
      for (int i = claim.start(); i < claim.end(); i++) {
        text.setCharAt(i, '\0');
      }
    }
  }
}
