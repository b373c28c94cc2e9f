package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/// Configures the SDK's client so that it decides nothing on its own.
///
/// Sets address, version and mode, so that the SDK's environment variables cannot redirect calls.
/// Disables retries: the SDK's ignore `Retry-After`, and even with a single attempt it sleeps up to
/// two seconds after a status it knows, so it is given no statuses. Does not follow redirects,
/// because they would carry the key along.
final class GeminiConnection {
  private static final String API_VERSION = "v1beta";

  /// A dead HTTP/2 connection is detected after two of these, however long a model thinks.
  private static final Duration PING_INTERVAL = Duration.ofSeconds(15);

  /// The caller gives up first. This ends the call if nobody cancelled it.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final GeminiSettings settings;
  private final String key;
  private final Timeouts timeouts;
  private final ApiErrors errors;

  /// How long to wait for the server. The whole response has its own time limit.
  ///
  /// @param connect for a connection
  /// @param read for the next byte; a thinking model sends nothing for a minute or more
  record Timeouts(Duration connect, Duration read) {
    static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(120));
  }

  /// @param sent the text that goes to Gemini and must not appear in any message
  /// @throws GeneratorException if the settings do not allow a call
  GeminiConnection(GeminiSettings settings, Timeouts timeouts, String sent)
      throws GeneratorException {
    settings.validate();
    this.settings = settings;
    this.key = settings.validKey();
    this.timeouts = timeouts;
    this.errors = new ApiErrors(settings.model(), new Redactor(key, sent));
  }

  /// A client for one call; close it afterwards.
  Client open(CancellableCall call, Duration timeout) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .writeTimeout(timeouts.read())
            .pingInterval(PING_INTERVAL)
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(call)
            .addInterceptor(new ApiErrorInterceptor(errors))
            .build();
    return Client.builder()
        .apiKey(key)
        .enterprise(false)
        .clientOptions(ClientOptions.builder().customHttpClient(http).build())
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(settings.endpoint())
                .apiVersion(API_VERSION)
                .timeout(Math.clamp(timeout.plus(GRACE).toMillis(), 1, Integer.MAX_VALUE))
                .retryOptions(
                    HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build())
                .build())
        .build();
  }

  GeneratorException failure(Throwable thrown) {
    return TransportErrors.of(thrown, errors, timeouts);
  }
}
