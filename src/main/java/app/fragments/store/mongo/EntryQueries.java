package app.fragments.store.mongo;

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
import org.bson.BsonRegularExpression;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// An [EntryFilter] in MongoDB's query language, in the form that the collection's indexes serve.
final class EntryQueries {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/#-]");

  private static final String ANY_CASE = "i";

  private EntryQueries() {}

  /// @param after a part more, or null: [#after] or [#afterBare]
  static Bson of(String userId, EntryFilter filter, @Nullable Bson after) {
    List<Bson> parts = new ArrayList<>();
    parts.add(eq(CommonFields.USER_ID, userId));
    parts.add(
        filter.trash()
            ? gt(CommonFields.DELETED_AT, Instant.EPOCH)
            : eq(CommonFields.DELETED_AT, null));
    if (filter.from() != null) {
      parts.add(gte(EntryDocumentMapper.DATE, filter.from().toString()));
    }
    if (filter.to() != null) {
      parts.add(lte(EntryDocumentMapper.DATE, filter.to().toString()));
    }
    if (after != null) {
      parts.add(after);
    }
    if (filter.starredOnly()) {
      parts.add(eq(EntryDocumentMapper.STARRED, true));
    }
    if (!filter.tags().isEmpty()) {
      parts.add(
          in(EntryDocumentMapper.TAGS, filter.tags().stream().map(EntryQueries::whole).toList()));
    }
    filter.words().forEach(word -> parts.add(contains(word)));
    return and(parts);
  }

  /// Only what comes after an entry in the journal's order. Those of another program that have no
  /// time of writing are the last of their day.
  static Bson after(PageKey key) {
    return onTheDayOrBefore(
        key,
        lt(CommonFields.CREATED_AT, key.createdAt()),
        and(eq(CommonFields.CREATED_AT, key.createdAt()), lt(CommonFields.ID, key.id().value())),
        eq(CommonFields.CREATED_AT, null));
  }

  /// The same after an entry without a time of writing.
  static Bson afterBare(PageKey key) {
    return onTheDayOrBefore(
        key, and(eq(CommonFields.CREATED_AT, null), lt(CommonFields.ID, key.id().value())));
  }

  /// @param later what comes later of the key's own day, any of these
  private static Bson onTheDayOrBefore(PageKey key, Bson... later) {
    String date = key.date().toString();
    List<Bson> places = new ArrayList<>();
    places.add(lt(EntryDocumentMapper.DATE, date));
    for (Bson place : later) {
      places.add(and(eq(EntryDocumentMapper.DATE, date), place));
    }
    // first what an index can use; the rest is for the page's own day
    return and(lte(EntryDocumentMapper.DATE, date), or(places));
  }

  private static Bson contains(String word) {
    String anywhere = literal(word);
    return or(
        regex(EntryDocumentMapper.TITLE, anywhere, ANY_CASE),
        regex(EntryDocumentMapper.TEXT, anywhere, ANY_CASE),
        regex(EntryDocumentMapper.TAGS, anywhere, ANY_CASE));
  }

  private static BsonRegularExpression whole(String tag) {
    return new BsonRegularExpression("^" + literal(tag) + "$", ANY_CASE);
  }

  /// The text itself as a pattern, for every engine of regular expressions.
  private static String literal(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
