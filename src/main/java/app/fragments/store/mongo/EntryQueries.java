package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.CREATED_AT;
import static app.fragments.store.mongo.CommonFields.DELETED_AT;
import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.EntryDocumentMapper.DATE;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.PageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonRegularExpression;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Translates an [EntryFilter] into a MongoDB query that the collection's indexes support.
final class EntryQueries {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/#-]");
  private static final String IGNORE_CASE = "i";

  private EntryQueries() {}

  /// @param after another condition, or null: [#after] or [#afterUntimed]
  static Bson of(String userId, EntryFilter filter, @Nullable Bson after) {
    List<Bson> parts = new ArrayList<>();
    parts.add(eq(CommonFields.USER_ID, userId));
    parts.add(filter.trash() ? gt(DELETED_AT, Instant.EPOCH) : eq(DELETED_AT, null));
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
      Stream<BsonRegularExpression> tags =
          filter.tags().stream()
              .map(tag -> new BsonRegularExpression("^" + literal(tag) + "$", IGNORE_CASE));
      parts.add(in(EntryDocumentMapper.TAGS, tags.toList()));
    }
    filter.words().forEach(word -> parts.add(contains(word)));
    return and(parts);
  }

  /// What comes after an entry in the journal's order. Entries of other programs may have no
  /// creation time; they are the last of their day.
  static Bson after(PageKey key) {
    return onTheDayOrBefore(
        key,
        lt(CREATED_AT, key.createdAt()),
        and(eq(CREATED_AT, key.createdAt()), lt(ID, key.id().value())),
        eq(CREATED_AT, null));
  }

  /// What comes after an entry without a creation time.
  static Bson afterUntimed(PageKey key) {
    return onTheDayOrBefore(key, and(eq(CREATED_AT, null), lt(ID, key.id().value())));
  }

  /// @param laterThatDay alternatives for the entries of the key's own day
  private static Bson onTheDayOrBefore(PageKey key, Bson... laterThatDay) {
    String date = key.date().toString();
    List<Bson> alternatives =
        Stream.concat(
                Stream.of(lt(DATE, date)),
                Stream.of(laterThatDay).map(later -> and(eq(DATE, date), later)))
            .toList();
    // the first part uses an index; the second is for the key's own day
    return and(lte(DATE, date), or(alternatives));
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
