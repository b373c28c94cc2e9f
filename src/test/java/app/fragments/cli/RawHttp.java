package app.fragments.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends bytes as they are and reads what comes until the server closes: for what a decent client
/// would not send.
public final class RawHttp {
  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  /// What came back; empty where the server closed without a word.
  ///
  /// @throws java.net.SocketTimeoutException where it neither answers nor closes
  public static String exchange(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket.getOutputStream(), request);
      return receive(socket.getInputStream());
    }
  }

  /// The same for a client that says with its last byte that there is no more to come.
  public static String exchangeHalfClosed(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket.getOutputStream(), request);
      try {
        socket.shutdownOutput();
      } catch (SocketException e) {
        // The server has closed already.
      }
      return receive(socket.getInputStream());
    }
  }

  public static String exchange(int port, String request) throws IOException {
    return exchange(port, request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void send(OutputStream out, byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      out.flush();
    } catch (SocketException e) {
      // The server has closed already; its answer may be there.
    }
  }

  private static String receive(InputStream in) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      in.transferTo(received);
    } catch (SocketException e) {
      // Closed hard; what came before counts.
    }
    return received.toString(StandardCharsets.ISO_8859_1);
  }
}
