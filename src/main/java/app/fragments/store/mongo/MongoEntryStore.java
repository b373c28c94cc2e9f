package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.CREATED_AT;
import static app.fragments.store.mongo.CommonFields.DELETED_AT;
import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.UPDATED_AT;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static app.fragments.store.mongo.EntryDocumentMapper.DATE;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryHistory;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.EntryStore.EntryChanges;
import app.fragments.journal.EntryStore.PageKey;
import app.fragments.journal.PictureStore;
import app.fragments.journal.Tags;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import com.mongodb.client.MongoCollection;
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
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal in the collection `entries`.
final class MongoEntryStore implements EntryStore {
  private static final Logger LOG = LoggerFactory.getLogger(MongoEntryStore.class);

  private static final int IDS_PER_QUERY = 500;
  private static final int DOCUMENTS_PER_MESSAGE = 1_000;

  /// A write is stamped before others can see it. Looking back this much further than the last poll
  /// finds the writes that were under way then.
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /// The special characters of regular expressions.
  private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/#-]");

  private static final String IGNORE_CASE = "i";

  private static final Bson NEWEST_FIRST = descending(DATE, CREATED_AT, ID);

  private final MongoCollection<Document> entries;
  private final MongoEntryHistory history;
  private final PictureStore pictures;
  private final StoreClock clock;
  private final EntryWriter writer;

  /// The ids of entries that could not be read; they may be readable by now.
  private final Set<Object> unreadable = ConcurrentHashMap.newKeySet();

  /// How many entries without a valid date each user has. Counted again after each read of the
  /// whole journal; counting at each poll would cost more than the rest of the poll.
  private final Map<String, Long> undated = new ConcurrentHashMap<>();

  MongoEntryStore(
      MongoCollection<Document> entries,
      MongoEntryHistory history,
      PictureStore pictures,
      StoreClock clock) {
    this.entries = entries;
    this.history = history;
    this.pictures = pictures;
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
    return chunks(all).stream().flatMap(chunk -> writer.write(chunk).stream()).toList();
  }

  @Override
  public Optional<Entry> find(String userId, EntryId id) {
    return findAll(userId, List.of(id)).stream().findFirst();
  }

