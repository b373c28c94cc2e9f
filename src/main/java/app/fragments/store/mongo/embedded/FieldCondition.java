package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query asks of one field, as far as an index can answer it.
sealed interface FieldCondition {

  /// The field has one of these values; null also stands for a missing field.
  record Points(List<@Nullable Object> values) implements FieldCondition {}

  /// The field compares with a value of the same type.
  ///
  /// @param operator `$gt`, `$gte`, `$lt` or `$lte`
  record Bound(String operator, Object value) implements FieldCondition {}

  /// The conditions of a query that must all hold, by field.
  ///
  /// @param byField what an index can answer
  /// @param complete whether that is all the query asks
  record All(Map<String, List<FieldCondition>> byField, boolean complete) {}

  Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

  /// Reads a query; also what `$and` joins, and equalities of one field that `$or` joins.
  static All of(Document query) {
    Map<String, List<FieldCondition>> byField = new LinkedHashMap<>();
    return new All(byField, read(query, byField));
  }

  private static boolean read(Document query, Map<String, List<FieldCondition>> byField) {
    boolean complete = true;
    for (Map.Entry<String, Object> part : query.entrySet()) {
      String field = part.getKey();
      if (field.equals("$and") && part.getValue() instanceof Collection<?> members) {
        for (Object member : members) {
          complete &= member instanceof Document both && read(both, byField);
        }
      } else if (field.equals("$or") && part.getValue() instanceof Collection<?> members) {
        complete &= readAlternatives(members, byField);
      } else if (field.startsWith("$")) {
        complete = false;
      } else {
        complete &=
            readField(part.getValue(), byField.computeIfAbsent(field, f -> new ArrayList<>()));
      }
    }
    return complete;
  }

  /// `$or` of equalities of one field says what `$in` does.
  private static boolean readAlternatives(
      Collection<?> members, Map<String, List<FieldCondition>> byField) {
    Set<String> fields = new HashSet<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Object member : members) {
      if (!(member instanceof Document alternative) || alternative.size() != 1) {
        return false;
      }
      All read = of(alternative);
      List<FieldCondition> conditions =
          read.byField().values().stream().flatMap(List::stream).toList();
      if (!read.complete()
          || conditions.size() != 1
          || !(conditions.getFirst() instanceof Points points)) {
        return false;
      }
      fields.addAll(read.byField().keySet());
      values.addAll(points.values());
    }
    if (fields.size() != 1) {
      return false;
    }
    byField
        .computeIfAbsent(fields.iterator().next(), field -> new ArrayList<>())
        .add(new Points(values));
    return true;
  }

  private static boolean readField(@Nullable Object value, List<FieldCondition> conditions) {
    if (!(value instanceof Document operators)) {
      return add(point(value), conditions);
    }
    if (BsonRegularExpression.isRegularExpression(value)
        || operators.keySet().stream().anyMatch(key -> !key.startsWith("$"))) {
      return false;
    }
    boolean complete = !operators.isEmpty();
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      complete &= add(operator(operator.getKey(), operator.getValue()), conditions);
    }
    return complete;
  }

  private static boolean add(
      Optional<? extends FieldCondition> condition, List<FieldCondition> conditions) {
    condition.ifPresent(conditions::add);
    return condition.isPresent();
  }

  private static Optional<? extends FieldCondition> operator(
      String operator, @Nullable Object operand) {
    if (operator.equals("$eq")) {
      return point(operand);
    }
    if (operator.equals("$in") && operand instanceof Collection<?> values) {
      return values.stream().allMatch(SortKeyEncoder::canWrite)
          ? Optional.of(new Points(new ArrayList<>(values)))
          : Optional.empty();
    }
    if (BOUNDS.contains(operator)
        && (operand instanceof Number
            || operand instanceof String
            || operand instanceof java.time.Instant)
        && SortKeyEncoder.canWrite(operand)) {
      return Optional.of(new Bound(operator, operand));
    }
    return Optional.empty();
  }

  private static Optional<Points> point(@Nullable Object value) {
    if (!SortKeyEncoder.canWrite(value)) {
      return Optional.empty();
    }
    List<@Nullable Object> values = new ArrayList<>();
    values.add(value);
    return Optional.of(new Points(values));
  }
}
