package app.fragments.ui.weave;

import app.fragments.report.html.ModelDisplayName;
import app.fragments.settings.Configuration;
import app.fragments.ui.jobs.JobRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the generator menu.
///
/// @param name the generator's name in jobs: `gemini` or `digest`
/// @param label what the menu shows, such as "Gemini Flash"
/// @param model the model it uses
/// @param destination where the text goes: "Google", or the host of a proxy; null if it stays on
///   this computer
/// @param available whether it can be chosen; Gemini needs a key
public record GeneratorOption(
    String name, String label, String model, @Nullable String destination, boolean available) {
  public static final String GEMINI = "gemini";
  public static final String DIGEST = JobRow.DIGEST;

  /// The digest, which is always available.
  public static final GeneratorOption OFFLINE =
      new GeneratorOption(DIGEST, "Digest", DIGEST, null, true);

  /// Whether the text leaves this computer.
  public boolean sendsText() {
    return destination != null;
  }

  /// The menu and its initial choice. May wait for the system keychain: call on a background
  /// thread.
  public static Choice of(Configuration configuration) {
    String model = configuration.geminiModel().value();
    GeneratorOption gemini =
        new GeneratorOption(
            GEMINI,
            ModelDisplayName.shown(model),
            model,
            configuration.geminiBaseUrl().map(url -> hostOf(url.value())).orElse("Google"),
            configuration.geminiKey().isPresent());
    boolean useGemini = gemini.available() && configuration.generator().value().equals(GEMINI);
    return new Choice(List.of(gemini, OFFLINE), useGemini ? gemini : OFFLINE);
  }

  private static String hostOf(String url) {
    int start = url.indexOf("://");
    String rest = start < 0 ? url : url.substring(start + 3);
    int end = rest.indexOf('/');
    String authority = end < 0 ? rest : rest.substring(0, end);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /// The menu and its initial choice.
  public record Choice(List<GeneratorOption> all, GeneratorOption chosen) {}
}
