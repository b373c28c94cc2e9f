package app.fragments.generator.gemini;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/// Watches a stream of server-sent events for JSON that is none of them.
///
/// When Gemini breaks off in mid-answer (overload, say) it sends the error as bare JSON, without
/// `data:` before it. By the rules of server-sent events such lines mean nothing, so that the SDK
/// skips them and the answer just seems to end; here the reading fails with what they say.
final class SseErrorDetector extends ForwardingSource {
  private static final int LONGEST_ERROR = 64 * 1024;

  private final ApiErrors refusals;
  private final Buffer bare = new Buffer();
  private boolean lineStart = true;
  private boolean capturing;

  SseErrorDetector(Source stream, ApiErrors refusals) {
    super(stream);
    this.refusals = refusals;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long before = sink.size();
    long read = super.read(sink, byteCount);
    if (read > 0) {
      watch(sink, before);
    }
    if (capturing && (read < 0 || bare.size() > LONGEST_ERROR)) {
      throw new ApiErrorException(failure(bare.readString(StandardCharsets.UTF_8)));
    }
    return read;
  }

  private void watch(Buffer sink, long from) {
    for (long i = from; i < sink.size() && !capturing; i++) {
      byte next = sink.getByte(i);
      if (lineStart && (next == '{' || next == '[')) {
        capturing = true;
        sink.copyTo(bare, i, sink.size() - i);
        return;
      }
      lineStart = next == '\n' || next == '\r';
    }
    if (capturing) {
      sink.copyTo(bare, from, sink.size() - from);
    }
  }

  private GeneratorException failure(String json) {
    return ErrorBody.parse(json)
        .map(refusals::of)
        .orElseGet(
            () ->
                new GeneratorException(
                    FailureKind.MALFORMED, "What Gemini sent is not a stream of events.", null));
  }
}
