package app.fragments.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// An output whose reader may leave early, as `head` does: the rest is dropped silently. Other
/// failures, such as a full disk, stay failures.
///
/// Java has no exception for a closed pipe, only the system's message in its own language. So the
/// kind of output decides: a failed write to a pipe or socket means that its reader has gone.
final class PipeOutput extends FilterOutputStream {
  private static final int FILE_TYPE_MASK = 0170000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;
  private static final int WINDOWS_PIPE = 3;

  private final BooleanSupplier isPipe;
  private boolean readerGone;

  /// @param isPipe asked after a failed write: whether this is a pipe or a socket
  PipeOutput(OutputStream out, BooleanSupplier isPipe) {
    super(out);
    this.isPipe = isPipe;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (readerGone) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!isPipe.getAsBoolean()) {
        throw e;
      }
      readerGone = true;
    }
  }

  /// Whether a standard stream of this process is a pipe or socket. False when unsure, because an
  /// unnecessary error is better than lost output.
  ///
  /// @param descriptor 1 for standard output, 2 for standard error
  static boolean isPipe(int descriptor) {
    try {
      return System.getProperty("os.name", "").startsWith("Windows")
          ? windowsFileType(descriptor) == WINDOWS_PIPE
          : isPipe(Path.of("/dev/fd", String.valueOf(descriptor)));
    } catch (Throwable e) { // from the native call
      return false;
    }
  }

  static boolean isPipe(Path file) throws IOException {
    int type = (int) Files.getAttribute(file, "unix:mode") & FILE_TYPE_MASK;
    return type == FIFO || type == SOCKET;
  }

  private static int windowsFileType(int descriptor) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32.dll", arena);
      MethodHandle getStdHandle =
          linker.downcallHandle(
              kernel.findOrThrow("GetStdHandle"),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
      MethodHandle getFileType =
          linker.downcallHandle(
              kernel.findOrThrow("GetFileType"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      // STD_OUTPUT_HANDLE is -11, STD_ERROR_HANDLE -12
      MemorySegment handle = (MemorySegment) getStdHandle.invokeExact(-10 - descriptor);
      return (int) getFileType.invokeExact(handle);
    }
  }
}
