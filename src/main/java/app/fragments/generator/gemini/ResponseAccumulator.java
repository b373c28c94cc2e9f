package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.BLOCKED;
import static app.fragments.job.FailureKind.EMPTY;
import static app.fragments.job.FailureKind.MALFORMED;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.TRUNCATED;

import app.fragments.generator.GeneratorException;
import app.fragments.job.RawAnswer;
import app.fragments.job.TokenUsage;
import com.google.genai.types.BlockedReason;
import com.google.genai.types.Candidate;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Assembles Gemini's response from the chunks of its stream.
///
/// Does not use the SDK's `text()`, which throws for some finish reasons and ignores others. Takes
/// the first candidate only (we request one), without the model's thoughts, and the usage of the
/// last chunk, because each repeats it with larger numbers.
final class ResponseAccumulator {
  /// A code fence around the whole response, which models sometimes add against instructions.
  private static final Pattern CODE_FENCE =
      Pattern.compile("\\A\\s*(`{3,})(?:markdown|md)?[ \\t]*\\R", Pattern.CASE_INSENSITIVE);

  private static final Pattern CITATION = Pattern.compile("\\[\\s*F(\\d{1,6})\\s*]");
  private static final int MAX_CITATION_LENGTH = 16;

  private final int fragments;
  private final StringBuilder text = new StringBuilder();
  private final BitSet cited = new BitSet();
  private int scanned;
  private String model;
  private boolean empty = true;
  private @Nullable FinishReason finish;
  private @Nullable BlockedReason blocked;
  private @Nullable TokenUsage usage;

  /// @param model the requested model; the response names the actual one, which differs for aliases
  ResponseAccumulator(String model, int fragments) {
    this.model = model;
    this.fragments = fragments;
  }

  /// @return whether the chunk has text
  boolean add(GenerateContentResponse chunk) {
    empty = false;
    chunk.modelVersion().filter(name -> !name.isBlank()).ifPresent(name -> model = name);
    chunk.usageMetadata().ifPresent(counts -> usage = usage(counts));
    chunk.promptFeedback().flatMap(f -> f.blockReason()).ifPresent(reason -> blocked = reason);
    List<Candidate> candidates = chunk.candidates().orElse(List.of());
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
    long output = counts.candidatesTokenCount().orElse(0) + counts.thoughtsTokenCount().orElse(0);
    return new TokenUsage(
        prompt, output, counts.totalTokenCount().map(Integer::longValue).orElse(prompt + output));
  }

  String markdown() {
    return withoutCodeFence(text.toString());
  }

  /// The text without the fence around it, whether or not the fence is closed yet.
  static String withoutCodeFence(String text) {
    Matcher fence = CODE_FENCE.matcher(text);
    if (!fence.find()) {
      return text;
    }
    String inside = text.substring(fence.end());
    String end = inside.stripTrailing();
    return end.endsWith("\n" + fence.group(1))
        ? end.substring(0, end.length() - fence.group(1).length())
        : inside;
  }

  /// How many fragments the text cites so far: an estimate of the progress. Scans only new text.
  int countCited() {
    Matcher citation = CITATION.matcher(text).region(scanned, text.length());
    while (citation.find()) {
      int number = Integer.parseInt(citation.group(1));
      if (number >= 1 && number <= fragments) {
        cited.set(number);
      }
    }
    scanned = Math.max(0, text.length() - MAX_CITATION_LENGTH);
    return cited.cardinality();
  }

  /// @throws GeneratorException if it is incomplete, empty or blocked
  RawAnswer finish() throws GeneratorException {
    if (blocked != null) {
      throw new GeneratorException(BLOCKED, "Gemini blocked the fragments" + name(blocked));
    }
    if (empty) {
      throw emptyResponse();
    }
    if (finish == null) {
      throw new GeneratorException(NETWORK, "Gemini's response ended early.");
    }
    check(finish);
    String markdown = markdown();
    if (markdown.isBlank()) {
      throw emptyResponse();
    }
    return new RawAnswer(markdown, model, usage);
  }

  static GeneratorException emptyResponse() {
    return new GeneratorException(EMPTY, "Gemini's response was empty.");
  }

  private static void check(FinishReason reason) throws GeneratorException {
    switch (reason.knownEnum()) {
      case STOP -> {}
      case MAX_TOKENS, CONTINUATION ->
          throw new GeneratorException(
              TRUNCATED, "Gemini's response was cut off at the maximum length.");
      case SAFETY,
          RECITATION,
          LANGUAGE,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          IMAGE_SAFETY,
          IMAGE_PROHIBITED_CONTENT,
          IMAGE_RECITATION ->
          throw new GeneratorException(BLOCKED, "Gemini blocked the report" + name(reason));
      default ->
          throw new GeneratorException(
              MALFORMED, "Gemini stopped before finishing the report" + name(reason));
    }
  }

  /// " (SAFETY).", or just the full stop for anything that does not look like a reason.
  private static String name(Object reason) {
    String name = String.valueOf(reason);
    return name.matches("[A-Z_]{1,40}") ? " (" + name + ")." : ".";
  }
}
