package app.fragments.store.mongo.fault;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/// A driver's connection and the matching one to the server. Commands and replies alternate, as in
/// the protocol.
final class ProxiedConnection {
  private static final BsonDocument NOT_PRIMARY =
      new BsonDocument("ok", new BsonDouble(0))
          .append("errmsg", new BsonString("not primary"))
          .append("code", new BsonInt32(10107))
          .append("codeName", new BsonString("NotWritablePrimary"))
          .append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError"))));

  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server;
  private final DataInputStream fromClient;
  private final DataInputStream fromServer;

  ProxiedConnection(FaultProxy proxy, Socket client, InetSocketAddress address) throws IOException {
    this.proxy = proxy;
    this.client = client;
    try {
      this.server = new Socket(address.getAddress(), address.getPort());
    } catch (IOException e) {
      client.close();
      throw e;
    }
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    this.fromClient = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    this.fromServer = new DataInputStream(new BufferedInputStream(server.getInputStream()));
  }

  /// Forwards messages until either side closes the connection or a fault cuts it.
  void run() {
    try {
      while (true) {
        WireMessage message = WireMessage.read(fromClient);
        WireCommand command = message.command().orElseThrow(IOException::new);
        InjectedFault fault = proxy.faultAt(command).orElse(null);
        switch (fault) {
          case null -> {}
          case InjectedFault.CutBefore() -> {
            return;
          }
          case InjectedFault.CutDuring() -> {
            send(server, message.bytes(), message.bytes().length / 2);
            return;
          }
          case InjectedFault.LoseReply() -> {
            send(server, message);
            WireMessage.read(fromServer);
            return;
          }
          case InjectedFault.Delay(Duration by) -> Thread.sleep(by);
          case InjectedFault.Outage(Duration length) -> proxy.goDownFor(length);
          case InjectedFault.Election(Duration length) -> proxy.electFor(length);
        }
        if (proxy.refuses(command)) {
          send(client, message.answer(NOT_PRIMARY));
        } else {
          passOn(message);
        }
      }
    } catch (IOException e) {
      // one side has closed the connection: close the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut();
    }
  }

  private void passOn(WireMessage message) throws IOException {
    send(server, message);
    boolean more = !message.hasMoreToCome();
    while (more) {
      WireMessage answer = WireMessage.read(fromServer);
      send(client, answer);
      more = answer.hasMoreToCome();
    }
  }

  private static void send(Socket to, WireMessage message) throws IOException {
    send(to, message.bytes(), message.bytes().length);
  }

  private static void send(Socket to, byte[] bytes, int length) throws IOException {
    to.getOutputStream().write(bytes, 0, length);
  }

  /// Closes both sides. Thread-safe.
  void cut() {
    try (client;
        server) {
      // nothing left to forward
    } catch (IOException e) {
      // closed already
    }
  }
}
