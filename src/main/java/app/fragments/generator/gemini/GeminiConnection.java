package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.TIMEOUT;

import app.fragments.generator.GeneratorException;
import app.fragments.generator.gemini.ApiErrorInterceptor.ApiErrorException;
import app.fragments.job.FailureKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

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

  /// How long to wait for a connection, and for the next byte: a thinking model sends nothing for a
  /// minute or more.
  record Timeouts(Duration connect, Duration read) {
    static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(120));
  }

  /// @param sent the text that goes to Gemini and must not appear in any message
  /// @throws GeneratorException if the settings do not allow a call
  GeminiConnection(GeminiSettings settings, Timeouts timeouts, String sent)
      throws GeneratorException {
    this.settings = settings;
    this.key = settings.validate();
    this.timeouts = timeouts;
    this.errors = new ApiErrors(settings.model(), key, sent);
  }

  /// A client for one call; close it afterwards.
  Client open(Interceptor call, Duration timeout) {
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

  /// Turns an exception of the SDK or the HTTP client into a failure.
  ///
  /// Never quotes it or keeps it as the cause, because it quotes the response. Keeps its class name
  /// and stack trace for the log.
  GeneratorException failure(Throwable thrown) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case ApiErrorException interpreted -> {
          return interpreted.failure();
        }
        case ApiException api -> {
          return errors.of(new ApiErrors.ErrorBody(api.code(), api.status(), api.message()));
        }
        case JsonProcessingException json -> {
          return failure(MALFORMED, "Gemini's response is not valid JSON.", json);
        }
        case IOException io -> {
          return networkFailure(io);
        }
        default -> {}
      }
    }
    return thrown instanceof IllegalStateException
        ? failure(MALFORMED, "Gemini's response has an unexpected format.", thrown)
        : failure(INTERNAL, "The call to Gemini failed inside this program.", thrown);
  }

  private GeneratorException networkFailure(IOException e) {
    return switch (e) {
      case UnknownHostException _ ->
          failure(NETWORK, "Gemini's address was not found. Is there a network?", e);
      case SocketTimeoutException _ when mentions(e, "connect") ->
          failure(
              NETWORK,
              "No connection to Gemini within " + ApiErrors.seconds(timeouts.connect()) + ".",
              e);
      case SocketTimeoutException _ ->
          failure(
              NETWORK, "Gemini sent nothing for " + ApiErrors.seconds(timeouts.read()) + ".", e);
      case ConnectException _ -> failure(NETWORK, "Gemini could not be reached.", e);
      case NoRouteToHostException _ -> failure(NETWORK, "This network has no route to Gemini.", e);
      case SSLException _ ->
          failure(NETWORK, "Could not set up a secure connection to Gemini (TLS).", e);
      case InterruptedIOException _ ->
          failure(TIMEOUT, "Gemini took longer than the job's time limit.", e);
      case IOException _ when mentions(e, "proxy") ->
          failure(NETWORK, "The proxy requires a password.", e);
      default -> failure(NETWORK, "The connection to Gemini was lost.", e);
    };
  }

  private static boolean mentions(IOException e, String word) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(word);
  }

  private static GeneratorException failure(FailureKind kind, String sentence, Throwable thrown) {
    IOException redacted = new IOException(thrown.getClass().getName());
    redacted.setStackTrace(thrown.getStackTrace());
    return new GeneratorException(kind, sentence, redacted);
  }
}
