package app.fragments.http;

import app.fragments.job.JobOptions;
import app.fragments.job.JobSchedule;
import app.fragments.job.Priority;
import app.fragments.journal.EntryId;
import app.fragments.report.ReportTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The body of `POST /reports/generate`.
///
/// @param entryIds at least one, without duplicates
record GenerateRequest(
    Set<EntryId> entryIds, ReportTemplate template, JobOptions options, JobSchedule schedule) {
  private static final int MAX_ENTRIES = 10_000;

  private static final List<String> FIELDS =
      List.of("entry_ids", "template", "generator", "priority", "delay_seconds");
  private static final List<String> GENERATORS = List.of("gemini", "digest");

  /// @throws HttpErrorException if a field is missing, unknown or wrong
  static GenerateRequest of(JsonNode body) {
    if (!body.isObject()) {
      throw invalid("The body must be a JSON object with entry_ids");
    }
    if (!body.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()))) {
      throw invalid("Unknown field; the fields are " + String.join(", ", FIELDS));
    }
    return new GenerateRequest(
        entryIds(body.path("entry_ids")),
        template(text(body, "template")),
        new JobOptions(generator(text(body, "generator"))),
        new JobSchedule(priority(text(body, "priority")), delay(body.path("delay_seconds"))));
  }

  private static Set<EntryId> entryIds(JsonNode ids) {
    if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_ENTRIES) {
      throw invalid("entry_ids must be a list of 1 to " + MAX_ENTRIES + " entry ids");
    }
    Set<EntryId> read = new LinkedHashSet<>();
    for (JsonNode id : ids) {
      if (!id.isTextual() || id.textValue().isBlank()) {
        throw invalid("entry_ids contains something that is not an id");
      }
      read.add(new EntryId(id.textValue()));
    }
    return read;
  }

  private static ReportTemplate template(@Nullable String id) {
    if (id == null) {
      return ReportTemplate.ALL.getFirst();
    }
    return ReportTemplate.find(id)
        .orElseThrow(() -> notOneOf("template", ReportTemplate.ALL.stream().map(it -> it.id())));
  }

  private static @Nullable String generator(@Nullable String name) {
    if (name != null && !GENERATORS.contains(name)) {
      throw notOneOf("generator", GENERATORS.stream());
    }
    return name;
  }

  private static Priority priority(@Nullable String name) {
    if (name == null) {
      return Priority.NORMAL;
    }
    return Priority.ofWire(name)
        .orElseThrow(() -> notOneOf("priority", Stream.of(Priority.values()).map(Priority::wire)));
  }

  private static Duration delay(JsonNode seconds) {
    long longest = JobSchedule.LONGEST_DELAY.toSeconds();
    if (seconds.isMissingNode() || seconds.isNull()) {
      return Duration.ZERO;
    }
    if (!seconds.isIntegralNumber()
        || !seconds.canConvertToLong()
        || seconds.longValue() < 0
        || seconds.longValue() > longest) {
      throw invalid("delay_seconds must be a whole number from 0 to " + longest);
    }
    return Duration.ofSeconds(seconds.longValue());
  }

  private static @Nullable String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw invalid(field + " must be a string");
    }
    return value.textValue();
  }

  private static HttpErrorException notOneOf(String field, Stream<String> known) {
    return invalid(field + " must be one of " + known.collect(Collectors.joining(", ")));
  }

  private static HttpErrorException invalid(String message) {
    return new HttpErrorException(ErrorKind.INVALID, message);
  }
}
