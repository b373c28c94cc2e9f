package app.fragments.report.html;

import app.fragments.report.ReportText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The readable name of a model: "Gemini Flash" for `gemini-flash-latest`.
public final class ModelDisplayName {
  private static final Set<String> NOISE = Set.of("latest", "preview", "models", "exp", "");

  private ModelDisplayName() {}

  /// For menus and pills; the digest has its whole label.
  public static String shown(String model) {
    if (model.equals("digest")) {
      return ReportText.DIGEST_LABEL;
    }
    return brief(model);
  }

  /// For lists: "Digest".
  public static String brief(String model) {
    return Arrays.stream(model.split("[-/]", -1))
        .filter(part -> !NOISE.contains(part))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining(" "));
  }
}
