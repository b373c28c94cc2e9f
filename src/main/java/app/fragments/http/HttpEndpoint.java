package app.fragments.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The running HTTP server.
public final class HttpEndpoint implements AutoCloseable {
  /// Limits of the JDK's server: times in seconds, sizes in bytes.
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqTime", "15", // to receive a request
          "sun.net.httpserver.maxRspTime", "60", // to send its response
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "jdk.httpserver.maxConnections", "256",
          // How much of a rejected body is read, so that the client gets to read the response.
          "sun.net.httpserver.drainAmount", "4194304",
          "sun.net.httpserver.nodelay", "true");

  private final HttpServer server;
  private final ExecutorService requests =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());

  /// Starts listening.
  ///
  /// @param address port 0 for any free port
  /// @param hosts further names to answer to, besides the loopback names and the address itself
  /// @param submitted called after each submission, so that a worker in this process looks at once
  /// @throws IOException if it cannot listen there
  public HttpEndpoint(
      InetSocketAddress address,
      Set<String> hosts,
      BearerToken token,
      ApiServices services,
      Runnable submitted,
      Metrics metrics)
      throws IOException {
    // The server reads these once, when its first class is initialized. The command line wins.
    LIMITS.forEach(System.getProperties()::putIfAbsent);
    server = HttpServer.create(address, 0);
    HostCheck check = new HostCheck(server.getAddress().getPort(), hosts);
    server.createContext("/", new Api(check, token, services, submitted, metrics));
    server.setExecutor(requests);
    server.start();
  }

  /// Where it listens, such as `http://127.0.0.1:8787`.
  public URI uri() {
    InetSocketAddress bound = server.getAddress();
    String literal = bound.getAddress().getHostAddress().replaceAll("%.*", "");
    String host = literal.contains(":") ? "[" + literal + "]" : literal;
    return URI.create("http://" + host + ":" + bound.getPort());
  }

  /// Stops accepting requests and waits up to two seconds for those in progress.
  @Override
  public void close() {
    server.stop(2);
    requests.shutdownNow();
  }
}
