package app.fragments.job;

/// Tickets for tests that only want a job in the queue.
public final class Tickets {
  private Tickets() {}

  /// Of a job that has never run, for now.
  public static Ticket fresh(JobId id) {
    return of(id, "ada", Priority.NORMAL);
  }

  public static Ticket of(JobId id, String userId, Priority priority) {
    return new Ticket(id, userId, priority, null, 0, 0, 0);
  }

  /// Of a job that has run before.
  public static Ticket again(JobId id, long fence, int attempts, int rescues) {
    return new Ticket(id, "ada", Priority.NORMAL, null, fence, attempts, rescues);
  }
}
