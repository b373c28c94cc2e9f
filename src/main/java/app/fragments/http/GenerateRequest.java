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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    rejectIf(!body.isObject(), "The body must be a JSON object with entry_ids");
    rejectIf(
        !body.propertyStream().allMatch(field -> FIELDS.contains(field.getKey())),
        "Unknown field; the fields are " + String.join(", ", FIELDS));
    Set<EntryId> ids = entryIds(body.path("entry_ids"));
    Stream<String> templates = ReportTemplate.ALL.stream().map(ReportTemplate::id);
    Optional<ReportTemplate> template = oneOf(templates, ReportTemplate::find, body, "template");
    Function<String, Optional<String>> known = it -> Optional.of(it).filter(GENERATORS::contains);
    Optional<String> generator = oneOf(GENERATORS.stream(), known, body, "generator");
    Optional<Priority> priority =
        oneOf(Stream.of(Priority.values()).map(Priority::wire), Priority::ofWire, body, "priority");
    return new GenerateRequest(
        ids,
        template.orElse(ReportTemplate.ALL.getFirst()),
        new JobOptions(generator.orElse(null)),
        new JobSchedule(priority.orElse(Priority.NORMAL), delay(body.path("delay_seconds"))));
  }

  private static Set<EntryId> entryIds(JsonNode ids) {
    rejectIf(
        !ids.isArray() || ids.isEmpty() || ids.size() > MAX_ENTRIES,
        "entry_ids must be a list of 1 to " + MAX_ENTRIES + " entry ids");
    Set<EntryId> read = new LinkedHashSet<>();
    for (JsonNode id : ids) {
      rejectIf(
          !id.isTextual() || id.textValue().isBlank(),
          "entry_ids contains something that is not an id");
      read.add(new EntryId(id.textValue()));
    }
    return read;
  }

  /// The value that an optional field names.
  private static <T> Optional<T> oneOf(
      Stream<String> names, Function<String, Optional<T>> find, JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    rejectIf(!value.isTextual(), field + " must be a string");
    Optional<T> found = find.apply(value.textValue());
    rejectIf(found.isEmpty(), field + " must be one of " + names.collect(Collectors.joining(", ")));
    return found;
  }

  private static Duration delay(JsonNode seconds) {
    if (seconds.isMissingNode() || seconds.isNull()) {
      return Duration.ZERO;
    }
    long longest = JobSchedule.LONGEST_DELAY.toSeconds();
    boolean valid =
        seconds.isIntegralNumber()
            && seconds.canConvertToLong()
            && seconds.longValue() >= 0
            && seconds.longValue() <= longest;
    rejectIf(!valid, "delay_seconds must be a whole number from 0 to " + longest);
    return Duration.ofSeconds(seconds.longValue());
  }

  private static void rejectIf(boolean wrong, String message) {
    if (wrong) {
      throw new HttpErrorException(ErrorKind.INVALID, message);
    }
  }
}
