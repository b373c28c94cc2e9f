package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.job.WorkerRegistryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Tests that every worker registry in a database must pass.
abstract class MongoWorkerRegistryContract extends WorkerRegistryContract {
  abstract TestStores store();

  @Override
  protected WorkerRegistry registry() {
    return store().stores().workers();
  }

  @Override
  protected void pass(Duration time) {
    store().pass(time);
  }

  @Override
  protected Instant now() {
    return store().stores().clock().now();
  }

  @Test
  void a_killed_worker_is_forgotten_after_a_day() {
    registry().announce(registered("killed", 1));
    pass(Duration.ofHours(25));
    registry().announce(registered("other", 1));

    registry().withdraw("other");

    assertThat(store().documents(MongoWorkerRegistry.COLLECTION).countDocuments()).isZero();
  }

  @Test
  void an_unreadable_worker_does_not_hide_the_others() {
    store()
        .documents(MongoWorkerRegistry.COLLECTION)
        .insertOne(
            new Document("_id", "odd").append("kind", "robot").append("seen_at", Date.from(now())));
    registry().announce(registered("one", 1));

    assertThat(registry().alive()).extracting(RegisteredWorker::id).containsExactly("one");
  }
}
