package app.fragments.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The running HTTP endpoint.
public final class HttpEndpoint implements AutoCloseable {
  private static final int LEAVE_SECONDS = 2;

  private final HttpServer server;
  private final ExecutorService requests;

  private HttpEndpoint(HttpServer server) {
    this.server = server;
    this.requests =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
  }

  /// Listens, and answers from now on.
  ///
  /// @param address port 0 for a free one
  /// @param hosts names that requests may be sent to beside the loopback interface's and the
  ///   address's own
  /// @throws IOException where it cannot listen there
  public static HttpEndpoint start(
      InetSocketAddress address,
      Set<String> hosts,
      BearerToken token,
      ApiServices services,
      RunMetrics runs)
      throws IOException {
    ServerLimits.apply();
    HttpServer server = HttpServer.create(address, 0);
    HostCheck check = new HostCheck(server.getAddress().getPort(), hosts);
    HttpEndpoint endpoint = new HttpEndpoint(server);
    server.createContext("/", new Api(check, token, services, runs));
    server.setExecutor(endpoint.requests);
    server.start();
    return endpoint;
  }

  /// Where it listens, such as `http://127.0.0.1:8787`.
  public URI uri() {
    InetSocketAddress bound = server.getAddress();
    InetAddress address = bound.getAddress();
    String literal = address.getHostAddress();
    return URI.create(
        "http://"
            + (literal.contains(":") ? "[" + literal.replaceAll("%.*", "") + "]" : literal)
            + ":"
            + bound.getPort());
  }

  /// Accepts nothing more, and ends when what is under way is answered, or two seconds later.
  @Override
  public void close() {
    server.stop(LEAVE_SECONDS);
    requests.shutdownNow();
  }
}
