package app.fragments.http;

import app.fragments.store.StoreUnavailableException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each request to its route, if it may go there: first the host is looked at, then the path
/// and method, then the token, then the rest. Whatever goes wrong is answered in JSON.
final class Api implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final String OTHER = "other";
  private static final String RETRY_SECONDS = "5";

  private final HostCheck hosts;
  private final BearerToken token;
  private final List<Route> routes;
  private final RequestMetrics metrics = new RequestMetrics();

  Api(HostCheck hosts, BearerToken token, ApiServices services, RunMetrics runs) {
    this.hosts = hosts;
    this.token = token;
    this.routes =
        List.of(
            new Route("POST", "/reports/generate", false, new GenerateEndpoint(services)),
            new Route("GET", "/reports/job/{jobId}", false, new JobEndpoint(services)),
            new Route("GET", "/healthz", true, new HealthEndpoint(services)),
            new Route(
                "GET",
                "/metrics",
                false,
                new MetricsEndpoint(new StoreMetrics(services), runs, metrics)),
            new Route("GET", "/openapi.yaml", true, new OpenApiEndpoint()));
  }

  List<Route> routes() {
    return routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
    List<Route> there = routes.stream().filter(it -> it.match(path).isPresent()).toList();
    HttpResponse answer = answer(exchange, path, there);
    metrics.count(there.stream().findFirst().map(Route::path).orElse(OTHER), answer.status());
    send(exchange, answer);
  }

  private HttpResponse answer(HttpExchange exchange, String path, List<Route> there)
      throws IOException {
    try {
      return checked(exchange, path, there);
    } catch (HttpErrorException e) {
      return HttpResponse.refusal(e.kind(), String.valueOf(e.getMessage()));
    } catch (StoreUnavailableException e) {
      LOG.warn("The store cannot be reached: {}", e.getMessage());
      return HttpResponse.refusal(
              ErrorKind.STORE_AWAY, "The store cannot be reached now; try again")
          .with("Retry-After", RETRY_SECONDS);
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      return HttpResponse.refusal(
          ErrorKind.INTERNAL, "This should not have happened; the log says more");
    }
  }

  private HttpResponse checked(HttpExchange exchange, String path, List<Route> there)
      throws IOException {
    if (!isForUs(exchange)) {
      throw new HttpErrorException(
          ErrorKind.WRONG_HOST, "The Host is none of this endpoint's; see --allow-host");
    }
    if (there.isEmpty()) {
      throw new HttpErrorException(
          ErrorKind.NOT_FOUND, "There is no such path; GET /openapi.yaml says which there are");
    }
    Optional<Route> route =
        there.stream().filter(it -> it.method().equals(exchange.getRequestMethod())).findFirst();
    if (route.isEmpty()) {
      String allow = there.stream().map(Route::method).collect(Collectors.joining(", "));
      return HttpResponse.refusal(ErrorKind.METHOD_NOT_ALLOWED, "The method here is " + allow)
          .with("Allow", allow);
    }
    @Nullable List<String> authorization = exchange.getRequestHeaders().get("Authorization");
    if (!route.get().open() && !token.isIn(authorization)) {
      return HttpResponse.refusal(
              ErrorKind.UNAUTHORIZED,
              authorization == null
                  ? "Send the token: Authorization: Bearer TOKEN"
                  : "This is not the token")
          .with(
              "WWW-Authenticate",
              "Bearer realm=\"fragments\""
                  + (authorization == null ? "" : ", error=\"invalid_token\""));
    }
    return route.get().endpoint().answer(exchange, route.get().match(path).orElse(""));
  }

  /// Also where the request line names a host of its own, which goes before the header.
  private boolean isForUs(HttpExchange exchange) {
    var local = exchange.getLocalAddress().getAddress();
    @Nullable String authority = exchange.getRequestURI().getRawAuthority();
    return hosts.admits(exchange.getRequestHeaders().get("Host"), local)
        && (authority == null || hosts.admits(authority, local));
  }

  /// An exception from here has the server close the connection.
  private static void send(HttpExchange exchange, HttpResponse answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.contentType());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    answer.headers().forEach(headers::set);
    if (leavesRest(exchange.getRequestHeaders(), answer)) {
      headers.set("Connection", "close");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    OutputStream body = exchange.getResponseBody();
    body.write(answer.body());
    body.close();
  }

  /// Whether there may be bytes under way that must not be taken for the next request: of a body
  /// that was refused, or of one in chunks, whose end the JDK and a proxy may see in two places.
  private static boolean leavesRest(Headers request, HttpResponse answer) {
    boolean sized = !"0".equals(request.getOrDefault("Content-Length", List.of("0")).getFirst());
    return request.containsKey("Transfer-Encoding") || (sized && answer.status() >= 400);
  }
}
