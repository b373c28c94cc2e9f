package app.fragments.torture;

/// The moments of the protocol at which a process can be held, to be killed exactly there.
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
  /// Only a worker that is asked to end gets here.
  RELEASED("released in the queue, record says processing"),
  /// Only a process that submits gets here.
  SUBMITTED("between record and queue document at submit");

  private final String sentence;

  KillPoint(String sentence) {
    this.sentence = sentence;
  }

  /// Whether an answer is stored, so that no other may be paid for.
  boolean isPaid() {
    return this == RAW_STORED || this == COMPLETED || this == KEPT;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
