package app.fragments.store.mongo;

import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The server's `localTime`, read again every few seconds of use, plus the time since by this
/// machine's monotonic clock. Without a lock: callers must not wait for an unreachable store one
/// after another.
final class MongoStoreClock implements StoreClock {
  private static final Duration VALID_FOR = Duration.ofSeconds(10);
  private static final Document HELLO = new Document("hello", 1);

  private final MongoDatabase database;
  private volatile @Nullable Reading last;

  /// @param nanoTime the monotonic clock when it was `at` on the server
  private record Reading(Instant at, long nanoTime) {
    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
  }

  MongoStoreClock(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public Instant now() {
    Reading reading = last;
    return reading == null || reading.age().compareTo(VALID_FOR) > 0
        ? read()
        : reading.at().plus(reading.age());
  }

  @Override
  public Instant read() {
    long asked = System.nanoTime();
    Document reply =
        DriverErrors.translating(() -> database.runCommand(HELLO, ReadPreference.primary()));
    Date time = reply.getDate("localTime");
    if (time == null) {
      throw new StoreException("The store does not return its time", null);
    }
    // the server read its clock about half-way
    Reading reading = new Reading(time.toInstant(), asked + (System.nanoTime() - asked) / 2);
    last = reading;
    return reading.at().plus(reading.age());
  }
}
