/// Text as roff reads it.
class Roff {
  private Roff() {}

  static String bold(String literal) {
    return "\\fB" + literal(literal) + "\\fR";
  }

  static String italic(String literal) {
    return "\\fI" + literal(literal) + "\\fR";
  }

  /// To be typed as it stands: with the keyboard's minus and quote, not the printer's.
  static String literal(String text) {
    return escape(text).replace("-", "\\-").replace("'", "\\(aq");
  }

  /// Words of a language. An option in them keeps its minuses.
  static String prose(String text) {
    return escape(text).replace("--", "\\-\\-").replace("'", "\\(cq");
  }

  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("…", "...").replace("’", "\\(cq");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
