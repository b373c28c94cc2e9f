package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/// How Gemini is called: the SDK's client, set so that nothing is decided behind our back.
///
/// Address, version and mode are said outright, so that no environment variable of the SDK's turns
/// the calls elsewhere. It tries once: its own retries ignore `Retry-After`, and even with one try
/// it would sleep up to two seconds after a status that it knows, so it is told that it knows none.
/// Redirects are not followed, for the key would go along.
final class GeminiConnection {
  private static final String API_VERSION = "v1beta";

  /// A dead HTTP/2 connection is noticed after two of these, however long a model thinks.
  private static final Duration PING = Duration.ofSeconds(15);

  /// Whoever waits gives up first; then the call ends by itself, should nobody have ended it.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final GeminiSettings settings;
  private final String key;
  private final GeminiTimeouts timeouts;
  private final ApiErrors refusals;

  /// @param sent what goes to Gemini, of which nothing may come back in a message
  /// @throws GeneratorException where the settings do not allow a call
  GeminiConnection(GeminiSettings settings, GeminiTimeouts timeouts, String sent)
      throws GeneratorException {
    settings.check();
    this.settings = settings;
    this.key = settings.checkedKey();
    this.timeouts = timeouts;
    this.refusals = new ApiErrors(settings.model(), new Redactor(key, sent));
  }

  /// A client for one call; close it afterwards.
  Client open(CancellableCall call, Duration timeout) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.silence())
            .writeTimeout(timeouts.silence())
            .pingInterval(PING)
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(call)
            .addInterceptor(new ApiErrorInterceptor(refusals))
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

  /// What went wrong, in words.
  GeneratorException breakdown(Throwable thrown) {
    return TransportErrors.of(thrown, refusals, timeouts);
  }
}
