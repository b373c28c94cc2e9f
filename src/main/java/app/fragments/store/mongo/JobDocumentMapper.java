package app.fragments.store.mongo;

import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobResult;
import app.fragments.job.JobStatus;
import app.fragments.job.NewJob;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import app.fragments.job.TokenUsage;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Maps job records to documents of the collection `report_generation_jobs`. Stored names are older
/// than the names in the code: `fence`, `rescues`, `report_kept`.
final class JobDocumentMapper {
  static final String COLLECTION = "report_generation_jobs";

  static final String STATUS = "status";
  static final String FENCE = "fence";
  static final String ATTEMPTS = "attempts";
  static final String RESCUES = "rescues";
  static final String PROGRESS = "progress";
  static final String PROGRESS_DONE = "progress.done";
  static final String PROGRESS_STAGE = "progress.stage";
  static final String RAW_ANSWER = "raw_answer";
  static final String ERROR_KIND = "error_kind";
  static final String ERROR_MESSAGE = "error_message";
  static final String ACTIVE_KEY = "active_key";
  static final String REPORT_KEPT = "report_kept";
  static final String WORKER = "worker";
  static final String STARTED_AT = "started_at";
  static final String COMPLETED_AT = "completed_at";

  private static final String PRIORITY = "priority";
  static final String AVAILABLE_AT = "available_at";
  private static final String ENTRY_IDS = "entry_ids";
  private static final String TEMPLATE = "template";
  private static final String OPTIONS = "options";
  private static final String GENERATOR = "generator";
  private static final String MAX_ATTEMPTS = "max_attempts";
  private static final String RETRY_OF = "retry_of";
  private static final String REPORT = "report";
  private static final String PERIOD = "period";
  private static final String MODEL = "model";
  private static final String USAGE = "usage";
  private static final String CHECKS = "checks";
  private static final String SOURCES = "sources";

  private JobDocumentMapper() {}

  /// A new record without its id and times.
  static Document created(NewJob job) {
    Document document =
        new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
            .append(CommonFields.USER_ID, job.userId())
            .append(ENTRY_IDS, job.selection().entryIds().stream().map(EntryId::value).toList())
            .append(TEMPLATE, job.template())
            .append(OPTIONS, options(job.options()))
            .append(PRIORITY, job.priority().rank())
            .append(STATUS, JobStatus.PENDING.wire())
            .append(FENCE, 0L)
            .append(ATTEMPTS, 0)
            .append(MAX_ATTEMPTS, job.maxAttempts())
            .append(RESCUES, 0)
            .append(PROGRESS, progress(Progress.waiting(job.selection().size())))
            .append(ACTIVE_KEY, job.activeKey())
            .append(REPORT_KEPT, false);
    if (job.notBefore() != null) {
      document.append(AVAILABLE_AT, Date.from(job.notBefore()));
    }
    return job.retryOf() == null ? document : document.append(RETRY_OF, job.retryOf().value());
  }

  private static Document options(JobOptions options) {
    Document document = new Document();
    return options.generator() == null ? document : document.append(GENERATOR, options.generator());
  }

  private static JobOptions options(DocumentReader part) {
    return new JobOptions(part.optionalString(GENERATOR));
  }

  static Document progress(Progress progress) {
    return new Document("done", progress.done())
        .append("total", progress.total())
        .append("stage", progress.stage().wire());
  }

  static Document rawAnswer(RawAnswer answer) {
    return withUsage(
        new Document("markdown", answer.markdown())
            .append(MODEL, answer.model())
            .append(SOURCES, ReportDocumentMapper.sources(answer.sources())),
        answer.usage());
  }

  static Document result(JobResult result) {
    return withUsage(
        new Document(REPORT, result.markdown())
            .append(PERIOD, ReportDocumentMapper.period(result.period()))
            .append(MODEL, result.model())
            .append(CHECKS, ReportDocumentMapper.checks(result.checks()))
            .append(SOURCES, ReportDocumentMapper.sources(result.sources())),
        result.usage());
  }

  private static Document withUsage(Document document, @Nullable TokenUsage usage) {
    return usage == null
        ? document
        : document.append(
            USAGE,
            new Document("prompt_tokens", usage.promptTokens())
                .append("output_tokens", usage.outputTokens())
                .append("total_tokens", usage.totalTokens()));
  }

