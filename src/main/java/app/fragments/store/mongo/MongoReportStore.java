package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.CREATED_AT;
import static app.fragments.store.mongo.CommonFields.DELETED_AT;
import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import app.fragments.report.Report;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.report.ReportStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The saved reports, in the collection `reports`.
final class MongoReportStore implements ReportStore {
  private final MongoCollection<Document> reports;

  MongoReportStore(MongoCollection<Document> reports) {
    this.reports = reports;
  }

  @Override
  public boolean save(Report report) {
    return DriverErrors.insertIfAbsent(
        () -> reports.insertOne(ReportDocumentMapper.document(report)).wasAcknowledged());
  }

  @Override
  public Optional<Report> find(String userId, ReportId id) {
    Bson filter = and(byId(userId, id), eq(DELETED_AT, null));
    return readAll(reports.find(filter)).stream().map(ReportDocumentMapper::report).findFirst();
  }

  @Override
  public List<ReportHeader> list(String userId, int limit) {
    return newest(userId, limit, ReportDocumentMapper.HEADER_FIELDS).stream()
        .map(ReportDocumentMapper::header)
        .toList();
  }

  @Override
  public Map<ReportId, String> texts(String userId, int limit) {
    return newest(userId, limit, List.of(ReportDocumentMapper.VERSIONS)).stream()
        .collect(
            Collectors.toMap(
                document -> new ReportId(document.getString(ID)), ReportDocumentMapper::text));
  }

  private List<Document> newest(String userId, int limit, List<String> fields) {
    return readAll(
        reports
            .find(and(eq(USER_ID, userId), eq(DELETED_AT, null)))
            .projection(include(fields))
            .sort(descending(CREATED_AT))
            .limit(limit));
  }

  @Override
  public boolean delete(String userId, ReportId id) {
    return update(and(byId(userId, id), eq(DELETED_AT, null)), Updates.currentDate(DELETED_AT));
  }

  @Override
  public boolean restore(String userId, ReportId id) {
    return update(and(byId(userId, id), gt(DELETED_AT, Instant.EPOCH)), Updates.unset(DELETED_AT));
  }

  private boolean update(Bson filter, Bson update) {
    return translating(() -> reports.updateOne(filter, update)).getMatchedCount() > 0;
  }

  private static Bson byId(String userId, ReportId id) {
    return and(eq(ID, id.value()), eq(USER_ID, userId));
  }
}
