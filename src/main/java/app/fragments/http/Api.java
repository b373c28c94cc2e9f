package app.fragments.http;

import app.fragments.store.StoreUnavailableException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks and dispatches every request: first the host, then the path and method, then the token.
/// Every error is sent as JSON.
final class Api implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final HostCheck hosts;
  private final BearerToken token;
  private final Metrics metrics;
  final List<Route> routes;

  Api(
      HostCheck hosts,
      BearerToken token,
      ApiServices services,
      Runnable submitted,
      Metrics metrics) {
    this.hosts = hosts;
    this.token = token;
    this.metrics = metrics;
    Endpoints endpoints = new Endpoints(services, submitted);
    this.routes =
        List.of(
            new Route("POST", "/reports/generate", false, endpoints::generate),
            new Route("GET", "/reports/job/{jobId}", false, endpoints::job),
            new Route("GET", "/entries", false, endpoints::entries),
            new Route("GET", "/healthz", true, endpoints::health),
            new Route("GET", "/metrics", false, (_, _) -> metrics.respond(services)),
            new Route("GET", "/openapi.yaml", true, endpoints::openApi));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
    List<Route> matching = routes.stream().filter(it -> it.match(path).isPresent()).toList();
    HttpResponse response = respond(exchange, path, matching);
    metrics.countRequest(
        matching.stream().findFirst().map(Route::path).orElse("other"), response.status());
    send(exchange, response);
  }

  private HttpResponse respond(HttpExchange exchange, String path, List<Route> matching) {
    try {
      return dispatch(exchange, path, matching);
    } catch (HttpErrorException e) {
      return HttpResponse.error(e.kind, String.valueOf(e.getMessage()));
    } catch (StoreUnavailableException e) {
      LOG.warn("Cannot reach the store: {}", e.getMessage());
      return HttpResponse.error(ErrorKind.STORE_AWAY, "Cannot reach the store; try again")
          .withHeader("Retry-After", "5");
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      return HttpResponse.error(ErrorKind.INTERNAL, "Unexpected error. See the log.");
    }
  }

  private HttpResponse dispatch(HttpExchange exchange, String path, List<Route> matching) {
    Headers headers = exchange.getRequestHeaders();
    InetAddress local = exchange.getLocalAddress().getAddress();
    // The host in the request line takes precedence over the header.
    @Nullable String authority = exchange.getRequestURI().getRawAuthority();
    if (!hosts.admits(headers.get("Host"), local)
        || (authority != null && !hosts.admits(authority, local))) {
      throw new HttpErrorException(
          ErrorKind.WRONG_HOST, "This server does not serve that host name; see --allow-host");
    }
    if (matching.isEmpty()) {
      throw new HttpErrorException(
          ErrorKind.NOT_FOUND, "No such path; GET /openapi.yaml lists all paths");
    }
    Optional<Route> route =
        matching.stream().filter(it -> it.method().equals(exchange.getRequestMethod())).findFirst();
    if (route.isEmpty()) {
      String allowed = matching.stream().map(Route::method).collect(Collectors.joining(", "));
      return HttpResponse.error(ErrorKind.METHOD_NOT_ALLOWED, "This path takes only " + allowed)
          .withHeader("Allow", allowed);
    }
    @Nullable List<String> authorization = headers.get("Authorization");
    if (!route.get().open() && !token.isIn(authorization)) {
      boolean wrong = authorization != null;
      String message = wrong ? "Wrong token" : "Send the token: Authorization: Bearer TOKEN";
      String challenge = "Bearer realm=\"fragments\"" + (wrong ? ", error=\"invalid_token\"" : "");
      return HttpResponse.error(ErrorKind.UNAUTHORIZED, message)
          .withHeader("WWW-Authenticate", challenge);
    }
    return route.get().endpoint().apply(exchange, route.get().match(path).orElse(""));
  }

  /// @throws IOException if the connection breaks; the server then closes it
  private static void send(HttpExchange exchange, HttpResponse response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", response.contentType());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    response.headers().forEach(headers::set);
    if (mayLeaveUnreadBytes(exchange.getRequestHeaders(), response)) {
      headers.set("Connection", "close");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), response.body().length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(response.body());
    }
  }

  /// Whether bytes may follow that must not be read as the next request: the rest of a rejected
  /// body, or a chunked body, because the JDK and a proxy may disagree on where it ends.
  private static boolean mayLeaveUnreadBytes(Headers request, HttpResponse response) {
    boolean sized = !"0".equals(request.getOrDefault("Content-Length", List.of("0")).getFirst());
    return request.containsKey("Transfer-Encoding") || (sized && response.status() >= 400);
  }
}
