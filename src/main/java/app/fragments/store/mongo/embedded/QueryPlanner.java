package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the index that answers a query best.
///
/// An index serves where the query's equalities (also several of a field) are its first fields;
/// then a range on the next field narrows further, and a sort by the next fields comes for free.
/// What the index does not answer is checked on each document.
final class QueryPlanner {
  /// More stretches than this of a compound index are not worth it.
  private static final int MOST_RANGES = 10_000;

  private static final Comparator<QueryPlan> BEST =
      Comparator.comparing(QueryPlan::isLookup)
          .thenComparingInt(QueryPlan::narrowed)
          .thenComparing(QueryPlan::sorted)
          .thenComparingInt(plan -> -plan.index().getKeys().size());

  private QueryPlanner() {}

  /// The best plan, or empty where all documents must be read.
  ///
  /// @param orderBy the sort asked for; empty for none
  static Optional<QueryPlan> plan(List<SqliteIndex> indexes, Document query, Document orderBy) {
    if (orderBy.containsKey("$natural")) {
      return Optional.empty();
    }
    FieldCondition.All conditions = FieldCondition.of(query);
    List<QueryPlan> plans = new ArrayList<>();
    for (SqliteIndex index : indexes) {
      if (!mayServe(index, conditions, orderBy)) {
        continue;
      }
      Optional<QueryPlan> plan = plan(index, conditions, orderBy);
      if (plan.filter(QueryPlanner::isOneDocument).isPresent()) {
        return plan; // most queries are for an id, and no other index can do better
      }
      plan.ifPresent(plans::add);
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

  /// Whether the query or the sort speaks of the index's first field at all.
  private static boolean mayServe(
      SqliteIndex index, FieldCondition.All conditions, Document orderBy) {
    String first = index.getKeys().getFirst().getKey();
    return conditions.byField().containsKey(first) || orderBy.containsKey(first);
  }

  private static Optional<QueryPlan> plan(
      SqliteIndex index, FieldCondition.All conditions, Document orderBy) {
    List<byte[]> starts = List.of(new byte[] {SqliteIndex.ORDERED});
    List<IndexKey> keys = index.getKeys();
    int used = 0;
    int equal = 0;
    boolean findsMissing = false;
    while (equal < keys.size()) {
      IndexKey key = keys.get(equal);
      FieldCondition.Points points = points(conditions, key);
      if (points == null || (long) points.values().size() * starts.size() > MOST_RANGES) {
        break;
      }
      findsMissing |= points.values().stream().anyMatch(value -> value == null);
      starts = extended(starts, points, key);
      used++;
      equal++;
    }
    List<KeyRange> ranges = starts.stream().map(KeyRange::startingWith).toList();
    int narrowed = equal;
    if (equal < keys.size()) {
      IndexKey next = keys.get(equal);
      List<FieldCondition.Bound> bounds = bounds(conditions, next);
      if (!bounds.isEmpty()) {
        ranges = bounded(starts, bounds, next);
        used += bounds.size();
        narrowed++;
      }
    }
    if (index.isSparse() && (narrowed == 0 || findsMissing)) {
      return Optional.empty();
    }
    boolean exact = conditions.complete() && used == count(conditions);
    QueryPlan.Order order = order(keys, equal, conditions, orderBy);
    List<KeyRange> inOrder = ranges.stream().sorted(KeyRange.BY_START).toList();
    return Optional.of(new QueryPlan(index, inOrder, exact, order, equal, narrowed));
  }

  private static int count(FieldCondition.All conditions) {
    return conditions.byField().values().stream().mapToInt(List::size).sum();
  }

  private static FieldCondition.@Nullable Points points(
      FieldCondition.All conditions, IndexKey key) {
    return conditions.byField().getOrDefault(key.getKey(), List.of()).stream()
        .filter(FieldCondition.Points.class::isInstance)
        .map(FieldCondition.Points.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static List<FieldCondition.Bound> bounds(FieldCondition.All conditions, IndexKey key) {
    return conditions.byField().getOrDefault(key.getKey(), List.of()).stream()
        .filter(FieldCondition.Bound.class::isInstance)
        .map(FieldCondition.Bound.class::cast)
        .toList();
  }

  private static List<byte[]> extended(
      List<byte[]> starts, FieldCondition.Points points, IndexKey key) {
    Map<ByteBuffer, byte[]> distinct = new LinkedHashMap<>();
    for (byte[] start : starts) {
      for (Object value : points.values()) {
        byte[] longer = new SortKeyEncoder(start).write(value, key.isAscending()).toBytes();
        distinct.putIfAbsent(ByteBuffer.wrap(longer), longer);
      }
    }
    return List.copyOf(distinct.values());
  }

  private static List<KeyRange> bounded(
      List<byte[]> starts, List<FieldCondition.Bound> bounds, IndexKey key) {
    List<KeyRange> ranges = new ArrayList<>();
    for (byte[] start : starts) {
      KeyRange range = KeyRange.startingWith(start);
      for (FieldCondition.Bound bound : bounds) {
        range = range.and(range(start, bound, key.isAscending()));
      }
      ranges.add(range);
    }
    return ranges;
  }

  /// The keys of the bound's type on the right side of its value.
  private static KeyRange range(byte[] start, FieldCondition.Bound bound, boolean ascending) {
    KeyRange type =
        KeyRange.startingWith(
            new SortKeyEncoder(start).writeType(bound.value(), ascending).toBytes());
    KeyRange value =
        KeyRange.startingWith(new SortKeyEncoder(start).write(bound.value(), ascending).toBytes());
    boolean included = bound.operator().endsWith("e");
    boolean above = bound.operator().startsWith("$gt") == ascending;
    if (above) {
      return included ? value.through(type) : value.restOf(type);
    }
    return included ? type.through(value) : type.until(value);
  }

  /// The order in which the ranges, read one after the other, bring the documents.
  ///
  /// @param equal how many fields have given values; one with several of them varies, and comes in
  ///   the index's order since the ranges do
  private static QueryPlan.Order order(
      List<IndexKey> keys, int equal, FieldCondition.All conditions, Document orderBy) {
    Set<String> fixed =
        keys.subList(0, equal).stream()
            .filter(key -> Objects.requireNonNull(points(conditions, key)).values().size() == 1)
            .map(IndexKey::getKey)
            .collect(Collectors.toSet());
    Iterator<IndexKey> varying =
        keys.stream().filter(key -> !fixed.contains(key.getKey())).iterator();
    boolean severalRanges = fixed.size() < equal;
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
    if (forwards && backwards || severalRanges && backwards) {
      return QueryPlan.Order.OTHER;
    }
    return backwards ? QueryPlan.Order.BACKWARDS : QueryPlan.Order.FORWARDS;
  }
}
