package app.fragments.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a command reads and writes.
///
/// @param in standard input
/// @param out the result
/// @param err messages and progress
/// @param interactive whether a person sits there: then lines fit the screen, and progress stays on
///   one line
/// @param signals tells of Ctrl+C
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean interactive, Signals signals) {

  /// That of this process. What is not read by a person is UTF-8 everywhere.
  public static Terminal ofProcess() {
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Charset charset = interactive ? System.out.charset() : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, charset),
        stream(FileDescriptor.err, interactive ? System.err.charset() : charset),
        interactive,
        Signals.ofProcess());
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
    return stream(new PipeOutput(new FileOutputStream(descriptor)), charset);
  }

  /// Prints lines that end alike on all systems.
  static PrintStream stream(OutputStream out, Charset charset) {
    return new PrintStream(new LineFeedPrintStream(out), true, charset);
  }

  /// Standard output for one JSON document in UTF-8, whatever the terminal's encoding.
  OutputStream json() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        out.write(bytes, offset, length);
      }

      @Override
      public void flush() {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        flush(); // standard output stays open
      }
    };
  }
}
