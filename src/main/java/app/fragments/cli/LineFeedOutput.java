package app.fragments.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Replaces CR LF with LF. Java's `println` and picocli end lines with CR LF on Windows, but
/// scripts should get the same output on every system. A lone CR, which returns a progress line to
/// its start, stays.
final class LineFeedOutput extends FilterOutputStream {
  /// Whether the last byte was a CR that is not written yet.
  private boolean pendingReturn;

  LineFeedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] written = new byte[length + 1];
    int count = 0;
    for (int i = offset; i < offset + length; i++) {
      if (pendingReturn && bytes[i] != '\n') {
        written[count++] = '\r';
      }
      pendingReturn = bytes[i] == '\r';
      if (!pendingReturn) {
        written[count++] = bytes[i];
      }
    }
    out.write(written, 0, count);
  }
}
