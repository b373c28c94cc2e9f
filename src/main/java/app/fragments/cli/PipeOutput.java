package app.fragments.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// An output whose reader may go before its end, as `head` does: what comes then is dropped, since
/// nobody misses it. Other failures stay failures.
final class PipeOutput extends FilterOutputStream {
  private boolean unread;

  PipeOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (unread) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw e;
      }
      unread = true;
    }
  }

  /// Java has no exception of its own for it. The system's words: "Broken pipe", and on Windows
  /// "The pipe is being closed".
  private static boolean isClosedPipe(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
