package app.fragments.torture;

/// The points of the protocol at which a process can be held in order to kill it exactly there.
enum KillPoint {
  /// The queue document is leased, the record still says `pending`.
  CLAIMED("claimed, record untouched"),
  STARTED("record says processing"),
  BEFORE_CALL("before the generator call"),
  DURING_CALL("during the generator call"),
  ANSWERED("after the answer"),
  RAW_STORED("after the raw answer is stored"),
  COMPLETED("record completed, queue document there"),
  KEPT("report kept, record not marked so"),
  /// Reached only by a worker that has received SIGTERM.
  RELEASED("released in the queue, record says processing"),
  /// Reached only by a process that submits.
  SUBMITTED("between record and queue document at submit");

  private final String sentence;

  KillPoint(String sentence) {
    this.sentence = sentence;
  }

  /// Whether a raw answer is stored, so that the generator must not be called again.
  boolean isPaid() {
    return this == RAW_STORED || this == COMPLETED || this == KEPT;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
