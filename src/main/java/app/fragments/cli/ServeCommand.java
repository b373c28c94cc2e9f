package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.http.BearerToken;
import app.fragments.http.HttpEndpoint;
import app.fragments.http.JsonFields;
import app.fragments.http.Metrics;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.TokenFile;
import app.fragments.worker.WorkerPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    description = "Serve the HTTP API, described at /openapi.yaml, until Ctrl+C or a signal.")
final class ServeCommand extends Command {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on; default 127.0.0.1.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Port; default 8787, 0 for any free one.")
  private int port = 8787;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Jobs to run at once in this process; default 1, 0 for the API only.")
  private int workers = 1;

  @Option(names = "--allow-remote", description = "Accept other machines; put TLS in front.")
  private boolean allowRemote;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description = "Further host name to answer to, such as a proxy's; repeatable.")
  private final List<String> allowedHosts = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    InetAddress address = check();
    if (workers > 0) {
      requireGenerator();
    }
    Token token = token();
    services.queue().depth(); // fail now if the store is unreachable
    Duration timeout = services.configuration().jobTimeout().value();
    WorkOptions options = new WorkOptions(1, timeout, services.workerLimits());
    Metrics metrics = new Metrics();
    try (WorkerPool pool =
            services.workerPool(
                RegisteredWorker.Kind.SERVE, options, metrics, new ShutdownMessages(terminal));
        HttpEndpoint endpoint = listen(address, token.bearer(), pool, metrics);
        var _ =
            terminal
                .signals()
                .onEnd(() -> end(pool::drain, endpoint), () -> end(pool::release, endpoint))) {
      pool.setCount(workers);
      announce(endpoint, token, address);
      return pool.awaitEnd() ? DONE : FAILED;
    }
  }

  private static void end(Runnable workers, HttpEndpoint endpoint) {
    workers.run();
    endpoint.close();
  }

  private InetAddress check() {
    rejectIf(port < 0 || port > HIGHEST_PORT, "--port must be from 0 to " + HIGHEST_PORT);
    rejectIf(workers < 0 || workers > MAX_WORKERS, "--workers must be from 0 to " + MAX_WORKERS);
    for (String name : allowedHosts) {
      rejectIf(
          !name.matches("[^:/\\s]+|\\[[0-9A-Fa-f:.]+]"),
          "--allow-host needs a name without a port, not " + name);
    }
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw usageError("--host " + host + " is not an address of this machine");
    }
    rejectIf(
        !address.isLoopbackAddress() && !allowRemote,
        "--host " + host + " accepts other machines; that needs --allow-remote");
    return address;
  }

  /// The token, and where a client finds it: in a file or an environment variable.
  private record Token(BearerToken bearer, @Nullable String file, String place) {}

  private Token token() {
    Path file = services.folder().tokenFile();
    Optional<Setting<String>> set = services.configuration().serveToken();
    String origin = set.map(Setting::name).orElse(file.toString());
    String token = set.map(Setting::value).orElseGet(new TokenFile(file)::readOrCreate);
    try {
      BearerToken bearer = new BearerToken(token);
      return set.isPresent()
          ? new Token(bearer, null, "the value of " + origin)
          : new Token(bearer, origin, "in " + origin);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "The token from " + origin + " is not usable. " + e.getMessage(), e);
    }
  }

  private HttpEndpoint listen(
      InetAddress address, BearerToken token, WorkerPool pool, Metrics metrics) {
    InetSocketAddress bind = new InetSocketAddress(address, port);
    try {
      return new HttpEndpoint(bind, Set.copyOf(allowedHosts), token, services, pool::wake, metrics);
    } catch (IOException e) {
      throw new CommandFailedException(
          "Cannot listen on " + host + ", port " + port + ": " + e.getMessage(), e);
    }
  }

  private void announce(HttpEndpoint endpoint, Token token, InetAddress address) {
    if (!address.isLoopbackAddress()) {
      terminal.say(
          "Warning: other machines can connect, and the connection is not encrypted. Put a proxy"
              + " with TLS in front.");
    }
    terminal.say("Serving " + endpoint.uri() + "; press Ctrl+C to stop");
    terminal.say("The token is " + token.place());
    if (json) {
      terminal.printJson(
          new JsonFields()
              .add("url", endpoint.uri())
              .add("token_file", token.file())
              .add("workers", workers));
    }
  }
}
