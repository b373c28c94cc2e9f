package app.fragments.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Ends lines with a line feed alone: Java's own `println`, and what picocli prints, end them on
/// Windows as Windows does, and who reads a command's output should not have to know where it ran.
/// A carriage return on its own, which brings a line of progress back to its start, stays one.
final class LineFeedPrintStream extends FilterOutputStream {
  /// Whether a carriage return waits for what follows it.
  private boolean waits;

  LineFeedPrintStream(OutputStream out) {
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
      if (waits && bytes[i] != '\n') {
        written[count++] = '\r';
      }
      waits = bytes[i] == '\r';
      if (!waits) {
        written[count++] = bytes[i];
      }
    }
    out.write(written, 0, count);
  }
}
