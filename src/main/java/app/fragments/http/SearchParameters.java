package app.fragments.http;

import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchRequest.Order;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of `GET /entries`.
final class SearchParameters {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 1_000;
  private static final List<String> NAMES = List.of("query", "limit", "sort");

  private SearchParameters() {}

  /// @throws HttpErrorException if one is missing, unknown, repeated or wrong
  static SearchRequest read(URI uri, LocalDate today) {
    Map<String, String> values = decode(uri.getRawQuery());
    @Nullable String text = values.get("query");
    if (text == null) {
      throw invalid("Add ?query=…, percent-encoded");
    }
    SearchQuery query = SearchQuery.parse(text, today);
    query.problems().stream()
        .findFirst()
        .ifPresent(
            part -> {
              throw invalid(query.describe(part));
            });
    if (query.isEmpty()) {
      throw invalid("query is empty");
    }
    return SearchRequest.of(query, order(values.get("sort")), limit(values.get("limit")));
  }

  private static Order order(@Nullable String sort) {
    return switch (sort) {
      case null -> Order.BEST;
      case "best" -> Order.BEST;
      case "newest" -> Order.NEWEST;
      default -> throw invalid("sort must be best or newest");
    };
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    int value = limit.matches("\\d{1,9}") ? Integer.parseInt(limit) : 0;
    if (value < 1 || value > MAX_LIMIT) {
      throw invalid("limit must be a whole number from 1 to " + MAX_LIMIT);
    }
    return value;
  }

  private static Map<String, String> decode(@Nullable String rawQuery) {
    Map<String, String> values = new HashMap<>();
    if (rawQuery == null || rawQuery.isEmpty()) {
      return values;
    }
    for (String pair : rawQuery.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0]);
      if (!NAMES.contains(name)) {
        throw invalid("Unknown parameter; the parameters are " + String.join(", ", NAMES));
      }
      if (values.put(name, parts.length < 2 ? "" : decoded(parts[1])) != null) {
        throw invalid(name + " is given twice");
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid("The parameters are not percent-encoded UTF-8");
    }
  }

  private static HttpErrorException invalid(String message) {
    return new HttpErrorException(ErrorKind.INVALID, message);
  }
}
