package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.QueueItems;
import app.fragments.store.StoreUnavailableException;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import app.fragments.store.mongo.fault.FaultProxy;
import app.fragments.store.mongo.fault.InjectedFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HeartbeatConnectionTest {
  private static final Duration LEASE = Duration.ofSeconds(3);

  @TempDir Path folder;
  private FaultProxy proxy;
  private MongoStores stores;

  @BeforeEach
  void open() throws IOException {
    EmbeddedServer server = EmbeddedServer.start(folder);
    proxy = new FaultProxy(server.address());
    stores = MongoStores.openBuiltIn(server, proxy.address(), LEASE);
  }

  @AfterEach
  void close() {
    stores.close();
    proxy.close();
  }

  @Test
  void a_heartbeat_on_a_hung_connection_fails_within_a_third_of_the_lease() {
    JobQueue heartbeats = stores.heartbeatQueue();
    Lease lease = lease();
    assertThat(heartbeats.heartbeat(lease)).isTrue();
    proxy.at(
        command -> command.isOn(QueueDocumentMapper.COLLECTION),
        new InjectedFault.Delay(Duration.ofSeconds(20)));

    long start = System.nanoTime();
    assertThatThrownBy(() -> heartbeats.heartbeat(lease))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LEASE.dividedBy(3));
    assertThat(heartbeats.heartbeat(lease)).isTrue();
  }

  @Test
  void heartbeats_see_the_same_queue_and_records_as_the_store() {
    Lease lease = lease();

    assertThat(stores.heartbeatQueue().contains(lease.jobId())).isTrue();
    assertThat(stores.heartbeatQueue().leaseTime()).isEqualTo(LEASE);
    assertThat(stores.heartbeatJobs().find(lease.jobId())).isEmpty();
  }

  private Lease lease() {
    stores.queue().enqueue(QueueItems.fresh(JobId.create()));
    return stores.queue().claim(ClaimRequest.of("a worker")).orElseThrow();
  }
}
