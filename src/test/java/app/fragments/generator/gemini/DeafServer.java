package app.fragments.generator.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A server that never responds.
final class DeafServer implements AutoCloseable {
  private static final int MAX_WAITING = 16;
  private static final int BRIEFLY = 100;

  private final ServerSocket server;
  private final List<Socket> waiting = new ArrayList<>();

  private DeafServer() {
    try {
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Accepts connections but sends nothing: a TLS handshake hangs.
  static DeafServer mute() {
    return new DeafServer();
  }

  /// Has a full backlog: connecting hangs on systems that drop further connections.
  static DeafServer full() {
    DeafServer deaf = new DeafServer();
    try {
      while (deaf.waiting.size() < MAX_WAITING) {
        Socket socket = new Socket();
        deaf.waiting.add(socket);
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.port()), BRIEFLY);
      }
    } catch (SocketTimeoutException full) {
      return deaf;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deaf;
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