  @Override
  public List<Entry> findAll(String userId, Collection<EntryId> ids) {
    Map<EntryId, Entry> found = HashMap.newHashMap(ids.size());
    for (List<EntryId> chunk : chunks(ids)) {
      for (Document document : readAll(entries.find(ofUser(userId, chunk)))) {
        Entry entry = EntryDocumentMapper.entry(document);
        found.put(entry.id(), entry);
      }
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    if (after == null && filter.equals(EntryFilter.ALL)) {
      undated.remove(userId);
    }
    Bson query = query(userId, filter, after == null ? null : after(after));
    List<EntryHeader> page = new ArrayList<>();
    int seen = 0;
    int found;
    int wanted;
    do { // again if some were unreadable: callers take a page that is not full for the last one
      wanted = limit - page.size();
      List<Document> documents = headers(query, NEWEST_FIRST, seen, wanted);
      found = documents.size();
      seen += found;
      page.addAll(readable(documents));
    } while (limit > 0 && found == wanted && page.size() < limit);
    return page;
  }

  /// What comes after an entry in the journal's order. Entries of other programs may have no
  /// creation time; they are the last of their day.
  private Bson after(PageKey key) {
    String id = key.id().value();
    Bson untimed = eq(CREATED_AT, null);
    Bson sameDay = eq(DATE, key.date().toString());
    Bson earlierDay = lt(DATE, key.date().toString());
    Bson alternatives =
        count(and(eq(ID, id), untimed)) > 0
            ? or(earlierDay, and(sameDay, untimed, lt(ID, id)))
            : or(
                earlierDay,
                and(sameDay, lt(CREATED_AT, key.createdAt())),
                and(sameDay, eq(CREATED_AT, key.createdAt()), lt(ID, id)),
                and(sameDay, untimed));
    // the first part uses an index; the second is for the key's own day
    return and(lte(DATE, key.date().toString()), alternatives);
  }

  private List<Document> headers(Bson filter, Bson sort, int skip, int limit) {
    return readAll(
        entries
            .find(filter)
            .projection(include(EntryDocumentMapper.HEADER_FIELDS))
            .sort(sort)
            .skip(skip)
            .limit(limit)
            .batchSize(
                limit == 0 ? DOCUMENTS_PER_MESSAGE : Math.min(limit, DOCUMENTS_PER_MESSAGE)));
  }

  /// Leaves out what cannot be read, so that the other entries are shown.
  private List<EntryHeader> readable(List<Document> documents) {
    List<EntryHeader> headers = new ArrayList<>(documents.size());
    for (Document document : documents) {
      try {
        headers.add(EntryDocumentMapper.header(document));
      } catch (StoreException e) {
        if (unreadable.add(document.get(ID))) {
          LOG.warn("Leaving out an unreadable entry", e);
        }
      }
    }
    return headers;
  }

  @Override
  public long count(String userId, EntryFilter filter) {
    return count(query(userId, filter, null));
  }

  @Override
  public EntryChanges changesSince(String userId, Instant since) {
    Instant asOf = clock.now();
    Bson changed = and(eq(USER_ID, userId), gte(UPDATED_AT, since.minus(OVERLAP)));
    List<EntryHeader> headers = readable(headers(changed, ascending(UPDATED_AT), 0, 0));
    return new EntryChanges(headers, total(userId), asOf);
  }

  /// How many entries lists contain. Those they leave out do not count, because a caller that
  /// compares would look for them forever.
  private long total(String userId) {
    return count(eq(USER_ID, userId))
        - undated.computeIfAbsent(userId, this::countUndated)
        - leftOut(userId);
  }

  /// The entries whose date is not text. They sort after all others, so a reader may never reach
  /// them; other unreadable entries are known to anyone who has read all pages.
  private long countUndated(String userId) {
    Bson journal = and(eq(USER_ID, userId), eq(DELETED_AT, null));
    return count(journal) - count(and(journal, gte(DATE, "")));
  }

  private long leftOut(String userId) {
    if (unreadable.isEmpty()) {
      return 0;
    }
    Bson known = and(in(ID, List.copyOf(unreadable)), eq(USER_ID, userId));
    return headers(known, ascending(ID), 0, 0).stream()
        .filter(
            document -> document.get(DELETED_AT) != null || document.get(DATE) instanceof String)
        .filter(document -> readable(List.of(document)).isEmpty())
        .count();
  }

  private long count(Bson query) {
    return translating(() -> entries.countDocuments(query));
  }

  @Override
  public List<EntryId> trash(String userId, Collection<EntryId> ids) {
    return move(userId, ids, eq(DELETED_AT, null), currentDate(DELETED_AT));
  }

  @Override
  public List<EntryId> restore(String userId, Collection<EntryId> ids) {
    return move(userId, ids, inTrash(), unset(DELETED_AT));
  }

  private List<EntryId> move(String userId, Collection<EntryId> ids, Bson where, Bson update) {
    List<EntryId> moved = new ArrayList<>();
    Bson change = combine(update, inc(EntryDocumentMapper.REVISION, 1L), currentDate(UPDATED_AT));
    for (List<EntryId> chunk : chunks(ids)) {
      Bson filter = and(ofUser(userId, chunk), where);
      readAll(entries.find(filter).projection(include(ID)))
          .forEach(document -> moved.add(new EntryId(document.getString(ID))));
      translating(() -> entries.updateMany(filter, change));
    }
    return moved;
  }

  @Override
  public EntryHistory history() {
    return history;
  }

  @Override
  public PictureStore pictures() {
    return pictures;
  }

  @Override
  public int purge(String userId, Collection<EntryId> ids) {
    long purged = 0;
    for (List<EntryId> chunk : chunks(ids)) {
      Bson filter = and(ofUser(userId, chunk), inTrash());
      List<String> found =
          readAll(entries.find(filter).projection(include(ID))).stream()
              .map(document -> document.getString(ID))
              .toList();
      history.remove(userId, found); // first: an interrupted call can be repeated
      purged += translating(() -> entries.deleteMany(filter)).getDeletedCount();
    }
    return Math.toIntExact(purged);
  }

  private static Bson inTrash() {
    return gt(DELETED_AT, Instant.EPOCH);
  }

  private static Bson ofUser(String userId, List<EntryId> ids) {
    return and(in(ID, ids.stream().map(EntryId::value).toList()), eq(USER_ID, userId));
  }

  private static <T> List<List<T>> chunks(Collection<T> all) {
    return all.stream().gather(Gatherers.windowFixed(IDS_PER_QUERY)).toList();
  }

  private static Bson query(String userId, EntryFilter filter, @Nullable Bson after) {
    List<Bson> parts = new ArrayList<>();
    parts.add(eq(USER_ID, userId));
    parts.add(filter.trash() ? inTrash() : eq(DELETED_AT, null));
    if (filter.from() != null) {
      parts.add(gte(DATE, filter.from().toString()));
    }
    if (filter.to() != null) {
      parts.add(lte(DATE, filter.to().toString()));
    }
    if (after != null) {
      parts.add(after);
    }
    if (filter.starredOnly()) {
      parts.add(eq(EntryDocumentMapper.STARRED, true));
    }
    if (!filter.tags().isEmpty()) {
      parts.add(hasTag(filter.tags()));
    }
    filter.words().forEach(word -> parts.add(contains(word)));
    return and(parts);
  }

  /// Entries of other programs have no keys.
  private static Bson hasTag(List<String> tags) {
    Stream<BsonRegularExpression> spellings =
        tags.stream()
            .map(tag -> new BsonRegularExpression("^" + literal(tag) + "(/.*)?$", IGNORE_CASE));
    return or(
        in(EntryDocumentMapper.TAG_KEYS, tags.stream().map(Tags::key).toList()),
        and(
            exists(EntryDocumentMapper.TAG_KEYS, false),
            in(EntryDocumentMapper.TAGS, spellings.toList())));
  }

  private static Bson contains(String word) {
    String pattern = literal(word);
    return or(
        regex(EntryDocumentMapper.TITLE, pattern, IGNORE_CASE),
        regex(EntryDocumentMapper.TEXT, pattern, IGNORE_CASE),
        regex(EntryDocumentMapper.TAGS, pattern, IGNORE_CASE));
  }

  /// Escapes a text for all servers' regular expressions.
  private static String literal(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
