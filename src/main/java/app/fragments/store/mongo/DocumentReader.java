package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a stored document, in which another version or program may have left out
/// fields or used other types. Messages name the field and the document's id, never a value.
final class DocumentReader {
  private final Document document;
  private final String what;

  private DocumentReader(Document document, String what) {
    this.document = document;
    this.what = what;
  }

  /// @throws StoreException if it cannot be read; names the document and the field
  static <T> T read(String kind, Document document, Function<DocumentReader, T> mapper) {
    String what = kind + " " + document.get(CommonFields.ID);
    try {
      return mapper.apply(new DocumentReader(document, what));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StoreException("Cannot read " + what, e);
    }
  }

  String string(String field) {
    return required(field, optionalString(field));
  }

  String string(String field, String fallback) {
    return Objects.requireNonNullElse(optionalString(field), fallback);
  }

  @Nullable String optionalString(String field) {
    return optional(field, String.class);
  }

  /// The constant with this name, in any case.
  <E extends Enum<E>> E constant(String field, Class<E> type) {
    return Enum.valueOf(type, string(field).toUpperCase(Locale.ROOT));
  }

  long number(String field) {
    Number value = optional(field, Number.class);
    return value == null ? 0 : value.longValue();
  }

  int integer(String field) {
    return Math.clamp(number(field), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Nullable Integer optionalInteger(String field) {
    return optional(field, Number.class) == null ? null : Integer.valueOf(integer(field));
  }

  boolean flag(String field) {
    return Boolean.TRUE.equals(optional(field, Boolean.class));
  }

  LocalDate day(String field) {
    return LocalDate.parse(string(field));
  }

  Instant instant(String field, Instant fallback) {
    return Objects.requireNonNullElse(optionalInstant(field), fallback);
  }

  @Nullable Instant optionalInstant(String field) {
    Date value = optional(field, Date.class);
    return value == null ? null : value.toInstant();
  }

  List<String> strings(String field) {
    return list(field, String.class);
  }

  boolean has(String field) {
    return document.get(field) != null;
  }

  <T> @Nullable T part(String field, Function<DocumentReader, T> mapper) {
    Document part = optional(field, Document.class);
    return part == null ? null : mapper.apply(new DocumentReader(part, what + ", " + field));
  }

  <T> T requiredPart(String field, Function<DocumentReader, T> mapper) {
    return required(field, part(field, mapper));
  }

  <T> List<T> parts(String field, Function<DocumentReader, T> mapper) {
    return list(field, Document.class).stream()
        .map(part -> mapper.apply(new DocumentReader(part, what + ", " + field)))
        .toList();
  }

  private <T> List<T> list(String field, Class<T> type) {
    List<?> values = Objects.requireNonNullElse(optional(field, List.class), List.of());
    return values.stream().map(value -> cast(field, value, type)).toList();
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new StoreException("Cannot read " + what + ": it has no " + field, null);
    }
    return value;
  }

  private <T> @Nullable T optional(String field, Class<T> type) {
    Object value = document.get(field);
    return value == null ? null : cast(field, value, type);
  }

  private <T> T cast(String field, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new StoreException(
          "Cannot read " + what + ": " + field + " is not a " + type.getSimpleName(), null);
    }
    return type.cast(value);
  }
}
