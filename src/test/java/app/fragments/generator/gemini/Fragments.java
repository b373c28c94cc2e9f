package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.IgnoringListener;
import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Fragments for the tests of this package.
final class Fragments {
  static final String KEY = "AIzaSyNotARealKey_0123456789-abcdef";

  /// Words that occur only in the fragments.
  static final String PRIVATE = "quarrelled with the landlord about the heating";

  private Fragments() {}

  static Entry entry(int day, String title, String text, String... tags) {
    return Entry.write(
            "ada",
            LocalDate.of(2026, 2, day),
            ZoneOffset.UTC,
            Instant.parse("2026-02-01T09:00:00Z"),
            title,
            text)
        .withTags(List.of(tags));
  }

  static GenerationRequest request() {
    return request(Duration.ofSeconds(20));
  }

  static GenerationRequest request(Duration timeout) {
    return request(
        timeout,
        entry(
            2, "Importer", "Shipped the importer to 14 testers. Next comes the exporter.", "work"),
        entry(3, "", "I " + PRIVATE + ". Blocked by the missing certificate.", "home", "mood"),
        entry(4, "Pairing", "- Paired with Grace on the parser.\n- [ ] Write the tests tomorrow."));
  }

  static GenerationRequest request(Duration timeout, Entry... entries) {
    List<Entry> all = List.of(entries);
    return new GenerationRequest(ReportTemplate.WEEKLY_PROGRESS, Period.of(all), all, timeout);
  }

  /// The exception that generating throws.
  static GeneratorException failure(FakeGemini gemini) {
    return failure(new GeminiSettings(KEY, "gemini-flash-latest", gemini.baseUrl()));
  }

  static GeneratorException failure(GeminiSettings settings) {
    return catchThrowableOfType(
        GeneratorException.class,
        () ->
            new GeminiGenerator(() -> settings)
                .generate(request(), new IgnoringListener(), new Cancellation()));
  }
}
