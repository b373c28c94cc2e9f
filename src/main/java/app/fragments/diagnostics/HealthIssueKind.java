package app.fragments.diagnostics;

import java.util.Locale;

/// What may be wrong with the store, its queue, and what they count on.
public enum HealthIssueKind {
  /// A worker vanished, and no other one has taken its job.
  STALE_LEASE(true, "The next worker takes the job up; --repair frees it at once"),
  /// A live record that no queue document stands for: no worker would ever find it.
  ORPHAN(true, "A running worker queues it again within a minute; --repair does at once"),
  /// A queue document whose record has ended or is gone.
  LEFTOVER(true, "A running worker clears it within a minute; --repair does at once"),
  /// A queue document that no claim can take.
  POISONED(true, "A running worker mends it within a minute; --repair does at once"),
  /// A live record that cannot be read: nobody could complete it.
  UNREADABLE_RECORD(true, "--repair ends the job as failed, so that it can be submitted again"),
  /// A live job none of whose tries is left.
  TRIES_USED_UP(true, "The next worker that claims it ends it as failed; --repair does at once"),
  /// A completed job whose report is not among the reports yet.
  REPORT_NOT_KEPT(true, "A running worker keeps it within a minute; --repair does at once"),
  /// An index that the queries count on is not there.
  MISSING_INDEX(
      true, "--repair makes it; until then the store is slow, or a double click makes two jobs"),
  /// Jobs wait, and nobody works.
  NO_WORKER(false, "Open the window, or start: fragments work"),
  /// This machine's clock and the store's differ.
  WRONG_CLOCK(false, "Set the clock that is wrong, by NTP best; leases go by the store's alone"),
  /// Nobody answers at the store's address.
  STORE_AWAY(false, "Check MONGODB_URI or Settings, the network, and whether the server runs"),
  /// A MongoDB answers, but refuses: a password, a right.
  STORE_REFUSES(
      false, "Check the address, user name and password, and the user's rights on the database"),
  /// The built-in store cannot use its folder or its file.
  STORE_UNUSABLE(
      false,
      "The message says why; FRAGMENTS_HOME names another folder, a copy mends a damaged file"),
  /// The environment names a generator that there is not.
  UNKNOWN_GENERATOR(false, "Set FRAGMENTS_GENERATOR to gemini or digest, or not at all"),
  /// Gemini is to write, and no key is known.
  MISSING_KEY(false, "MISSING: set GEMINI_API_KEY, or enter the key in Settings"),
  /// Gemini refuses the key or the model.
  REFUSED_KEY(false, "Check the key and the model in Settings; GEMINI_API_KEY goes before them"),
  /// Gemini could not be asked.
  GEMINI_AWAY(false, "Check the network and GEMINI_BASE_URL; the digest needs neither");

  private final boolean repairable;
  private final String remedy;

  HealthIssueKind(boolean repairable, String remedy) {
    this.repairable = repairable;
    this.remedy = remedy;
  }

  /// Whether [QueueHealthCheck#repair] mends it.
  public boolean repairable() {
    return repairable;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }

  /// The name in JSON.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
