package app.fragments.store.mongo.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A loopback proxy between a driver and a server of MongoDB's protocol that injects network faults
/// into chosen commands.
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final Duration PORT_TIMEOUT = Duration.ofSeconds(10);

  private volatile InetSocketAddress server;
  private final InetSocketAddress address;
  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private ServerSocket listener;
  private volatile boolean electing;

  /// Listens on a free port.
  public FaultProxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.listener = listen(0);
    this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    acceptOn(listener);
  }

  /// Where the driver must connect.
  public InetSocketAddress address() {
    return address;
  }

  /// Injects a fault into the next matching command.
  public FaultRule at(Predicate<WireCommand> which, InjectedFault fault) {
    return at(which, 1, fault);
  }

  /// Injects a fault into the nth matching command, from 1.
  public FaultRule at(Predicate<WireCommand> which, int nth, InjectedFault fault) {
    FaultRule rule = new FaultRule(which, nth, fault);
    rules.add(rule);
    return rule;
  }

  /// Cuts all connections, and connects new ones to another server.
  public void redirectTo(InetSocketAddress other) {
    goDown();
    server = other;
    comeBack();
  }

  /// Cuts all connections and refuses new ones.
  public synchronized void goDown() {
    close(listener);
    connections.forEach(ProxiedConnection::cut);
  }

  /// Accepts connections again, on the same port.
  public synchronized void comeBack() {
    if (listener.isClosed() && !timer.isShutdown()) {
      listener = listenAgain();
      acceptOn(listener);
    }
  }

  /// Retries, because another process may briefly use the port for an outgoing connection.
  private ServerSocket listenAgain() {
    long end = System.nanoTime() + PORT_TIMEOUT.toNanos();
    while (true) {
      try {
        return listen(address.getPort());
      } catch (IOException e) {
        if (System.nanoTime() - end >= 0) {
          throw new IllegalStateException("Another process has taken the port", e);
        }
        Thread.onSpinWait();
      }
    }
  }

  Optional<InjectedFault> faultAt(WireCommand command) {
    // all rules count, although only one applies
    List<FaultRule> firing = rules.stream().filter(rule -> rule.fires(command)).toList();
    return firing.stream().findFirst().map(FaultRule::fault);
  }

  boolean refuses(WireCommand command) {
    return electing && !command.isHandshake();
  }

  void goDownFor(Duration length) {
    timer.schedule(this::comeBack, length.toNanos(), TimeUnit.NANOSECONDS);
    goDown();
  }

  void electFor(Duration length) {
    timer.schedule(() -> electing = false, length.toNanos(), TimeUnit.NANOSECONDS);
    electing = true;
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  private void acceptOn(ServerSocket open) {
    // not a virtual thread: in accept() it keeps a closed listener's port open for a while
    Thread.ofPlatform().daemon().name("fault-proxy").start(() -> accept(open));
  }

  private void accept(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        connect(open, open.accept());
      } catch (IOException e) { // closed, or the server is not there: the driver will find out
        continue;
      }
    }
  }

  private void connect(ServerSocket open, Socket client) throws IOException {
    ProxiedConnection connection = new ProxiedConnection(this, client, server);
    synchronized (this) {
      if (open.isClosed()) {
        connection.cut();
        return;
      }
      connections.add(connection);
    }
    Thread.ofVirtual()
        .start(
            () -> {
              connection.run();
              connections.remove(connection);
            });
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    goDown();
  }
}
