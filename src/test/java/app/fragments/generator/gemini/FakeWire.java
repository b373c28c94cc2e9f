package app.fragments.generator.gemini;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The server's side of a call to a [FakeGemini].
public final class FakeWire {
  private final Socket socket;
  private final OutputStream out;
  private final CountDownLatch closed;

  FakeWire(Socket socket, CountDownLatch closed) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.closed = closed;
  }

  /// A complete response.
  ///
  /// @param headers further header lines, such as `Retry-After: 7`
  public void respond(int status, String type, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    write(head(status, type, headers) + "Content-Length: " + bytes.length + "\r\n\r\n");
    out.write(bytes);
    out.flush();
  }

  /// The head of a chunked response.
  public void startStream() throws IOException {
    write(head(200, "text/event-stream") + "Transfer-Encoding: chunked\r\n\r\n");
  }

  /// One event.
  public void event(String json) throws IOException {
    chunk("data: " + json + "\r\n\r\n");
  }

  public void chunk(String text) throws IOException {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  /// Sends the last chunk. Without it, the response is incomplete.
  public void endStream() throws IOException {
    write("0\r\n\r\n");
  }

  /// Waits for this long, or until the server closes.
  public void pause(Duration time) throws IOException {
    try {
      if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new EOFException("The server is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Sends nothing until the client disconnects.
  public void untilHangUp() throws IOException {
    if (socket.getInputStream().read() < 0) {
      throw new EOFException("The client disconnected");
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String head(int status, String type, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    head.append("Content-Type: ").append(type).append("; charset=UTF-8\r\n");
    head.append("Connection: close\r\nServer: scaffolding on HTTPServer2\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }
}
