package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.generator.gemini.ApiErrorInterceptor.ApiErrorException;
import app.fragments.job.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/// Detects bare JSON in a stream of server-sent events.
///
/// When Gemini aborts a response (under overload, for example) it sends the error as bare JSON
/// without `data:`. Parsers of server-sent events skip such lines, so to the SDK the response would
/// just seem to end. This fails the read with the error instead.
final class SseErrorDetector extends ForwardingSource {
  private static final int MAX_ERROR = 64 * 1024;

  private final ApiErrors errors;
  private final Buffer error = new Buffer();
  private boolean lineStart = true;
  private boolean capturing;

  SseErrorDetector(Source stream, ApiErrors errors) {
    super(stream);
    this.errors = errors;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long before = sink.size();
    long read = super.read(sink, byteCount);
    if (read > 0) {
      inspect(sink, before);
    }
    if (capturing && (read < 0 || error.size() > MAX_ERROR)) {
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
    return ErrorBody.parse(json)
        .map(errors::of)
        .orElseGet(
            () ->
                new GeneratorException(
                    FailureKind.MALFORMED, "Gemini's response is not a stream of events."));
  }
}
