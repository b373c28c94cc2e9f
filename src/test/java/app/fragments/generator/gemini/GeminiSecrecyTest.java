package app.fragments.generator.gemini;

import static app.fragments.generator.gemini.FakeAnswer.error;
import static app.fragments.generator.gemini.FakeAnswer.refusal;
import static app.fragments.generator.gemini.Fragments.KEY;
import static app.fragments.generator.gemini.Fragments.PRIVATE;
import static app.fragments.job.FailureKind.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What messages, stack traces and logs must never contain.
class GeminiSecrecyTest {
  private final FakeGemini gemini = FakeGemini.start();

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void a_key_with_invalid_characters_is_rejected_without_quoting_it() {
    GeneratorException failure =
        Fragments.failure(new GeminiSettings("schlüssel\u0007", "m", gemini.baseUrl()));

    assertThat(failure.kind()).isEqualTo(AUTH);
    assertThat(everythingOf(failure)).doesNotContain("schlüssel");
  }

  static Stream<FakeAnswer> revealing_responses() {
    return Stream.of(
        error(400, "INVALID_ARGUMENT", "Bad thing in: " + PRIVATE),
        error(403, "PERMISSION_DENIED", "Consumer 'api_key:" + KEY + "' is bad"),
        error(418, "TEAPOT", "Consumer 'api_key:" + KEY + "' is bad"),
        refusal(500, KEY + PRIVATE),
        FakeAnswer.bareErrorAfterBeginning(400, KEY),
        FakeAnswer.malformed(),
        FakeAnswer.text(""),
        FakeAnswer.finish(KEY),
        FakeAnswer.blockedPrompt(PRIVATE));
  }

  @ParameterizedTest
  @MethodSource("revealing_responses")
  void neither_key_nor_text_is_shown_or_logged(FakeAnswer answer) {
    gemini.answer(answer);
    List<String> log = new ArrayList<>();
    Handler handler = recording(log);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    GeneratorException failure;
    try {
      failure = failure();
    } finally {
      root.setLevel(before);
      root.removeHandler(handler);
    }

    assertThat(everythingOf(failure) + log)
        .doesNotContain(KEY)
        .doesNotContain(PRIVATE)
        .doesNotContain("secret wor");
  }

  @Test
  void settings_do_not_print_the_key() {
    assertThat(new GeminiSettings(KEY, "m", "https://ada:pw@proxy.example/"))
        .hasToString("GeminiSettings[apiKey=hidden, model=m, baseUrl=https://proxy.example/]");
  }

  private static Handler recording(List<String> log) {
    return new Handler() {
      @Override
      public synchronized void publish(LogRecord entry) {
        log.add(new SimpleFormatter().format(entry));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /// The failure with all its causes, as a log prints it.
  private static String everythingOf(Throwable failure) {
    StringWriter out = new StringWriter();
    failure.printStackTrace(new PrintWriter(out));
    return out.toString();
  }

  private GeneratorException failure() {
    return Fragments.failure(gemini);
  }
}
