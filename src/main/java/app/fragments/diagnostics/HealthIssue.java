package app.fragments.diagnostics;

import app.fragments.job.JobId;
import app.fragments.store.WireName;
import java.util.List;

/// Something that is wrong.
///
/// @param count how many times
/// @param jobIds at most [#MAX_JOBS] of the jobs concerned
/// @param message a sentence to show
public record HealthIssue(Kind kind, long count, List<JobId> jobIds, String message) {
  static final int MAX_JOBS = 5;

  public HealthIssue {
    jobIds = jobIds.stream().limit(MAX_JOBS).toList();
  }

  /// An issue that concerns no particular jobs.
  public HealthIssue(Kind kind, long count, String message) {
    this(kind, count, List.of(), message);
  }

  /// What can be wrong with the store, the queue, or what they depend on.
  public enum Kind implements WireName {
    /// The worker died and its job has not been taken over yet.
    STALE_LEASE(true, "The next worker takes the job; --repair frees it now"),
    /// A live record without a queue document: no worker would ever find it.
    ORPHAN(true, "A running worker queues the job again within a minute; --repair does it now"),
    /// A queue document whose record has ended or is gone.
    LEFTOVER(true, "A running worker deletes it within a minute; --repair does it now"),
    /// A queue document that cannot be claimed.
    POISONED(true, "A running worker repairs it within a minute; --repair does it now"),
    /// A live record that cannot be read, and so never completed.
    UNREADABLE_RECORD(true, "--repair ends the job as failed, so that it can be submitted again"),
    /// A live job without attempts left.
    TRIES_USED_UP(true, "The next worker ends the job as failed; --repair does it now"),
    REPORT_NOT_KEPT(true, "A running worker saves it within a minute; --repair does it now"),
    MISSING_INDEX(
        true,
        "--repair creates it; until then the store is slow, or a double click submits two jobs"),
    NO_WORKER(false, "Open the window, or start: fragments work"),
    /// The clocks of this machine and the store differ.
    WRONG_CLOCK(
        false,
        "Correct the clock that is wrong, preferably with NTP; leases use only the store's clock"),
    STORE_AWAY(false, "Check MONGODB_URI or Settings, the network, and that the server is running"),
    /// A MongoDB server answers but rejects us, such as for a wrong password.
    STORE_REFUSES(
        false, "Check the address, user name and password, and the user's rights on the database"),
    /// The built-in store cannot use its folder or file.
    STORE_UNUSABLE(
        false,
        "See the message; FRAGMENTS_HOME selects another folder, a backup replaces a damaged file"),
    UNKNOWN_GENERATOR(false, "Set FRAGMENTS_GENERATOR to gemini or digest, or unset it"),
    MISSING_KEY(false, "Set GEMINI_API_KEY, or enter the key in Settings"),
    /// Gemini rejects the key or the model.
    REFUSED_KEY(
        false, "Check the key and the model in Settings; GEMINI_API_KEY overrides the key there"),
    GEMINI_AWAY(false, "Check the network and GEMINI_BASE_URL; the digest needs neither");

    private final boolean repairable;
    private final String remedy;

    Kind(boolean repairable, String remedy) {
      this.repairable = repairable;
      this.remedy = remedy;
    }

    /// Whether [QueueHealthCheck#repair] repairs it.
    public boolean repairable() {
      return repairable;
    }

    /// What to do about it, as a sentence to show.
    public String remedy() {
      return remedy;
    }
  }
}
