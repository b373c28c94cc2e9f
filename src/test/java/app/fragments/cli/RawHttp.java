package app.fragments.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends raw bytes, such as invalid HTTP, and reads until the server closes the connection.
public final class RawHttp {
  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  /// The response; empty if the server closed the connection without one.
  ///
  /// @throws java.net.SocketTimeoutException if it neither responds nor closes
  public static String exchange(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket.getOutputStream(), request);
      return receive(socket.getInputStream());
    }
  }

  /// The same, but closes the sending direction after the last byte.
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
      // The server has closed already; its response may have arrived.
    }
  }

  private static String receive(InputStream in) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      in.transferTo(received);
    } catch (SocketException e) {
      // Reset; keep what arrived before.
    }
    return received.toString(StandardCharsets.ISO_8859_1);
  }
}
