package app.fragments.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import java.util.function.BiFunction;

/// A method and path, and the endpoint behind them.
///
/// @param path as in OpenAPI; the last segment may be a variable, such as `{jobId}`
/// @param open whether it needs no token
/// @param endpoint takes the request and the value of the path's variable, empty if it has none
record Route(
    String method,
    String path,
    boolean open,
    BiFunction<HttpExchange, String, HttpResponse> endpoint) {

  /// The variable's value in the path of a request, an empty string if this route has no variable,
  /// or nothing if the path does not match. Paths are not decoded: none needs percent-encoding.
  Optional<String> match(String requestPath) {
    int variable = path.indexOf('{');
    if (variable < 0) {
      return path.equals(requestPath) ? Optional.of("") : Optional.empty();
    }
    return Optional.of(requestPath)
        .filter(it -> it.startsWith(path.substring(0, variable)))
        .map(it -> it.substring(variable))
        .filter(it -> !it.isEmpty() && it.indexOf('/') < 0);
  }
}