  static Job job(Document document) {
    return DocumentReader.read(
        "job",
        document,
        reader -> {
          Selection selection =
              Selection.of(reader.strings(ENTRY_IDS).stream().map(EntryId::new).toList());
          JobStatus status = reader.constant(STATUS, JobStatus.class);
          Instant createdAt = reader.instant(CommonFields.CREATED_AT, Instant.EPOCH);
          return new Job(
              new JobId(reader.string(CommonFields.ID)),
              reader.string(CommonFields.USER_ID),
              selection,
              reader.string(TEMPLATE, ""),
              Objects.requireNonNullElse(
                  reader.part(OPTIONS, JobDocumentMapper::options), JobOptions.DEFAULT),
              Priority.ofRank(reader.number(PRIORITY)),
              reader.optionalInstant(AVAILABLE_AT),
              status,
              reader.number(FENCE),
              reader.integer(ATTEMPTS),
              Math.max(1, reader.integer(MAX_ATTEMPTS)),
              reader.integer(RESCUES),
              progress(reader, selection.size()),
              reader.part(RAW_ANSWER, JobDocumentMapper::rawAnswer),
              status == JobStatus.COMPLETED ? result(reader) : null,
              status == JobStatus.FAILED ? failure(reader) : null,
              jobId(reader.optionalString(RETRY_OF)),
              reader.optionalString(WORKER),
              createdAt,
              reader.optionalInstant(STARTED_AT),
              reader.optionalInstant(COMPLETED_AT),
              reader.instant(CommonFields.UPDATED_AT, createdAt));
        });
  }

  /// Empty if another program gave it another kind of id.
  static Optional<JobId> id(Document document) {
    return document.get(CommonFields.ID) instanceof String id
        ? Optional.of(new JobId(id))
        : Optional.empty();
  }

  /// The status, even of a record that cannot be read otherwise.
  static JobStatus status(Document document) {
    return DocumentReader.read("job", document, reader -> reader.constant(STATUS, JobStatus.class));
  }

  /// The status, or empty if unknown.
  static Optional<JobStatus> statusIfKnown(Document document) {
    Object stored = document.get(STATUS);
    return Stream.of(JobStatus.values()).filter(known -> known.wire().equals(stored)).findFirst();
  }

  private static @Nullable JobId jobId(@Nullable String id) {
    return id == null ? null : new JobId(id);
  }

  private static Progress progress(DocumentReader reader, int total) {
    Progress progress =
        reader.part(
            PROGRESS,
            part ->
                new Progress(
                    part.integer("done"),
                    part.integer("total"),
                    part.constant("stage", Stage.class)));
    return Objects.requireNonNullElseGet(progress, () -> Progress.waiting(total));
  }

  private static RawAnswer rawAnswer(DocumentReader part) {
    return new RawAnswer(
        part.string("markdown"),
        part.string(MODEL, ""),
        usage(part),
        ReportDocumentMapper.sources(part, SOURCES));
  }

  private static JobResult result(DocumentReader reader) {
    return new JobResult(
        reader.string(REPORT),
        ReportDocumentMapper.period(reader, PERIOD),
        reader.string(MODEL, ""),
        usage(reader),
        ReportDocumentMapper.checks(reader, CHECKS),
        ReportDocumentMapper.sources(reader, SOURCES));
  }

  private static @Nullable TokenUsage usage(DocumentReader reader) {
    return reader.part(
        USAGE,
        part ->
            new TokenUsage(
                part.number("prompt_tokens"),
                part.number("output_tokens"),
                part.number("total_tokens")));
  }

  /// Unknown kinds, stored by newer programs, count as internal.
  private static Failure failure(DocumentReader reader) {
    String name = reader.string(ERROR_KIND, "");
    FailureKind kind =
        Stream.of(FailureKind.values())
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElse(FailureKind.INTERNAL);
    return new Failure(kind, reader.string(ERROR_MESSAGE, ""));
  }

  static List<String> wire(Stream<JobStatus> statuses) {
    return statuses.map(JobStatus::wire).toList();
  }
}
