package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition on one field that an index can answer.
sealed interface FieldCondition {

  /// The field has one of these values; null also stands for a missing field.
  record Points(List<@Nullable Object> values) implements FieldCondition {}

  /// The field has a value of the same type that is `$gt`, `$gte`, `$lt` or `$lte` this one.
  record Bound(String operator, Object value) implements FieldCondition {}

  /// The conditions of a query that an index can answer; `complete` if the query has no others.
  record All(Map<String, List<FieldCondition>> byField, boolean complete) {
    <T extends FieldCondition> List<T> of(String field, Class<T> type) {
      return byField.getOrDefault(field, List.of()).stream()
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }

    int count() {
      return byField.values().stream().mapToInt(List::size).sum();
    }
  }

  Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

  /// Reads a query, including `$and`, and `$or` of equalities of one field.
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

  /// An `$or` of equalities of one field is an `$in`.
  private static boolean readAlternatives(
      Collection<?> members, Map<String, List<FieldCondition>> byField) {
    Set<String> fields = new HashSet<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Object member : members) {
      if (!(member instanceof Document alternative) || alternative.size() != 1) {
        return false;
      }
      All read = of(alternative);
      String field = alternative.keySet().iterator().next();
      List<Points> points = read.of(field, Points.class);
      if (!read.complete() || read.count() != 1 || points.isEmpty()) {
        return false;
      }
      fields.add(field);
      values.addAll(points.getFirst().values());
    }
    return fields.size() == 1
        && byField
            .computeIfAbsent(fields.iterator().next(), _ -> new ArrayList<>())
            .add(new Points(values));
  }

  private static boolean readField(@Nullable Object value, List<FieldCondition> conditions) {
    if (!(value instanceof Document operators)) {
      return read("$eq", value, conditions);
    }
    if (operators.isEmpty()
        || BsonRegularExpression.isRegularExpression(value)
        || operators.keySet().stream().anyMatch(key -> !key.startsWith("$"))) {
      return false;
    }
    boolean complete = true;
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      complete &= read(operator.getKey(), operator.getValue(), conditions);
    }
    return complete;
  }

  /// @return false if an index cannot answer it
  private static boolean read(
      String operator, @Nullable Object operand, List<FieldCondition> conditions) {
    if (operator.equals("$in")
        && operand instanceof Collection<?> values
        && values.stream().allMatch(SortKeyEncoder::canWrite)) {
      return conditions.add(new Points(new ArrayList<>(values)));
    }
    if (!SortKeyEncoder.canWrite(operand)) {
      return false;
    }
    if (operator.equals("$eq")) {
      return conditions.add(new Points(Collections.singletonList(operand)));
    }
    return BOUNDS.contains(operator)
        && (operand instanceof Number || operand instanceof String || operand instanceof Instant)
        && conditions.add(new Bound(operator, operand));
  }
}
