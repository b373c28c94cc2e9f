package app.fragments.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.report.Report;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.report.ReportStore;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The kept reports in the collection `reports`.
final class MongoReportStore implements ReportStore {
  private final MongoCollection<Document> reports;

  MongoReportStore(MongoCollection<Document> reports) {
    this.reports = reports;
  }

  @Override
  public boolean keep(Report report) {
    return DriverErrors.translating(
        () -> {
          try {
            return reports.insertOne(ReportDocumentMapper.document(report)).wasAcknowledged();
          } catch (MongoWriteException e) {
            if (DriverErrors.isDuplicateKey(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public Optional<Report> find(String userId, ReportId id) {
    Bson filter = and(own(userId, id), eq(CommonFields.DELETED_AT, null));
    return DriverErrors.translating(() -> Optional.ofNullable(reports.find(filter).first()))
        .map(ReportDocumentMapper::report);
  }

  @Override
  public List<ReportHeader> list(String userId, int limit) {
    Bson filter = and(eq(CommonFields.USER_ID, userId), eq(CommonFields.DELETED_AT, null));
    return DriverErrors.translating(
            () ->
                reports
                    .find(filter)
                    .projection(include(ReportDocumentMapper.HEADER_FIELDS))
                    .sort(descending(CommonFields.CREATED_AT))
                    .limit(limit)
                    .into(new ArrayList<>()))
        .stream()
        .map(ReportDocumentMapper::header)
        .toList();
  }

  @Override
  public boolean delete(String userId, ReportId id) {
    return update(
        and(own(userId, id), eq(CommonFields.DELETED_AT, null)),
        currentDate(CommonFields.DELETED_AT));
  }

  @Override
  public boolean restore(String userId, ReportId id) {
    return update(
        and(own(userId, id), gt(CommonFields.DELETED_AT, Instant.EPOCH)),
        unset(CommonFields.DELETED_AT));
  }

  private boolean update(Bson filter, Bson update) {
    return DriverErrors.translating(() -> reports.updateOne(filter, update)).getMatchedCount() > 0;
  }

  private static Bson own(String userId, ReportId id) {
    return and(eq(CommonFields.ID, id.value()), eq(CommonFields.USER_ID, userId));
  }
}
