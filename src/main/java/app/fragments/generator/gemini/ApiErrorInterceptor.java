package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/// Interprets error responses while headers and details are still available, and watches streams
/// for errors in their middle.
record ApiErrorInterceptor(ApiErrors errors) implements Interceptor {
  private static final long MAX_BODY = 64 * 1024;

  /// Carries an interpreted failure through the SDK, whose own exceptions lack the retry delay and
  /// the reasons.
  static final class ApiErrorException extends IOException {
    private static final long serialVersionUID = 1;

    private final GeneratorException failure;

    ApiErrorException(GeneratorException failure) {
      super(failure);
      this.failure = failure;
    }

    GeneratorException failure() {
      return failure;
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    @Nullable ResponseBody body = response.body();
    @Nullable MediaType type = body == null ? null : body.contentType();
    @Nullable GeneratorException failure = failure(response, type);
    if (failure != null) {
      response.close();
      throw new ApiErrorException(failure);
    }
    if (body == null || !"sse".equals(response.request().url().queryParameter("alt"))) {
      return response;
    }
    return response
        .newBuilder()
        .body(
            ResponseBody.create(
                Okio.buffer(new SseErrorDetector(body.source())), type, body.contentLength()))
        .build();
  }

  private @Nullable GeneratorException failure(Response response, @Nullable MediaType type)
      throws IOException {
    if (!response.isSuccessful()) {
      Duration wait = retryAfter(response.header("Retry-After"), response.header("Date"));
      return errors.of(response.code(), response.peekBody(MAX_BODY).string(), wait);
    }
    return type != null && type.subtype().equals("html")
        ? new GeneratorException(
            FailureKind.MALFORMED,
            "Received a web page instead of Gemini's response: a proxy, or a network that requires"
                + " a login.")
        : null;
  }

  /// Parses `Retry-After` (RFC 9110, 10.2.3): seconds or a date. A date is relative to the server's
  /// own `Date`, because our clock may be wrong. Null if it is missing or invalid.
  static @Nullable Duration retryAfter(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return null;
    }
    if (retryAfter.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    try {
      Duration wait = date == null ? null : Duration.between(parse(date), parse(retryAfter));
      return wait != null && wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZonedDateTime parse(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  /// Detects bare JSON in a stream of server-sent events.
  ///
  /// When Gemini aborts a response (under overload, for example) it sends the error as bare JSON
  /// without `data:`. Parsers of server-sent events skip such lines, so to the SDK the response
  /// would just seem to end. This fails the read with the error instead.
  private final class SseErrorDetector extends ForwardingSource {
    private final Buffer error = new Buffer();
    private boolean lineStart = true;
    private boolean capturing;

    SseErrorDetector(Source stream) {
      super(stream);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long before = sink.size();
      long read = super.read(sink, byteCount);
      if (read > 0) {
        inspect(sink, before);
      }
      if (capturing && (read < 0 || error.size() > MAX_BODY)) {
        throw new ApiErrorException(failure(error.readString(StandardCharsets.UTF_8)));
      }
      return read;
    }

    private void inspect(Buffer sink, long from) {
      long start = from;
      while (start < sink.size() && !capturing) {
        byte next = sink.getByte(start);
        capturing = lineStart && (next == '{' || next == '[');
        lineStart = next == '\n' || next == '\r';
        start += capturing ? 0 : 1;
      }
      if (capturing) {
        sink.copyTo(error, start, sink.size() - start);
      }
    }

    private GeneratorException failure(String json) {
      return ApiErrors.ErrorBody.parse(json)
          .map(errors::of)
          .orElseGet(
              () ->
                  new GeneratorException(
                      FailureKind.MALFORMED, "Gemini's response is not a stream of events."));
    }
  }
}
