package app.fragments.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.StoreClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A store for a class of tests, empty before each: the built-in one in a folder of its own, or a
/// database of its own on the MongoDB that `FRAGMENTS_TEST_MONGODB_URI` names.
final class TestStores implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  static final String URI_VARIABLE = "FRAGMENTS_TEST_MONGODB_URI";

  private final boolean remote;
  private Path folder;
  private String uri;
  private Stores stores;

  private TestStores(boolean remote) {
    this.remote = remote;
  }

  static TestStores builtIn() {
    return new TestStores(false);
  }

  static TestStores remote() {
    return new TestStores(true);
  }

  Stores stores() {
    return stores;
  }

  /// The same store once more, by way of a proxy.
  ProxiedStores openProxied() throws IOException {
    return remote ? ProxiedStores.remote(uri) : ProxiedStores.builtIn(folder);
  }

  /// The same queue, for somebody whose clock reads that much later: leases have run out.
  JobQueue queueAfter(Duration time) {
    StoreClock later = () -> stores.clock().now().plus(time);
    return new MongoJobQueue(stores.database().getCollection(QueueDocuments.COLLECTION), later);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (remote) {
      uri = uriOfFreshDatabase();
      stores = Stores.open(new StoreLocation.Remote(uri));
    } else {
      folder = Files.createTempDirectory("fragments-test");
      stores = Stores.open(new StoreLocation.BuiltIn(folder));
    }
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
    Stream.of(
            EntryDocuments.COLLECTION,
            JobDocuments.COLLECTION,
            QueueDocuments.COLLECTION,
            ReportDocuments.COLLECTION)
        .forEach(name -> stores.database().getCollection(name).deleteMany(new Document()));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
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
