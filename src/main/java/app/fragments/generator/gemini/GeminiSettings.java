package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who asks Gemini, for which model, and where.
///
/// @param apiKey the key, or null where none is known; never printed
/// @param model a model's name or alias, such as `gemini-flash-latest`
/// @param baseUrl a proxy's address, or null for Google's own
public record GeminiSettings(@Nullable String apiKey, String model, @Nullable String baseUrl) {
  private static final String GOOGLE = "https://generativelanguage.googleapis.com";

  private static final Pattern MODEL = Pattern.compile("[\\w-][\\w.-]*(?:/[\\w-][\\w.-]*)?");

  /// What an HTTP header may hold. The HTTP client names a value that has something else in it in
  /// its exception, so that such a key must not get there.
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  public GeminiSettings {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    model = model.strip();
    baseUrl = baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip();
  }

  /// Where the calls go. Always said to the SDK, which would else heed an environment variable of
  /// its own.
  String endpoint() {
    return baseUrl == null ? GOOGLE : baseUrl;
  }

  /// The key of settings that were checked.
  String checkedKey() throws GeneratorException {
    if (apiKey == null) {
      throw new GeneratorException(FailureKind.AUTH, "No Gemini key is set.", null);
    }
    if (!KEY.matcher(apiKey).matches()) {
      throw new GeneratorException(
          FailureKind.AUTH, "The Gemini key has characters in it that no key has.", null);
    }
    return apiKey;
  }

  /// @throws GeneratorException where a call could not even be tried
  void check() throws GeneratorException {
    checkedKey();
    if (!MODEL.matcher(model).matches()) {
      throw new GeneratorException(
          FailureKind.AUTH, "The Gemini model set is not a model's name.", null);
    }
    if (!isHttp(endpoint())) {
      throw new GeneratorException(
          FailureKind.NETWORK,
          "The address set for Gemini (GEMINI_BASE_URL) is not an http or https address.",
          null);
    }
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

  /// Without the key, and without a password in the address.
  @Override
  public String toString() {
    return "GeminiSettings[apiKey="
        + (apiKey == null ? "none" : "hidden")
        + ", model="
        + model
        + ", baseUrl="
        + (baseUrl == null ? "none" : baseUrl.replaceAll("//[^/@]*@", "//"))
        + "]";
  }
}
