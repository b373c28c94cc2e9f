package app.fragments.generator.gemini;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An answer as a stream of events: text in chunks, growing usage counts, and the finish reason in
/// the last event.
record FakeStream(FakeRequest request, String markdown, String finish) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 90;
  private static final int THOUGHTS = 30;

  static FakeStream of(FakeRequest request, String markdown) {
    return new FakeStream(request, markdown, "STOP");
  }

  FakeStream withFinish(String reason) {
    return new FakeStream(request, markdown, reason);
  }

  void write(FakeWire wire, Duration perChunk) throws IOException {
    if (!request.isStream()) {
      wire.respond(200, "application/json", event(markdown, markdown.length(), true));
      return;
    }
    wire.startStream();
    for (String event : events()) {
      wire.event(event);
      if (perChunk.isPositive()) {
        wire.pause(perChunk);
      }
    }
    wire.endStream();
  }

  List<String> events() {
    List<String> events = new ArrayList<>();
    int start = 0;
    do {
      int end = end(start);
      events.add(event(markdown.substring(start, end), end, end == markdown.length()));
      start = end;
    } while (start < markdown.length());
    return events;
  }

  private int end(int start) {
    int end = Math.min(start + PIECE, markdown.length());
    boolean pairSplit =
        end < markdown.length() && Character.isHighSurrogate(markdown.charAt(end - 1));
    return pairSplit ? end + 1 : end;
  }

  private String event(String chunk, int written, boolean last) {
    int prompt = request.tokens();
    int output = Math.ceilDiv(written, 4);
    ObjectNode event = JSON.createObjectNode();
    ObjectNode candidate = event.putArray("candidates").addObject();
    ObjectNode content = candidate.putObject("content");
    content.putArray("parts").addObject().put("text", chunk);
    content.put("role", "model");
    if (last) {
      candidate.put("finishReason", finish);
    }
    candidate.put("index", 0);
    ObjectNode usage = event.putObject("usageMetadata");
    usage.put("promptTokenCount", prompt);
    usage.put("candidatesTokenCount", output);
    usage.put("totalTokenCount", prompt + output + THOUGHTS);
    usage
        .putArray("promptTokensDetails")
        .addObject()
        .put("modality", "TEXT")
        .put("tokenCount", prompt);
    usage.put("thoughtsTokenCount", THOUGHTS);
    event.put("modelVersion", request.model());
    event.put("responseId", "JPozaonvK7yzvdIPrJ7FyAk");
    return event.toString();
  }
}
