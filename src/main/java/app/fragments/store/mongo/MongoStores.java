package app.fragments.store.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreIndexes;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An open store: all ports over one client. Thread-safe. Recovers when an unreachable server comes
/// back.
public final class MongoStores implements AutoCloseable {
  private final @Nullable EmbeddedServer server;
  private final MongoClientFactory clients;
  private final MongoClient client;
  private final MongoDatabase database;
  private final String place;
  private final Duration leaseTime;
  private final StoreClock clock;
  private final EntryStore entries;
  private final JobQueue queue;
  private final MongoStoreIndexes indexes;
  private @Nullable MongoClient heartbeatClient;

  /// An open store, for the settings page and `doctor`.
  ///
  /// @param place the file, or the address without user and password
  /// @param version the server's version, or the MongoDB version that the built-in store implements
  /// @param latency how long a ping took
  public record Description(boolean builtIn, String place, String version, Duration latency) {}

  private MongoStores(
      @Nullable EmbeddedServer server,
      MongoClientFactory clients,
      String databaseName,
      String place,
      Duration leaseTime) {
    this.server = server;
    this.clients = clients;
    this.client = clients.create();
    this.database = durable(client, databaseName);
    this.place = place;
    this.leaseTime = leaseTime;
    this.clock = new MongoStoreClock(database);
    this.entries =
        new MongoEntryStore(
            database.getCollection(EntryDocumentMapper.COLLECTION),
            new MongoEntryHistory(database.getCollection(MongoEntryHistory.COLLECTION)),
            new MongoPictureStore(database, clock),
            clock);
    this.queue = queue(database, clock);
    IdIndexWorkaround workaround = new IdIndexWorkaround(database);
    this.indexes =
        new MongoStoreIndexes(
            database,
            server == null
                ? name -> workaround.supported(name, MongoStoreIndexes.of(name))
                : MongoStoreIndexes::of);
  }

  /// Writes are acknowledged once they are in the journals of a majority.
  private static MongoDatabase durable(MongoClient client, String database) {
    return client
        .getDatabase(database)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadPreference(ReadPreference.primary());
  }

  private static JobStore jobs(MongoDatabase database, StoreClock clock) {
    return new MongoJobStore(database.getCollection(JobDocumentMapper.COLLECTION), clock);
  }

  private JobQueue queue(MongoDatabase database, StoreClock clock) {
    return new MongoJobQueue(
        database.getCollection(QueueDocumentMapper.COLLECTION), clock, leaseTime);
  }

  /// Opens a store and brings its indexes and documents up to date.
  ///
  /// @throws StoreUnavailableException if a MongoDB server does not respond; may be called again
  /// @throws StoreException if the store refuses: a damaged file, a wrong password
  public static MongoStores open(StoreLocation location) {
    return open(location, JobQueue.LEASE);
  }

  /// Opens a store with another lease time, see [JobQueue#leaseTime()].
  public static MongoStores open(StoreLocation location, Duration leaseTime) {
    return switch (location) {
      case StoreLocation.BuiltIn(Path folder) -> {
        EmbeddedServer server = EmbeddedServer.start(folder);
        yield openBuiltIn(server, server.address(), leaseTime);
      }
      case StoreLocation.Remote(String uri) -> {
        ConnectionString parsed = ConnectionUri.parse(uri);
        yield prepared(
            DriverErrors.translating(
                () ->
                    new MongoStores(
                        null,
                        MongoClientFactory.remote(parsed),
                        ConnectionUri.database(parsed),
                        ConnectionUri.withoutSecret(uri),
                        leaseTime)));
      }
    };
  }

  /// Opens the store of a built-in server, which is closed with it.
  ///
  /// @param address the server's own address, or a proxy's
  static MongoStores openBuiltIn(
      EmbeddedServer server, InetSocketAddress address, Duration leaseTime) {
    return prepared(
        new MongoStores(
            server,
            MongoClientFactory.builtIn(server, address),
            ConnectionUri.DEFAULT_DATABASE,
            server.file().toString(),
            leaseTime));
  }

  private static MongoStores prepared(MongoStores stores) {
    try {
      return DriverErrors.translating(
          () -> {
            stores.indexes.ensure();
            Migrations.run(stores.database);
            return stores;
          });
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  public EntryStore entries() {
    return entries;
  }

  public JobStore jobs() {
    return jobs(database, clock);
  }

  public JobQueue queue() {
    return queue;
  }

  /// The queue for heartbeats, over a separate connection: its calls end in less than a third of
  /// the lease time even if the connection hangs.
  public JobQueue heartbeatQueue() {
    MongoDatabase separate = heartbeatDatabase();
    return queue(separate, new MongoStoreClock(separate));
  }

  /// The job records for heartbeats, see [#heartbeatQueue()].
  public JobStore heartbeatJobs() {
    MongoDatabase separate = heartbeatDatabase();
    return jobs(separate, new MongoStoreClock(separate));
  }

  private synchronized MongoDatabase heartbeatDatabase() {
    if (heartbeatClient == null) {
      heartbeatClient = clients.create(leaseTime.multipliedBy(3).dividedBy(10));
    }
    return durable(heartbeatClient, database.getName());
  }

  public ReportStore reports() {
    return new MongoReportStore(database.getCollection(ReportDocumentMapper.COLLECTION));
  }

  public WorkerRegistry workers() {
    return new MongoWorkerRegistry(database.getCollection(MongoWorkerRegistry.COLLECTION), clock);
  }

  public StoreClock clock() {
    return clock;
  }

  public StoreIndexes indexes() {
    return indexes;
  }

  /// The built-in server, for backups and checks; empty for a MongoDB server.
  public Optional<EmbeddedServer> builtIn() {
    return Optional.ofNullable(server);
  }

  MongoDatabase database() {
    return database;
  }

  /// Lets the next call log in at once, even if the server has just refused the password.
  public void retryNow() {
    clients.backoff().reset();
  }

  /// @throws StoreUnavailableException if the store does not respond
  public Description describe() {
    return DriverErrors.translating(
        () -> {
          String version = MongoClientFactory.version(database);
          long asked = System.nanoTime();
          database.runCommand(new Document("ping", 1));
          Duration latency = Duration.ofNanos(System.nanoTime() - asked);
          return new Description(server != null, place, version, latency);
        });
  }

  @Override
  public synchronized void close() {
    if (heartbeatClient != null) {
      heartbeatClient.close();
    }
    client.close();
    if (server != null) {
      server.close();
    }
  }
}
