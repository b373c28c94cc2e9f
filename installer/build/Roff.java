/// Escapes text for roff.
class Roff {
  private Roff() {}

  static String bold(String literal) {
    return "\\fB" + literal(literal) + "\\fR";
  }

  static String italic(String literal) {
    return "\\fI" + literal(literal) + "\\fR";
  }

  /// Text to type literally, with ASCII minus and quote.
  static String literal(String text) {
    return escape(text).replace("-", "\\-").replace("'", "\\(aq");
  }

  /// Prose, in which options keep their ASCII minuses.
  static String prose(String text) {
    return escape(text).replace("--", "\\-\\-").replace("'", "\\(cq");
  }

  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("…", "...").replace("’", "\\(cq");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
