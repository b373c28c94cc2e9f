package app.fragments.cli;

import app.fragments.http.JsonFields;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a command reads and writes.
///
/// @param out the result
/// @param err messages and progress
/// @param interactive whether a person reads it: lines then fit the screen, and progress stays on
///   one line
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean interactive, Signals signals) {

  /// The terminal of this process. Output that no person reads is always UTF-8.
  public static Terminal ofProcess() {
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Charset charset = interactive ? System.out.charset() : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, 1, charset),
        stream(FileDescriptor.err, 2, interactive ? System.err.charset() : charset),
        interactive,
        new ProcessSignals());
  }

  private static PrintStream stream(FileDescriptor descriptor, int number, Charset charset) {
    return stream(
        new PipeOutput(new FileOutputStream(descriptor), () -> PipeOutput.isPipe(number)), charset);
  }

  /// Prints lines that end with a line feed on all systems.
  static PrintStream stream(OutputStream out, Charset charset) {
    return new PrintStream(new LineFeedOutput(out), true, charset);
  }

  void println(String line) {
    out.println(line);
  }

  /// Prints a message to standard error.
  void say(String message) {
    err.println(message);
  }

  /// Prints one JSON document, always in UTF-8. If writing fails half way, brackets stay open, so
  /// that nobody takes the output for complete.
  ///
  /// @param value see [JsonFields#write]
  void printJson(Object value) {
    try (JsonGenerator json = new JsonFactory().createGenerator((OutputStream) out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      JsonFields.write(json, value);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the result", e);
    }
  }

  /// Replaces CR LF with LF: Java's `println` and picocli write CR LF on Windows, but scripts
  /// should get the same output on every system. A lone CR, as in a progress line, stays.
  private static final class LineFeedOutput extends FilterOutputStream {
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
}
