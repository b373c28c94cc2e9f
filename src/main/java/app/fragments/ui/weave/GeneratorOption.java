package app.fragments.ui.weave;

import app.fragments.report.html.ModelDisplayName;
import app.fragments.settings.Configuration;
import app.fragments.ui.jobs.JobRow;
import org.jspecify.annotations.Nullable;

/// One line of the generator menu.
///
/// @param name the generator's name in jobs: `gemini` or `digest`
/// @param label what the menu shows, such as "Gemini Flash"
/// @param destination where the text goes: "Google", or the host of a proxy; null if it stays on
///   this computer
/// @param available whether it can be chosen; Gemini needs a key
public record GeneratorOption(
    String name, String label, @Nullable String destination, boolean available) {
  public static final String GEMINI = "gemini";
  public static final String DIGEST = JobRow.DIGEST;

  /// The digest, which is always available.
  public static final GeneratorOption OFFLINE = new GeneratorOption(DIGEST, "Digest", null, true);

  /// Gemini as configured. May wait for the system keychain: call on a background thread.
  static GeneratorOption gemini(Configuration configuration) {
    return new GeneratorOption(
        GEMINI,
        ModelDisplayName.shown(configuration.geminiModel().value()),
        configuration.geminiBaseUrl().map(url -> hostOf(url.value())).orElse("Google"),
        configuration.geminiKey().isPresent());
  }

  public boolean sendsText() {
    return destination != null;
  }

  private static String hostOf(String url) {
    return url.replaceFirst("^.*?://", "").replaceFirst("/.*", "").replaceFirst(".*@", "");
  }
}
