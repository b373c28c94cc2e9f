package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/// Reads refusals where they come in, with header and details, and watches streams for an error in
/// their middle.
final class ApiErrorInterceptor implements Interceptor {
  private static final long LONGEST_BODY = 64 * 1024;

  private final ApiErrors refusals;

  ApiErrorInterceptor(ApiErrors refusals) {
    this.refusals = refusals;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful()) {
      try (response) {
        throw new ApiErrorException(
            refusals.of(
                response.code(), response.peekBody(LONGEST_BODY).string(), retryAfter(response)));
      }
    }
    @Nullable ResponseBody body = response.body();
    @Nullable MediaType type = body == null ? null : body.contentType();
    if (body == null || type == null) {
      return response;
    }
    if (type.subtype().equals("html")) {
      try (response) {
        throw new ApiErrorException(
            new GeneratorException(
                FailureKind.MALFORMED,
                "A web page answered in Gemini's place: a proxy, or a network that wants a login.",
                null));
      }
    }
    return isStream(response) ? response.newBuilder().body(watched(body, type)).build() : response;
  }

  private static boolean isStream(Response response) {
    return "sse".equals(response.request().url().queryParameter("alt"));
  }

  private ResponseBody watched(ResponseBody body, MediaType type) {
    return ResponseBody.create(
        Okio.buffer(new SseErrorDetector(body.source(), refusals)), type, body.contentLength());
  }

  private static @Nullable Duration retryAfter(Response response) {
    return RetryDelay.ofHeader(response.header("Retry-After"), response.header("Date"))
        .orElse(null);
  }
}
