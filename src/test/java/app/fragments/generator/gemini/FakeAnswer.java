package app.fragments.generator.gemini;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// A scripted response of a [FakeGemini] to one call.
@FunctionalInterface
public interface FakeAnswer {
  /// @throws IOException if the client has disconnected
  void write(FakeRequest request, FakeWire wire) throws IOException;

  /// A report on the fragments in the request, all at once; also answers `countTokens` and
  /// `models.get`.
  static FakeAnswer report() {
    return report(Duration.ZERO);
  }

  /// The same, in chunks with a pause after each.
  static FakeAnswer report(Duration perChunk) {
    return writing(request -> FakeReport.of(request.prompt()), perChunk);
  }

  /// The same at once, with an invented number.
  static FakeAnswer inventedNumber() {
    return writing(request -> FakeReport.withInventedNumber(request.prompt()), Duration.ZERO);
  }

  /// This text, complete.
  static FakeAnswer text(String markdown) {
    return writing(request -> markdown, Duration.ZERO);
  }

  private static FakeAnswer writing(Function<FakeRequest, String> author, Duration perChunk) {
    return (request, wire) -> {
      if (request.isGenerate()) {
        FakeStream.of(request, author.apply(request)).write(wire, perChunk);
      } else {
        describe(request, wire);
      }
    };
  }

  /// Half a report, and the rest once the gate opens: for tests that look at a running job.
  static FakeAnswer reportThrough(CountDownLatch gate) {
    return (request, wire) -> {
      FakeStream stream = FakeStream.of(request, FakeReport.of(request.prompt()));
      wire.startStream();
      List<String> events = stream.events();
      int half = Math.ceilDiv(events.size(), 2);
      for (String event : events.subList(0, half)) {
        wire.event(event);
      }
      while (gate.getCount() > 0) {
        wire.pause(Duration.ofMillis(5));
      }
      for (String event : events.subList(half, events.size())) {
        wire.event(event);
      }
      wire.endStream();
    };
  }

  /// A text that ends with this finish reason, such as `SAFETY` or `MAX_TOKENS`.
  static FakeAnswer finish(String reason) {
    return (request, wire) ->
        FakeStream.of(request, "# Weekly Progress Report\n\nIt was")
            .withFinish(reason)
            .write(wire, Duration.ZERO);
  }

  /// The prompt is blocked: no candidates.
  static FakeAnswer blockedPrompt(String reason) {
    return (request, wire) -> {
      wire.startStream();
      wire.event(
          "{\"promptFeedback\":{\"blockReason\":\"%s\"},\"usageMetadata\":{\"promptTokenCount\":%d,\"totalTokenCount\":%d},\"modelVersion\":\"%s\"}"
              .formatted(reason, request.tokens(), request.tokens(), request.model()));
      wire.endStream();
    };
  }

  /// A stream without a single event.
  static FakeAnswer nothing() {
    return (request, wire) -> {
      wire.startStream();
      wire.endStream();
    };
  }

  /// A complete response without text.
  static FakeAnswer empty() {
    return text("");
  }

  /// Ends correctly for HTTP, but before the finish reason.
  static FakeAnswer endsEarly() {
    return (request, wire) -> {
      begin(request, wire);
      wire.endStream();
    };
  }

  /// Disconnects in the middle of the response.
  static FakeAnswer cut() {
    return FakeAnswer::begin;
  }

  /// The head, the first chunks, then silence.
  static FakeAnswer silentAfterBeginning() {
    return (request, wire) -> {
      begin(request, wire);
      wire.untilHangUp();
    };
  }

  /// Accepts the request and sends nothing.
  static FakeAnswer silent() {
    return (request, wire) -> wire.untilHangUp();
  }

  /// Endless small chunks.
  static FakeAnswer trickle(Duration every) {
    return (request, wire) -> {
      FakeStream stream = FakeStream.of(request, "word ");
      wire.startStream();
      while (true) {
        wire.event(stream.events().getFirst());
        wire.pause(every);
      }
    };
  }

  /// An event that is not JSON.
  static FakeAnswer malformed() {
    return (request, wire) -> {
      begin(request, wire);
      wire.event("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"the secret wor");
      wire.endStream();
    };
  }

  /// A complete body instead of a stream of events.
  static FakeAnswer notAStream() {
    return (request, wire) ->
        wire.respond(
            200, "application/json", "[" + FakeStream.of(request, "x").events().getFirst() + "]");
  }

  /// The first chunks, then an error as bare JSON, as the real Gemini sends when overloaded.
  static FakeAnswer bareErrorAfterBeginning(int code, String status) {
    return (request, wire) -> {
      begin(request, wire);
      wire.chunk("{\n  \"error\": {\n    \"code\": " + code + ",\n");
      wire.chunk("    \"message\": \"This model is currently experiencing high demand.\",\n");
      wire.chunk("    \"status\": \"" + status + "\"\n  }\n}\n");
      wire.endStream();
    };
  }

  /// The first chunks, then an error as an event.
  static FakeAnswer errorEventAfterBeginning(int code, String status) {
    return (request, wire) -> {
      begin(request, wire);
      wire.event(FakeErrors.body(code, status, "Too busy.").replaceAll("\\s+", " "));
      wire.endStream();
    };
  }

  /// An error response.
  ///
  /// @param body see [FakeErrors], or anything else
  static FakeAnswer refusal(int status, String body, String... headers) {
    return (request, wire) -> wire.respond(status, "application/json", body, headers);
  }

  /// An error in the format of Google's APIs.
  static FakeAnswer error(int code, String status, String message) {
    return refusal(code, FakeErrors.body(code, status, message));
  }

  /// A network's login page.
  static FakeAnswer webPage(int status) {
    return (request, wire) ->
        wire.respond(status, "text/html", "<html><body>Please log in</body></html>");
  }

  /// For manual use, see [FakeGemini#main].
  static FakeAnswer named(String name) {
    return switch (name) {
      case "report" -> report();
      case "slow" -> report(Duration.ofMillis(250));
      case "invented" -> inventedNumber();
      case "quota" -> refusal(429, FakeErrors.quota("GenerateRequestsPerMinute", "7s"));
      case "overloaded" -> refusal(503, FakeErrors.body(503, "UNAVAILABLE", "Overloaded."));
      case "blocked" -> blockedPrompt("PROHIBITED_CONTENT");
      case "truncated" -> finish("MAX_TOKENS");
      case "silent" -> silent();
      case "wrongkey" -> refusal(400, FakeErrors.wrongKey());
      default -> throw new IllegalArgumentException("Unknown answer: " + name);
    };
  }

  private static void begin(FakeRequest request, FakeWire wire) throws IOException {
    wire.startStream();
    List<String> events = FakeStream.of(request, FakeReport.of(request.prompt())).events();
    for (String event : events.subList(0, Math.min(2, events.size() - 1))) {
      wire.event(event);
    }
  }

  private static void describe(FakeRequest request, FakeWire wire) throws IOException {
    if (request.isCountTokens()) {
      int tokens = request.tokens();
      wire.respond(
          200,
          "application/json",
          "{\"totalTokens\":%d,\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":%d}]}"
              .formatted(tokens, tokens));
    } else {
      wire.respond(
          200,
          "application/json",
          """
          {"name":"models/%1$s","version":"001","displayName":"Fake %1$s","description":"Not real.",
           "inputTokenLimit":1048576,"outputTokenLimit":65536,
           "supportedGenerationMethods":["generateContent","countTokens"],
           "temperature":1,"topP":0.95,"topK":64,"maxTemperature":2,"thinking":true}
          """
              .formatted(request.model()));
    }
  }
}
