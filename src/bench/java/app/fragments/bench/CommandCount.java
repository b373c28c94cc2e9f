package app.fragments.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Counts the commands that all drivers of this process send, from the driver's log. Heartbeats
/// between driver and server are not counted.
final class CommandCount extends Handler implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("Command \"?(\\w+)\"? started.*");

  private final Logger driver = Logger.getLogger("org.mongodb.driver.protocol.command");
  private final Map<String, LongAdder> byName = new ConcurrentSkipListMap<>();

  CommandCount() {
    driver.setUseParentHandlers(false);
    driver.addHandler(this);
    driver.setLevel(Level.FINE);
  }

  long all() {
    return byName.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /// The number of commands of each kind per job.
  String perJob(int jobs) {
    return byName.entrySet().stream()
        .map(
            command ->
                "%s %.2f".formatted(command.getKey(), command.getValue().sum() / (double) jobs))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void publish(LogRecord line) {
    Matcher started = STARTED.matcher(line.getMessage());
    if (started.lookingAt()) {
      byName.computeIfAbsent(started.group(1), name -> new LongAdder()).increment();
    }
  }

  @Override
  public void flush() {
    // nothing is buffered
  }

  @Override
  public void close() {
    driver.setLevel(null);
    driver.removeHandler(this);
  }
}
