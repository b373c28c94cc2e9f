package app.fragments.store.mongo;

import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/// Maps saved reports to documents of the collection `reports`, and back, and the parts that job
/// records share.
final class ReportDocumentMapper {
  static final String COLLECTION = "reports";

  private static final String TITLE = "title";
  private static final String TEMPLATE = "template";
  private static final String PERIOD = "period";
  private static final String MODEL = "model";
  static final String VERSIONS = "versions";
  private static final String SOURCES = "sources";
  private static final String CHECKS = "checks";
  private static final String FRAGMENTS = "fragments";

  static final List<String> HEADER_FIELDS =
      List.of(
          TITLE,
          TEMPLATE,
          PERIOD,
          MODEL,
          FRAGMENTS,
          CHECKS + ".flagged.kind",
          VERSIONS + ".origin",
          CommonFields.CREATED_AT);

  private ReportDocumentMapper() {}

  static Document document(Report report) {
    Document document =
        new Document(CommonFields.ID, report.id().value())
            .append(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
            .append("job_id", report.id().value())
            .append(CommonFields.USER_ID, report.userId())
            .append(TITLE, report.title())
            .append(TEMPLATE, report.template())
            .append(PERIOD, period(report.period()))
            .append(MODEL, report.model())
            .append(
                VERSIONS, report.versions().stream().map(ReportDocumentMapper::version).toList())
            .append(SOURCES, sources(report.sources()))
            .append(FRAGMENTS, report.sources().size())
            .append(CHECKS, checks(report.checks()))
            .append(CommonFields.CREATED_AT, report.createdAt());
    return report.deletedAt() == null
        ? document
        : document.append(CommonFields.DELETED_AT, report.deletedAt());
  }

  static Report report(Document document) {
    return DocumentReader.read(
        "report",
        document,
        reader ->
            new Report(
                new ReportId(reader.string(CommonFields.ID)),
                reader.string(CommonFields.USER_ID),
                reader.string(TITLE, ""),
                reader.string(TEMPLATE, ""),
                period(reader, PERIOD),
                reader.string(MODEL, ""),
                reader.parts(VERSIONS, ReportDocumentMapper::version),
                sources(reader, SOURCES),
                checks(reader, CHECKS),
                reader.instant(CommonFields.CREATED_AT, Instant.EPOCH),
                reader.optionalInstant(CommonFields.DELETED_AT)));
  }

  static ReportHeader header(Document document) {
    return DocumentReader.read(
        "report",
        document,
        reader ->
            new ReportHeader(
                new ReportId(reader.string(CommonFields.ID)),
                reader.string(TITLE, ""),
                reader.string(TEMPLATE, ""),
                period(reader, PERIOD),
                reader.string(MODEL, ""),
                reader.integer(FRAGMENTS),
                claims(reader),
                isEdited(reader),
                reader.instant(CommonFields.CREATED_AT, Instant.EPOCH)));
  }

  private static int claims(DocumentReader reader) {
    Integer claims =
        reader.part(CHECKS, part -> part.parts("flagged", flag -> flag.string("kind")).size());
    return claims == null ? 0 : claims;
  }

  private static boolean isEdited(DocumentReader reader) {
    List<ReportVersion.Origin> origins =
        reader.parts(VERSIONS, version -> version.constant("origin", ReportVersion.Origin.class));
    return !origins.isEmpty() && origins.getLast() == ReportVersion.Origin.EDITED;
  }

  /// The Markdown of the newest version.
  static String text(Document document) {
    return DocumentReader.read(
        "report",
        document,
        reader -> reader.parts(VERSIONS, ReportDocumentMapper::version).getLast().markdown());
  }

  private static Document version(ReportVersion version) {
    return new Document("number", version.number())
        .append("markdown", version.markdown())
        .append("origin", version.origin().wire())
        .append(CommonFields.CREATED_AT, version.createdAt());
  }

  private static ReportVersion version(DocumentReader part) {
    return new ReportVersion(
        part.integer("number"),
        part.string("markdown"),
        part.constant("origin", ReportVersion.Origin.class),
        part.instant(CommonFields.CREATED_AT, Instant.EPOCH));
  }

  static Document period(Period period) {
    return new Document("start", period.start().toString()).append("end", period.end().toString());
  }

  static Period period(DocumentReader reader, String field) {
    return reader.requiredPart(field, part -> new Period(part.day("start"), part.day("end")));
  }

  static List<Document> sources(List<ReportSource> sources) {
    return sources.stream()
        .map(
            source ->
                new Document("entry_id", source.entryId().value())
                    .append("revision", source.revision())
                    .append("digest", source.digest()))
        .toList();
  }

  static List<ReportSource> sources(DocumentReader reader, String field) {
    return reader.parts(
        field,
        part ->
            new ReportSource(
                new EntryId(part.string("entry_id")),
                part.number("revision"),
                part.string("digest", "")));
  }

  static Document checks(CheckResult checks) {
    return new Document(
            "flagged", checks.flagged().stream().map(ReportDocumentMapper::flag).toList())
        .append("unused_entry_ids", checks.unusedEntryIds().stream().map(EntryId::value).toList());
  }

  private static Document flag(Flag flag) {
    Document document = new Document("kind", flag.kind().wire());
    document.append("text", flag.text()).append("line", flag.line());
    if (flag.cited() != null) {
      document.append("cited", flag.cited());
    }
    if (flag.says() != null) {
      document.append("says", flag.says());
    }
    return document;
  }

  static CheckResult checks(DocumentReader reader, String field) {
    CheckResult checks =
        reader.part(
            field,
            part ->
                new CheckResult(
                    part.parts("flagged", ReportDocumentMapper::flag),
                    part.strings("unused_entry_ids").stream().map(EntryId::new).toList()));
    return Objects.requireNonNullElse(checks, CheckResult.NONE);
  }

  private static Flag flag(DocumentReader part) {
    return new Flag(
        part.constant("kind", FlagKind.class),
        part.string("text"),
        part.integer("line"),
        part.optionalInteger("cited"),
        part.optionalString("says"));
  }
}
