package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The key, model and address for calls to Gemini.
///
/// @param apiKey null if none is set; never printed
/// @param model a model's name or alias, such as `gemini-flash-latest`
/// @param baseUrl a proxy's address, or null for Google's own
public record GeminiSettings(@Nullable String apiKey, String model, @Nullable String baseUrl) {
  private static final String GOOGLE = "https://generativelanguage.googleapis.com";
  private static final Pattern MODEL = Pattern.compile("[\\w-][\\w.-]*(?:/[\\w-][\\w.-]*)?");

  /// What an HTTP header may contain. For any other key, the HTTP client would throw an exception
  /// that quotes it.
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  public GeminiSettings {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    model = model.strip();
    baseUrl = baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip();
  }

  String endpoint() {
    return baseUrl == null ? GOOGLE : baseUrl;
  }

  /// @return the key
  /// @throws GeneratorException if a call is impossible with these settings
  String validate() throws GeneratorException {
    if (apiKey == null) {
      throw new GeneratorException(FailureKind.AUTH, "No Gemini key is set.");
    }
    if (!KEY.matcher(apiKey).matches()) {
      throw new GeneratorException(FailureKind.AUTH, "The Gemini key has invalid characters.");
    }
    if (!MODEL.matcher(model).matches()) {
      throw new GeneratorException(FailureKind.AUTH, "The Gemini model name is invalid.");
    }
    if (!isHttp(endpoint())) {
      throw new GeneratorException(
          FailureKind.NETWORK,
          "The Gemini address (GEMINI_BASE_URL) is not an http or https address.");
    }
    return apiKey;
  }

  private static boolean isHttp(String address) {
    try {
      URI uri = new URI(address);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// Hides the key and any password in the address.
  @Override
  public String toString() {
    return "GeminiSettings[apiKey=%s, model=%s, baseUrl=%s]"
        .formatted(
            apiKey == null ? "none" : "hidden",
            model,
            baseUrl == null ? "none" : baseUrl.replaceAll("//[^/@]*@", "//"));
  }
}
