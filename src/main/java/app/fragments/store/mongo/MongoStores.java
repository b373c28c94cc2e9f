package app.fragments.store.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import app.fragments.store.StoreIndexes;
import app.fragments.store.StoreUnavailableException;
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

/// An open store: all ports over one client. Usable from any thread; a store that went away comes
/// back by itself.
public final class MongoStores implements AutoCloseable {
  private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

  private final @Nullable EmbeddedServer server;
  private final MongoClient client;
  private final MongoDatabase database;
  private final String place;
  private final StoreClock clock;
  private final EntryStore entries;
  private final JobStore jobs;
  private final JobQueue queue;
  private final ReportStore reports;
  private final WorkerRegistry workers;
  private final IndexDefinitions.Keepable keepable;
  private final StoreIndexes indexes;

  private MongoStores(
      @Nullable EmbeddedServer server,
      MongoClient client,
      String databaseName,
      String place,
      Duration leaseTime) {
    this.server = server;
    this.client = client;
    this.database =
        client
            .getDatabase(databaseName)
            .withWriteConcern(DURABLE)
            .withReadPreference(ReadPreference.primary());
    this.place = place;
    this.clock = new MongoStoreClock(database);
    this.entries =
        new MongoEntryStore(database.getCollection(EntryDocumentMapper.COLLECTION), clock);
    this.jobs = new MongoJobStore(database.getCollection(JobDocumentMapper.COLLECTION), clock);
    this.queue =
        new MongoJobQueue(database.getCollection(QueueDocumentMapper.COLLECTION), clock, leaseTime);
    this.reports = new MongoReportStore(database.getCollection(ReportDocumentMapper.COLLECTION));
    this.workers =
        new MongoWorkerRegistry(database.getCollection(MongoWorkerRegistry.COLLECTION), clock);
    this.keepable =
        server == null ? new IdIndexWorkaround(database)::keepable : IndexDefinitions.Keepable.ALL;
    this.indexes = new MongoStoreIndexes(database, keepable);
  }

  /// Opens a store, and brings its indexes and documents up to date.
  ///
  /// @throws StoreUnavailableException where a MongoDB does not answer; may be called again
  /// @throws StoreException where the store refuses: a damaged file, a wrong password
  public static MongoStores open(StoreLocation location) {
    return open(location, JobQueue.LEASE);
  }

  /// The same with leases that live for another time, see [JobQueue#leaseTime()].
  public static MongoStores open(StoreLocation location, Duration leaseTime) {
    return switch (location) {
      case StoreLocation.BuiltIn builtIn -> openBuiltIn(builtIn.folder(), leaseTime);
      case StoreLocation.Remote remote -> openRemote(remote.uri(), leaseTime);
    };
  }

  private static MongoStores openBuiltIn(Path folder, Duration leaseTime) {
    EmbeddedServer server = EmbeddedServer.start(folder);
    return openBuiltIn(server, server.address(), leaseTime);
  }

  /// Opens the store of a built-in server, which is closed with it.
  ///
  /// @param address where to reach the server: its own, or that of something in between
  static MongoStores openBuiltIn(
      EmbeddedServer server, InetSocketAddress address, Duration leaseTime) {
    MongoClient client = MongoClientFactory.builtIn(server, address);
    String place = server.file().toString();
    return prepared(
        new MongoStores(server, client, ConnectionUri.DEFAULT_DATABASE, place, leaseTime));
  }

  private static MongoStores openRemote(String uri, Duration leaseTime) {
    ConnectionString parsed = ConnectionUri.parse(uri);
    MongoClient client = DriverErrors.translating(() -> MongoClientFactory.remote(parsed));
    String place = ConnectionUri.withoutSecret(uri);
    return prepared(
        new MongoStores(null, client, ConnectionUri.database(parsed), place, leaseTime));
  }

  private static MongoStores prepared(MongoStores stores) {
    try {
      DriverErrors.translating(stores::prepare);
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  private boolean prepare() {
    IndexDefinitions.ensure(database, keepable);
    Migrations.run(database);
    return true;
  }

  public EntryStore entries() {
    return entries;
  }

  public JobStore jobs() {
    return jobs;
  }

  public JobQueue queue() {
    return queue;
  }

  public ReportStore reports() {
    return reports;
  }

  public WorkerRegistry workers() {
    return workers;
  }

  public StoreClock clock() {
    return clock;
  }

  public StoreIndexes indexes() {
    return indexes;
  }

  /// The built-in store's server, for backups and checks; empty for a MongoDB.
  public Optional<EmbeddedServer> builtIn() {
    return Optional.ofNullable(server);
  }

  /// What lies below the ports, for tests.
  MongoDatabase database() {
    return database;
  }

  /// How long the store takes to answer.
  ///
  /// @throws StoreUnavailableException where it does not
  public Duration ping() {
    long asked = System.nanoTime();
    DriverErrors.translating(() -> database.runCommand(new Document("ping", 1)));
    return Duration.ofNanos(System.nanoTime() - asked);
  }

  /// Which store this is.
  ///
  /// @throws StoreUnavailableException where it does not answer
  public StoreDescription describe() {
    String version = DriverErrors.translating(() -> MongoClientFactory.version(database));
    return new StoreDescription(
        server == null ? StoreDescription.Kind.MONGODB : StoreDescription.Kind.BUILT_IN,
        place,
        version,
        ping());
  }

  @Override
  public void close() {
    client.close();
    if (server != null) {
      server.close();
    }
  }
}
