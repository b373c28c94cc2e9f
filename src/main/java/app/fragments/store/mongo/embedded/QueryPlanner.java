package app.fragments.store.mongo.embedded;

import app.fragments.store.mongo.embedded.FieldCondition.Bound;
import app.fragments.store.mongo.embedded.FieldCondition.Points;
import app.fragments.store.mongo.embedded.QueryPlan.KeyRange;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the best index for a query. An index is usable if its first fields have given values (one
/// or several) in the query; a range on the next field narrows further, and a sort by the next
/// fields costs nothing. Other conditions are checked on each document.
final class QueryPlanner {
  /// Above this, reading the ranges of a compound index costs more than it saves.
  private static final int MAX_RANGES = 10_000;

  private static final Comparator<QueryPlan> BEST =
      Comparator.comparing(QueryPlan::isLookup)
          .thenComparingInt(QueryPlan::narrowed)
          .thenComparing(QueryPlan::sorted)
          .thenComparingInt(plan -> -plan.index().getKeys().size());

  private QueryPlanner() {}

  /// The best plan, or empty if all documents must be read.
  static Optional<QueryPlan> plan(List<SqliteIndex> indexes, Document query, Document orderBy) {
    if (orderBy.containsKey("$natural")) {
      return Optional.empty();
    }
    FieldCondition.All conditions = FieldCondition.of(query);
    List<QueryPlan> plans = new ArrayList<>();
    for (SqliteIndex index : indexes) {
      String first = index.getKeys().getFirst().getKey();
      if (conditions.byField().containsKey(first) || orderBy.containsKey(first)) {
        Optional<QueryPlan> plan = plan(index, conditions, orderBy);
        if (plan.filter(QueryPlanner::isOneDocument).isPresent()) {
          return plan; // most queries are for an id, and no other index can do better
        }
        plan.ifPresent(plans::add);
      }
    }
    return plans.stream()
        .filter(plan -> plan.narrowed() > 0 || (plan.sorted() && !orderBy.isEmpty()))
        .sorted(BEST.reversed())
        .filter(plan -> plan.index().isOrdered())
        .findFirst();
  }

  private static boolean isOneDocument(QueryPlan plan) {
    return plan.isLookup() && plan.ranges().size() == 1 && plan.index().isOrdered();
  }

  private static Optional<QueryPlan> plan(
      SqliteIndex index, FieldCondition.All conditions, Document orderBy) {
    List<byte[]> prefixes = List.of(new byte[] {SqliteIndex.ORDERED});
    List<IndexKey> keys = index.getKeys();
    int equal = 0;
    boolean matchesMissing = false;
    while (equal < keys.size()) {
      IndexKey key = keys.get(equal);
      List<Points> points = conditions.of(key.getKey(), Points.class);
      if (points.isEmpty()
          || (long) points.getFirst().values().size() * prefixes.size() > MAX_RANGES) {
        break;
      }
      matchesMissing |= points.getFirst().values().contains(null);
      prefixes = extended(prefixes, points.getFirst(), key);
      equal++;
    }
    IndexKey next = equal < keys.size() ? keys.get(equal) : null;
    List<Bound> bounds = next == null ? List.of() : conditions.of(next.getKey(), Bound.class);
    boolean ascending = next == null || next.isAscending();
    int narrowed = bounds.isEmpty() ? equal : equal + 1;
    if (index.isSparse() && (narrowed == 0 || matchesMissing)) {
      return Optional.empty();
    }
    List<KeyRange> ranges =
        prefixes.stream()
            .map(prefix -> bounded(prefix, bounds, ascending))
            .sorted(KeyRange.BY_START)
            .toList();
    boolean exact = conditions.complete() && equal + bounds.size() == conditions.count();
    QueryPlan.Order order = order(keys, equal, conditions, orderBy);
    return Optional.of(new QueryPlan(index, ranges, exact, order, equal, narrowed));
  }

  private static List<byte[]> extended(List<byte[]> prefixes, Points points, IndexKey key) {
    Map<ByteBuffer, byte[]> distinct = new LinkedHashMap<>();
    for (byte[] prefix : prefixes) {
      for (Object value : points.values()) {
        byte[] longer = new SortKeyEncoder(prefix).write(value, key.isAscending()).toBytes();
        distinct.putIfAbsent(ByteBuffer.wrap(longer), longer);
      }
    }
    return List.copyOf(distinct.values());
  }

  private static KeyRange bounded(byte[] prefix, List<Bound> bounds, boolean ascending) {
    KeyRange range = KeyRange.startingWith(prefix);
    for (Bound bound : bounds) {
      range = range.intersect(range(prefix, bound, ascending));
    }
    return range;
  }

  /// The keys of the bound's type on the right side of its value.
  private static KeyRange range(byte[] prefix, Bound bound, boolean ascending) {
    SortKeyEncoder typeKey = new SortKeyEncoder(prefix).writeType(bound.value(), ascending);
    KeyRange type = KeyRange.startingWith(typeKey.toBytes());
    SortKeyEncoder key = new SortKeyEncoder(prefix).write(bound.value(), ascending);
    KeyRange value = KeyRange.startingWith(key.toBytes());
    boolean included = bound.operator().endsWith("e");
    boolean above = bound.operator().startsWith("$gt") == ascending;
    return above
        ? new KeyRange(included ? value.from() : value.to(), type.to())
        : new KeyRange(type.from(), included ? value.to() : value.from());
  }

  /// The order in which the ranges, read one after the other, return the documents. Fields with
  /// several given values come in the index's order, because the ranges do.
  private static QueryPlan.Order order(
      List<IndexKey> keys, int equal, FieldCondition.All conditions, Document orderBy) {
    Set<String> fixed =
        keys.subList(0, equal).stream()
            .map(IndexKey::getKey)
            .filter(field -> conditions.of(field, Points.class).getFirst().values().size() == 1)
            .collect(Collectors.toSet());
    Iterator<IndexKey> varying =
        keys.stream().filter(key -> !fixed.contains(key.getKey())).iterator();
    boolean forwards = false;
    boolean backwards = false;
    for (Map.Entry<String, Object> sort : orderBy.entrySet()) {
      if (fixed.contains(sort.getKey())) {
        continue;
      }
      IndexKey next = varying.hasNext() ? varying.next() : null;
      if (next == null
          || !next.getKey().equals(sort.getKey())
          || !(sort.getValue() instanceof Number direction)) {
        return QueryPlan.Order.OTHER;
      }
      boolean same = direction.intValue() > 0 == next.isAscending();
      forwards |= same;
      backwards |= !same;
    }
    if (forwards && backwards || fixed.size() < equal && backwards) {
      return QueryPlan.Order.OTHER;
    }
    return backwards ? QueryPlan.Order.BACKWARDS : QueryPlan.Order.FORWARDS;
  }
}
