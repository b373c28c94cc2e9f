package app.fragments.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.StoreClock;
import app.fragments.journal.EntryStore;
import app.fragments.journal.StoreException;
import app.fragments.journal.StoreUnavailableException;
import app.fragments.mongo.embedded.EmbeddedServer;
import app.fragments.report.ReportStore;
import com.mongodb.ConnectionString;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An open store: all five ports over one client. Usable from any thread; a store that went away
/// comes back by itself.
public final class Stores implements AutoCloseable {
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

  private Stores(
      @Nullable EmbeddedServer server, MongoClient client, String databaseName, String place) {
    this.server = server;
    this.client = client;
    this.database =
        client
            .getDatabase(databaseName)
            .withWriteConcern(DURABLE)
            .withReadPreference(ReadPreference.primary());
    this.place = place;
    this.clock = new MongoStoreClock(database);
    this.entries = new MongoEntryStore(database.getCollection(EntryDocuments.COLLECTION), clock);
    this.jobs = new MongoJobStore(database.getCollection(JobDocuments.COLLECTION), clock);
    this.queue = new MongoJobQueue(database.getCollection(QueueDocuments.COLLECTION), clock);
    this.reports = new MongoReportStore(database.getCollection(ReportDocuments.COLLECTION));
  }

  /// Opens a store, and brings its indexes and documents up to date.
  ///
  /// @throws StoreUnavailableException where a MongoDB does not answer; may be called again
  /// @throws StoreException where the store refuses: a damaged file, a wrong password
  public static Stores open(StoreLocation location) {
    Stores stores =
        switch (location) {
          case StoreLocation.BuiltIn builtIn -> openBuiltIn(builtIn.folder());
          case StoreLocation.Remote remote -> openRemote(remote.uri());
        };
    try {
      DriverErrors.translating(stores::prepare);
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  private static Stores openBuiltIn(Path folder) {
    EmbeddedServer server = EmbeddedServer.start(folder);
    return new Stores(
        server, Clients.builtIn(server), ConnectionUri.DEFAULT_DATABASE, server.file().toString());
  }

  private static Stores openRemote(String uri) {
    ConnectionString parsed = ConnectionUri.parse(uri);
    return new Stores(
        null,
        DriverErrors.translating(() -> Clients.remote(parsed)),
        ConnectionUri.database(parsed),
        ConnectionUri.withoutSecret(uri));
  }

  private boolean prepare() {
    if (server == null) {
      Indexes.ensureRemote(database);
    } else {
      Indexes.ensure(database);
    }
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

  public StoreClock clock() {
    return clock;
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
    String version = DriverErrors.translating(() -> Clients.version(database));
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
