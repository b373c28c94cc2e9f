package app.fragments.report.factcheck;

import java.util.List;

/// Everything in a text that can be verified. Each character belongs to one claim at most: links
/// come first, then dates, times and numbers.
///
/// @param rest the text with a NUL in place of each character of a link, day or month
record Claims(
    List<Claim.Link> links,
    List<Claim.Day> days,
    List<Claim.Month> months,
    List<Claim.Time> times,
    String rest) {

  static Claims extract(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Claim.Link> links = LinkExtractor.extract(text);
    blank(rest, links);
    List<Claim.Day> days = DateExtractor.extract(rest);
    blank(rest, days);
    List<Claim.Month> months = DateExtractor.extractMonths(rest);
    blank(rest, months);
    return new Claims(links, days, months, TimeExtractor.extract(rest), rest.toString());
  }

  List<Claim.Quantity> numbers() {
    StringBuilder withoutTimes = new StringBuilder(rest);
    blank(withoutTimes, times);
    return NumberExtractor.extract(withoutTimes);
  }

  private static void blank(StringBuilder text, List<? extends Claim> claims) {
    for (Claim claim : claims) {
      for (int i = claim.start(); i < claim.end(); i++) {
        text.setCharAt(i, '\0');
      }
    }
  }
}
