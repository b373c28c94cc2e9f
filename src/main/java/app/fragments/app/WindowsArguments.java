package app.fragments.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/// The arguments of this process as typed. On Windows, Java decodes them in the system's legacy
/// code page, which replaces unsupported letters with question marks or similar letters.
final class WindowsArguments {
  /// An option, a number or a date. Other words may be garbled even if they are ASCII now.
  private static final Pattern PLAIN = Pattern.compile("--?[a-z-]+|[0-9.:-]+");

  private WindowsArguments() {}

  /// @param read the arguments as Java decoded them, returned unchanged on other systems and if
  ///   Windows does not report the originals
  static String[] asTyped(String[] read) {
    if (!System.getProperty("os.name", "").startsWith("Windows") || arePlain(read)) {
      return read;
    }
    try {
      return asTyped(commandLine(), read);
    } catch (Throwable e) { // from the native call
      LoggerFactory.getLogger(WindowsArguments.class)
          .debug("Cannot read the arguments from Windows", e);
      return read;
    }
  }

  /// Whether no argument can be garbled. Avoids the native call, which takes 100 ms.
  static boolean arePlain(String[] read) {
    return Arrays.stream(read).skip(1).allMatch(argument -> PLAIN.matcher(argument).matches());
  }

  /// @param line the whole command line; it ends with the arguments, unless Java's launcher has
  ///   expanded a file pattern
  static String[] asTyped(List<String> line, String[] read) {
    if (line.size() < read.length) {
      return read;
    }
    List<String> typed = line.subList(line.size() - read.length, line.size());
    return IntStream.range(0, read.length).allMatch(i -> canBecome(typed.get(i), read[i]))
        ? typed.toArray(String[]::new)
        : read;
  }

  /// Every code page keeps ASCII and replaces every other letter with exactly one character.
  private static boolean canBecome(String typed, String read) {
    return typed.length() == read.length()
        && IntStream.range(0, typed.length())
            .allMatch(i -> typed.charAt(i) > 127 || typed.charAt(i) == read.charAt(i));
  }

  private static List<String> commandLine() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MethodHandle commandLine =
          linker.downcallHandle(
              SymbolLookup.libraryLookup("kernel32.dll", arena).findOrThrow("GetCommandLineW"),
              FunctionDescriptor.of(ValueLayout.ADDRESS));
      MethodHandle split =
          linker.downcallHandle(
              SymbolLookup.libraryLookup("shell32.dll", arena).findOrThrow("CommandLineToArgvW"),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment line = (MemorySegment) commandLine.invokeExact();
      MemorySegment found = (MemorySegment) split.invokeExact(line, count);
      return strings(found, count.get(ValueLayout.JAVA_INT, 0));
    }
  }

  private static List<String> strings(MemorySegment array, int count) {
    MemorySegment pointers = array.reinterpret(count * ValueLayout.ADDRESS.byteSize());
    return IntStream.range(0, count)
        .mapToObj(i -> pointers.getAtIndex(ValueLayout.ADDRESS, i).reinterpret(Long.MAX_VALUE))
        .map(string -> string.getString(0, StandardCharsets.UTF_16LE))
        .toList();
  }
}
