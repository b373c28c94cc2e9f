package app.fragments.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// Resource usage of another Java process, read through JMX.
final class ProcessVitals implements AutoCloseable {
  private final JMXConnector connector;
  private final MBeanServerConnection beans;
  private final Path folder;
  private int dumps;

  private ProcessVitals(JMXConnector connector, Path folder) throws IOException {
    this.connector = connector;
    this.beans = connector.getMBeanServerConnection();
    this.folder = folder;
  }

  static ProcessVitals of(long pid, Path folder) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    try {
      JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
      return new ProcessVitals(JMXConnectorFactory.connect(url), folder);
    } finally {
      machine.detach();
    }
  }

  /// @param heapBytes after a full garbage collection
  /// @param files open files and connections
  /// @param threads platform threads
  /// @param requests virtual threads that handle requests
  record Reading(long heapBytes, long files, int threads, long requests) {}

  Reading read() throws IOException {
    MemoryMXBean memory = bean(MemoryMXBean.class);
    memory.gc();
    return new Reading(
        memory.getHeapMemoryUsage().getUsed(),
        bean(UnixOperatingSystemMXBean.class).getOpenFileDescriptorCount(),
        bean(ThreadMXBean.class).getThreadCount(),
        requests());
  }

  private long requests() throws IOException {
    Path dump = folder.resolve("threads-" + ++dumps);
    bean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
    try (var lines = Files.lines(dump)) {
      return lines.filter(line -> line.matches("#\\d+ \"http-\\d+\" virtual.*")).count();
    }
  }

  private <T extends java.lang.management.PlatformManagedObject> T bean(Class<T> type)
      throws IOException {
    return ManagementFactory.getPlatformMXBean(beans, type);
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
