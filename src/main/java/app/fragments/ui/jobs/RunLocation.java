package app.fragments.ui.jobs;

import app.fragments.job.RegisteredWorker;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a job is being woven, as far as that is known.
public sealed interface RunLocation {
  /// By a worker of this window.
  record Here() implements RunLocation {}

  /// By another process on this machine.
  record NextDoor() implements RunLocation {}

  /// On another machine.
  record OnHost(String host) implements RunLocation {}

  /// By some other process.
  record Elsewhere() implements RunLocation {}

  /// A worker's name: what it is, its process's number, its own, the machine's where it was known.
  Pattern NAME = Pattern.compile("[^/]*?(\\d+)-\\d+(?:@([^/]+))?(?:/.*)?");

  /// @param worker the name in the job's record, or null where nobody has it
  /// @param inHand whether a worker of this window has the job
  /// @param workforce the other processes, or null where they are not known
  static RunLocation of(
      @Nullable String worker, boolean inHand, @Nullable WorkerOverview workforce) {
    if (inHand) {
      return new Here();
    }
    Matcher name = NAME.matcher(worker == null ? "" : worker);
    if (workforce == null || !name.matches()) {
      return new Elsewhere();
    }
    @Nullable String host = name.group(2);
    if (host == null) {
      host = hostOf(name.group(1), workforce);
    }
    if (host == null) {
      return new Elsewhere();
    }
    return host.equals(workforce.host()) ? new NextDoor() : new OnHost(host);
  }

  /// The machine of the process of that number, where only one machine has such a one at work.
  private static @Nullable String hostOf(String pid, WorkerOverview workforce) {
    List<String> hosts =
        workforce.others().stream()
            .filter(one -> String.valueOf(one.pid()).equals(pid))
            .map(RegisteredWorker::host)
            .distinct()
            .toList();
    return hosts.size() == 1 ? hosts.getFirst() : null;
  }
}
