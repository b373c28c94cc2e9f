package app.fragments.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.StoreClock;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A store for a class of tests, empty before each: the built-in one in a folder of its own, or a
/// database of its own on the MongoDB that `FRAGMENTS_TEST_MONGODB_URI` names.
public final class TestStores implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  public static final String URI_VARIABLE = "FRAGMENTS_TEST_MONGODB_URI";

  private final boolean remote;
  private Path folder;
  private StoreLocation location;
  private Stores stores;

  private TestStores(boolean remote) {
    this.remote = remote;
  }

  public static TestStores builtIn() {
    return new TestStores(false);
  }

  public static TestStores remote() {
    return new TestStores(true);
  }

  public Stores stores() {
    return stores;
  }

  /// The same queue, for somebody whose clock reads that much later: leases have run out.
  public JobQueue queueAfter(Duration time) {
    return queueBy(() -> stores.clock().now().plus(time));
  }

  /// The same queue, for somebody whose clock this is.
  public JobQueue queueBy(StoreClock clock) {
    return new MongoJobQueue(documents(QueueDocuments.COLLECTION), clock);
  }

  /// The same records, for somebody whose clock this is.
  public JobStore jobsBy(StoreClock clock) {
    return new MongoJobStore(documents(JobDocuments.COLLECTION), clock);
  }

  /// What lies below the ports.
  public MongoCollection<Document> documents(String collection) {
    return stores.database().getCollection(collection);
  }

  /// Lets time pass: whatever has been stamped was stamped that much earlier.
  public void pass(Duration time) {
    for (String name :
        List.of(
            JobDocuments.COLLECTION, QueueDocuments.COLLECTION, MongoWorkerRegistry.COLLECTION)) {
      for (Document document : documents(name).find().into(new ArrayList<>())) {
        Document earlier = new Document();
        document.forEach(
            (field, value) -> {
              if (value instanceof Date date) {
                earlier.append(field, Date.from(date.toInstant().minus(time)));
              }
            });
        if (!earlier.isEmpty()) {
          documents(name)
              .updateOne(
                  new Document(Fields.ID, document.get(Fields.ID)), new Document("$set", earlier));
        }
      }
    }
  }

  /// Opens the store once more, as the next start of the program does.
  public Stores openAgain() {
    return Stores.open(location);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    open();
  }

  public void open() throws IOException {
    if (remote) {
      location = new StoreLocation.Remote(uriOfFreshDatabase());
    } else {
      folder = Files.createTempDirectory("fragments-test");
      location = new StoreLocation.BuiltIn(folder);
    }
    stores = Stores.open(location);
  }

  private static String uriOfFreshDatabase() {
    String uri = System.getenv(URI_VARIABLE);
    String database = "fragments_test_" + UUID.randomUUID().toString().replace("-", "");
    int options = uri.indexOf('?');
    String hosts = options < 0 ? uri : uri.substring(0, options);
    int path = hosts.indexOf('/', hosts.indexOf("//") + 2);
    String withoutPath = path < 0 ? hosts : hosts.substring(0, path);
    return withoutPath + "/" + database + (options < 0 ? "" : uri.substring(options));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clear();
  }

  /// Empties it.
  public void clear() {
    Stream.of(
            EntryDocuments.COLLECTION,
            JobDocuments.COLLECTION,
            QueueDocuments.COLLECTION,
            MongoWorkerRegistry.COLLECTION,
            ReportDocuments.COLLECTION)
        .forEach(name -> stores.database().getCollection(name).deleteMany(new Document()));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    close();
  }

  public void close() throws IOException {
    if (stores != null) {
      if (remote) {
        stores.database().drop();
      }
      stores.close();
    }
    if (folder != null) {
      deleteFolder(folder);
    }
  }

  static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
