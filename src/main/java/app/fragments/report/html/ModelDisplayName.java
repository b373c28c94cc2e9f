package app.fragments.report.html;

import app.fragments.report.ReportText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A model's name as people read it: "Gemini Flash" for `gemini-flash-latest`.
public final class ModelDisplayName {
  private static final Set<String> SAYS_NOTHING = Set.of("latest", "preview", "models", "exp", "");

  private ModelDisplayName() {}

  /// As a menu or a pill shows it; the digest's is its whole honest label.
  public static String shown(String model) {
    if (model.equals("digest")) {
      return ReportText.DIGEST_LABEL;
    }
    return Arrays.stream(model.split("[-/]", -1))
        .filter(part -> !SAYS_NOTHING.contains(part))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining(" "));
  }
}
