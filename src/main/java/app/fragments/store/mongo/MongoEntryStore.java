package app.fragments.store.mongo;

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

import app.fragments.journal.Entry;
import app.fragments.journal.EntryChanges;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal in the collection `entries`.
final class MongoEntryStore implements EntryStore {
  private static final Logger LOG = LoggerFactory.getLogger(MongoEntryStore.class);

  /// How many ids go into one query.
  private static final int CHUNK = 500;

  /// How many documents come in one message.
  private static final int BATCH = 1_000;

  /// A write is stamped before it can be seen. Asking again for what was written this long before
  /// the last answer finds those that were under way.
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final Bson NEWEST_FIRST =
      descending(EntryDocumentMapper.DATE, CommonFields.CREATED_AT, CommonFields.ID);

  private final MongoCollection<Document> entries;
  private final StoreClock clock;
  private final EntryWriter writer;

  /// The ids of entries that were met and could not be read; they may be readable by now.
  private final Set<Object> unreadable = ConcurrentHashMap.newKeySet();

  /// By user; counted again after each read of the whole journal. Counting at each poll would cost
  /// more than the rest of the poll.
  private final Map<String, Long> undated = new ConcurrentHashMap<>();

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
                Entry entry = EntryDocumentMapper.entry(document);
                found.put(entry.id(), entry);
              });
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    if (after == null && filter.equals(EntryFilter.ALL)) {
      undated.remove(userId);
    }
    Bson query = EntryQueries.of(userId, filter, after == null ? null : after(after));
    List<EntryHeader> page = new ArrayList<>();
    int seen = 0;
    int found;
    int wanted;
    do { // again where some could not be read: a page that is not full is the last one
      wanted = limit - page.size();
      List<Document> documents = headers(query, NEWEST_FIRST, seen, wanted);
      found = documents.size();
      seen += found;
      page.addAll(readable(documents));
    } while (limit > 0 && found == wanted && page.size() < limit);
    return page;
  }

  private Bson after(PageKey key) {
    Bson bare = and(eq(CommonFields.ID, key.id().value()), eq(CommonFields.CREATED_AT, null));
    return count(bare) > 0 ? EntryQueries.afterBare(key) : EntryQueries.after(key);
  }

  private List<Document> headers(Bson filter, Bson sort, int skip, int limit) {
    return DriverErrors.translating(
        () ->
            entries
                .find(filter)
                .projection(Projections.include(EntryDocumentMapper.HEADER_FIELDS))
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .batchSize(limit == 0 ? BATCH : Math.min(limit, BATCH))
                .into(new ArrayList<>()));
  }

  /// An entry that cannot be read is no reason not to see the others.
  private List<EntryHeader> readable(List<Document> documents) {
    List<EntryHeader> headers = new ArrayList<>(documents.size());
    for (Document document : documents) {
      try {
        headers.add(EntryDocumentMapper.header(document));
      } catch (StoreException e) {
        if (unreadable.add(document.get(CommonFields.ID))) {
          LOG.warn("An entry is left out", e);
        }
      }
    }
    return headers;
  }

  @Override
  public long count(String userId, EntryFilter filter) {
    return count(EntryQueries.of(userId, filter, null));
  }

  @Override
  public EntryChanges changesSince(String userId, Instant since) {
    Instant asOf = clock.now();
    Bson written =
        and(eq(CommonFields.USER_ID, userId), gte(CommonFields.UPDATED_AT, since.minus(UNDER_WAY)));
    List<EntryHeader> changed =
        readable(headers(written, ascending(CommonFields.UPDATED_AT), 0, 0));
    return new EntryChanges(changed, total(userId), asOf);
  }

  /// How many entries the lists hold: one that a list leaves out does not count, else who compares
  /// would look for it for ever.
  private long total(String userId) {
    return count(eq(CommonFields.USER_ID, userId))
        - undated.computeIfAbsent(userId, this::countUndated)
        - leftOut(userId);
  }

  /// Those of the journal whose date is no text: only its first page has them, where they may never
  /// be met. The others that cannot be read have been met by who has read all pages.
  private long countUndated(String userId) {
    Bson journal = and(eq(CommonFields.USER_ID, userId), eq(CommonFields.DELETED_AT, null));
    return count(journal) - count(and(journal, gte(EntryDocumentMapper.DATE, "")));
  }

  private long leftOut(String userId) {
    if (unreadable.isEmpty()) {
      return 0;
    }
    Bson met = and(in(CommonFields.ID, List.copyOf(unreadable)), eq(CommonFields.USER_ID, userId));
    return headers(met, ascending(CommonFields.ID), 0, 0).stream()
        .filter(
            document ->
                document.get(CommonFields.DELETED_AT) != null
                    || document.get(EntryDocumentMapper.DATE) instanceof String)
        .filter(document -> readable(List.of(document)).isEmpty())
        .count();
  }

  private long count(Bson query) {
    return DriverErrors.translating(() -> entries.countDocuments(query));
  }

  @Override
  public List<EntryId> trash(String userId, Collection<EntryId> ids) {
    return move(
        userId, ids, eq(CommonFields.DELETED_AT, null), currentDate(CommonFields.DELETED_AT));
  }

  @Override
  public List<EntryId> restore(String userId, Collection<EntryId> ids) {
    return move(userId, ids, inTrash(), unset(CommonFields.DELETED_AT));
  }

  private List<EntryId> move(String userId, Collection<EntryId> ids, Bson where, Bson update) {
    List<EntryId> moved = new ArrayList<>();
    Bson change =
        combine(
            update, inc(EntryDocumentMapper.REVISION, 1L), currentDate(CommonFields.UPDATED_AT));
    for (List<EntryId> chunk : chunks(List.copyOf(ids))) {
      Bson filter = and(ofUser(userId, chunk), where);
      DriverErrors.translating(
              () ->
                  entries
                      .find(filter)
                      .projection(Projections.include(CommonFields.ID))
                      .into(new ArrayList<>()))
          .forEach(document -> moved.add(new EntryId(document.getString(CommonFields.ID))));
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
    return gt(CommonFields.DELETED_AT, Instant.EPOCH);
  }

  private static Bson ofUser(String userId, List<EntryId> ids) {
    return and(
        in(CommonFields.ID, ids.stream().map(EntryId::value).toList()),
        eq(CommonFields.USER_ID, userId));
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
    }
    return chunks;
  }
}
