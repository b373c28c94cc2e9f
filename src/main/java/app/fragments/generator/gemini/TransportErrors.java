package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.TIMEOUT;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.errors.ApiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What an exception from the SDK or the HTTP client means.
///
/// None of them is quoted or kept as a cause: the SDK's quote the answer, the JSON reader's a piece
/// of it. What is kept for a log is the name of the class and where it was thrown.
final class TransportErrors {
  private TransportErrors() {}

  static GeneratorException of(Throwable thrown, ApiErrors refusals, GeminiTimeouts timeouts) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ApiErrorException refused) {
        return refused.failure();
      }
      if (t instanceof ApiException api) {
        return refusals.of(
            new ErrorBody(api.code(), api.status(), api.message(), List.of(), List.of(), null));
      }
      if (t instanceof JsonProcessingException) {
        return failure(MALFORMED, "Gemini's answer could not be read as JSON.", t);
      }
      if (t instanceof IOException io) {
        return ofNetwork(io, timeouts);
      }
    }
    return thrown instanceof IllegalStateException
        ? failure(MALFORMED, "Gemini's answer has another form than it should.", thrown)
        : failure(INTERNAL, "The call to Gemini failed inside this program.", thrown);
  }

  private static GeneratorException ofNetwork(IOException e, GeminiTimeouts timeouts) {
    return switch (e) {
      case UnknownHostException unknown ->
          failure(NETWORK, "Gemini's address was not found: is there a network?", e);
      case SocketTimeoutException late when says(e, "connect") ->
          failure(
              NETWORK,
              "No connection to Gemini within " + DurationText.seconds(timeouts.connect()) + ".",
              e);
      case SocketTimeoutException silent ->
          failure(
              NETWORK,
              "Gemini sent nothing for " + DurationText.seconds(timeouts.silence()) + ".",
              e);
      case ConnectException refused -> failure(NETWORK, "Gemini could not be reached.", e);
      case NoRouteToHostException unreachable ->
          failure(NETWORK, "There is no way to Gemini from this network.", e);
      case SSLException untrusted ->
          failure(NETWORK, "No safe connection to Gemini came about (TLS).", e);
      case InterruptedIOException timeUp ->
          failure(TIMEOUT, "Gemini took longer than the job may.", e);
      case IOException barred when says(e, "proxy") ->
          failure(NETWORK, "The proxy on the way to Gemini asks for a password.", e);
      default -> failure(NETWORK, "The connection to Gemini broke off.", e);
    };
  }

  private static boolean says(IOException e, String word) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(word);
  }

  private static GeneratorException failure(FailureKind kind, String sentence, Throwable why) {
    IOException unquoted = new IOException(why.getClass().getName());
    unquoted.setStackTrace(why.getStackTrace());
    return new GeneratorException(kind, sentence, unquoted);
  }
}
