package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.TIMEOUT;

import app.fragments.generator.GeneratorException;
import app.fragments.generator.gemini.ApiErrorInterceptor.ApiErrorException;
import app.fragments.job.FailureKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.errors.ApiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Turns exceptions of the SDK and the HTTP client into failures.
///
/// Never quotes them or keeps them as causes, because they quote the response. Keeps the class name
/// and stack trace for the log.
final class TransportErrors {
  private TransportErrors() {}

  static GeneratorException of(
      Throwable thrown, ApiErrors apiErrors, GeminiConnection.Timeouts timeouts) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case ApiErrorException interpreted -> {
          return interpreted.failure();
        }
        case ApiException api -> {
          return apiErrors.of(new ErrorBody(api.code(), api.status(), api.message()));
        }
        case JsonProcessingException json -> {
          return failure(MALFORMED, "Gemini's response is not valid JSON.", json);
        }
        case IOException io -> {
          return ofNetwork(io, timeouts);
        }
        default -> {}
      }
    }
    return thrown instanceof IllegalStateException
        ? failure(MALFORMED, "Gemini's response has an unexpected format.", thrown)
        : failure(INTERNAL, "The call to Gemini failed inside this program.", thrown);
  }

  private static GeneratorException ofNetwork(IOException e, GeminiConnection.Timeouts timeouts) {
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
