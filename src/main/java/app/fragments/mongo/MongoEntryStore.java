package app.fragments.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.job.StoreClock;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryChanges;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.result.DeleteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The journal in the collection `entries`.
final class MongoEntryStore implements EntryStore {
  /// How many ids go into one query.
  private static final int CHUNK = 500;

  /// How many documents come in one message.
  private static final int BATCH = 1_000;

  /// A write is stamped before it can be seen. Asking again for what was written this long before
  /// the last answer finds those that were under way.
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final Bson NEWEST_FIRST =
      descending(EntryDocuments.DATE, Fields.CREATED_AT, Fields.ID);

  private final MongoCollection<Document> entries;
  private final StoreClock clock;
  private final EntryWriter writer;

  MongoEntryStore(MongoCollection<Document> entries, StoreClock clock) {
    this.entries = entries;
    this.clock = clock;
    this.writer = new EntryWriter(entries);
  }

  @Override
  public Entry save(Entry entry) {
    List<Entry> stored = writer.write(List.of(entry));
    if (stored.isEmpty()) {
      throw new EntryConflictException(entry.id(), find(entry.userId(), entry.id()).orElse(null));
    }
    return stored.getFirst();
  }

  @Override
  public List<Entry> saveAll(List<Entry> all) {
    List<Entry> stored = new ArrayList<>(all.size());
    chunks(all).forEach(chunk -> stored.addAll(writer.write(chunk)));
    return stored;
  }

  @Override
  public Optional<Entry> find(String userId, EntryId id) {
    return findAll(userId, List.of(id)).stream().findFirst();
  }

  @Override
  public List<Entry> findAll(String userId, Collection<EntryId> ids) {
    Map<EntryId, Entry> found = HashMap.newHashMap(ids.size());
    for (List<EntryId> chunk : chunks(List.copyOf(ids))) {
      DriverErrors.translating(() -> entries.find(ofUser(userId, chunk)).into(new ArrayList<>()))
          .forEach(
              document -> {
                Entry entry = EntryDocuments.entry(document);
                found.put(entry.id(), entry);
              });
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    return headers(EntryFilters.of(userId, filter, after), NEWEST_FIRST, limit);
  }

  private List<EntryHeader> headers(Bson filter, Bson sort, int limit) {
    return DriverErrors.translating(
            () ->
                entries
                    .find(filter)
                    .projection(Projections.include(EntryDocuments.HEADER_FIELDS))
                    .sort(sort)
                    .limit(limit)
                    .batchSize(limit == 0 ? BATCH : Math.min(limit, BATCH))
                    .into(new ArrayList<>()))
        .stream()
        .map(EntryDocuments::header)
        .toList();
  }

  @Override
  public long count(String userId, EntryFilter filter) {
    Bson query = EntryFilters.of(userId, filter, null);
    return DriverErrors.translating(() -> entries.countDocuments(query));
  }

  @Override
  public EntryChanges changesSince(String userId, Instant since) {
    Instant asOf = clock.now();
    long total = DriverErrors.translating(() -> entries.countDocuments(eq(Fields.USER_ID, userId)));
    if (since.equals(Instant.EPOCH)) {
      return new EntryChanges(List.of(), total, asOf);
    }
    Bson written = and(eq(Fields.USER_ID, userId), gte(Fields.UPDATED_AT, since.minus(UNDER_WAY)));
    return new EntryChanges(headers(written, ascending(Fields.UPDATED_AT), 0), total, asOf);
  }

  @Override
  public List<EntryId> trash(String userId, Collection<EntryId> ids) {
    return move(userId, ids, eq(Fields.DELETED_AT, null), currentDate(Fields.DELETED_AT));
  }

  @Override
  public List<EntryId> restore(String userId, Collection<EntryId> ids) {
    return move(userId, ids, inTrash(), unset(Fields.DELETED_AT));
  }

  private List<EntryId> move(String userId, Collection<EntryId> ids, Bson where, Bson update) {
    List<EntryId> moved = new ArrayList<>();
    Bson change = combine(update, inc(EntryDocuments.REVISION, 1L), currentDate(Fields.UPDATED_AT));
    for (List<EntryId> chunk : chunks(List.copyOf(ids))) {
      Bson filter = and(ofUser(userId, chunk), where);
      DriverErrors.translating(
              () ->
                  entries
                      .find(filter)
                      .projection(Projections.include(Fields.ID))
                      .into(new ArrayList<>()))
          .forEach(document -> moved.add(new EntryId(document.getString(Fields.ID))));
      DriverErrors.translating(() -> entries.updateMany(filter, change));
    }
    return moved;
  }

  @Override
  public int purge(String userId, Collection<EntryId> ids) {
    int purged = 0;
    for (List<EntryId> chunk : chunks(List.copyOf(ids))) {
      DeleteResult result =
          DriverErrors.translating(() -> entries.deleteMany(and(ofUser(userId, chunk), inTrash())));
      purged += Math.toIntExact(result.getDeletedCount());
    }
    return purged;
  }

  private static Bson inTrash() {
    return gt(Fields.DELETED_AT, Instant.EPOCH);
  }

  private static Bson ofUser(String userId, List<EntryId> ids) {
    return and(
        in(Fields.ID, ids.stream().map(EntryId::value).toList()), eq(Fields.USER_ID, userId));
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
    }
    return chunks;
  }
}
