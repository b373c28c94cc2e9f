package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.BLOCKED;
import static app.fragments.job.FailureKind.EMPTY;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.TRUNCATED;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.RawAnswer;
import app.fragments.job.TokenUsage;
import com.google.genai.types.BlockedReason;
import com.google.genai.types.Candidate;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gemini's answer, put together from the pieces of its stream.
///
/// The SDK's own `text()` is not used: it throws on some reasons to finish and keeps silent on
/// others. Only the first candidate counts (we ask for one), the model's thoughts are left out, and
/// of the usage, which each piece repeats with larger numbers, the last is kept.
final class ResponseAccumulator {
  private final StringBuilder text = new StringBuilder();
  private String model;
  private int pieces;
  private @Nullable FinishReason finish;
  private @Nullable BlockedReason blocked;
  private @Nullable TokenUsage usage;

  /// @param model the model asked for; the answer names the one that answered, which differs where
  ///   an alias was asked for
  ResponseAccumulator(String model) {
    this.model = model;
  }

  /// @return whether it brought text
  boolean add(GenerateContentResponse piece) {
    pieces++;
    piece.modelVersion().filter(name -> !name.isBlank()).ifPresent(name -> model = name);
    piece.usageMetadata().ifPresent(counts -> usage = usage(counts));
    piece.promptFeedback().flatMap(f -> f.blockReason()).ifPresent(reason -> blocked = reason);
    List<Candidate> candidates = piece.candidates().orElse(List.of());
    if (candidates.isEmpty()) {
      return false;
    }
    Candidate first = candidates.getFirst();
    first.finishReason().ifPresent(reason -> finish = reason);
    int before = text.length();
    first.content().flatMap(content -> content.parts()).orElse(List.of()).stream()
        .filter(part -> !part.thought().orElse(false))
        .flatMap(part -> part.text().stream())
        .forEach(text::append);
    return text.length() > before;
  }

  /// Thoughts are charged as output.
  private static TokenUsage usage(GenerateContentResponseUsageMetadata counts) {
    long prompt = counts.promptTokenCount().orElse(0);
    long written = counts.candidatesTokenCount().orElse(0);
    long output = written + counts.thoughtsTokenCount().orElse(0);
    return new TokenUsage(
        prompt, output, counts.totalTokenCount().map(Integer::longValue).orElse(prompt + output));
  }

  /// The text so far.
  String markdown() {
    return CodeFence.strip(text.toString());
  }

  /// The answer, when its stream has ended.
  ///
  /// @throws GeneratorException where it is not a whole and good one
  RawAnswer finish() throws GeneratorException {
    if (blocked != null) {
      throw failure(BLOCKED, "Gemini refused the fragments (" + name(blocked) + ").");
    }
    if (pieces == 0) {
      throw failure(EMPTY, "Gemini's answer was empty.");
    }
    if (finish == null) {
      throw failure(NETWORK, "Gemini's answer broke off before its end.");
    }
    check(finish);
    String markdown = markdown();
    if (markdown.isBlank()) {
      throw failure(EMPTY, "Gemini's answer was empty.");
    }
    return new RawAnswer(markdown, model, usage);
  }

  private static void check(FinishReason reason) throws GeneratorException {
    switch (reason.knownEnum()) {
      case STOP -> {}
      case MAX_TOKENS, CONTINUATION ->
          throw failure(TRUNCATED, "Gemini's answer was cut off at its greatest length.");
      case SAFETY,
          RECITATION,
          LANGUAGE,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          IMAGE_SAFETY,
          IMAGE_PROHIBITED_CONTENT,
          IMAGE_RECITATION ->
          throw failure(BLOCKED, "Gemini would not finish the report (" + name(reason) + ").");
      default ->
          throw failure(
              MALFORMED, "Gemini stopped without finishing the report (" + name(reason) + ").");
    }
  }

  /// A reason's name where it looks like one.
  private static String name(Object reason) {
    String name = String.valueOf(reason);
    return name.matches("[A-Z_]{1,40}") ? name : "unnamed reason";
  }

  private static GeneratorException failure(FailureKind kind, String sentence) {
    return new GeneratorException(kind, sentence, null);
  }
}
