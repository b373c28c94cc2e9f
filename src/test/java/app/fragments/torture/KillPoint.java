package app.fragments.torture;

/// The points of the job protocol at which a process can be held and killed.
enum KillPoint {
  /// The queue item is leased; the record is still `pending`.
  CLAIMED("claimed, record still pending"),
  STARTED("record processing"),
  BEFORE_CALL("before the generator's call"),
  DURING_CALL("during the generator's call"),
  ANSWERED("after the generator's call"),
  RAW_STORED("after the raw answer is stored"),
  COMPLETED("record completed, queue item not deleted"),
  SAVED("report saved, record not marked"),
  /// Reached only by a worker that is told to stop.
  RELEASED("released in the queue, record still processing"),
  /// Reached only by a process that submits.
  SUBMITTED("submitting, between record and queue item");

  private final String label;

  KillPoint(String label) {
    this.label = label;
  }

  /// Whether the raw answer is stored, so that the generator must not be called again.
  boolean hasStoredAnswer() {
    return this == RAW_STORED || this == COMPLETED || this == SAVED;
  }

  @Override
  public String toString() {
    return label;
  }
}
