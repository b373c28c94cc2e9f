package app.fragments.ui.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What people call a model.
public final class ModelNames {
  private ModelNames() {}

  /// "Gemini Flash" for `gemini-flash-latest`, "Gemini 2.5 Pro" for `models/gemini-2.5-pro`,
  /// "Digest" for `digest`.
  public static String label(String model) {
    String name = model.substring(model.lastIndexOf('/') + 1);
    String label =
        Arrays.stream(name.split("[-_ ]+"))
            .filter(part -> !part.isEmpty() && !part.equalsIgnoreCase("latest"))
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining(" "));
    return label.isEmpty() ? model : label;
  }
}
