package app.fragments.store.mongo;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.store.StoreClock;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// A store for a test class, emptied before each test: a built-in one in its own folder, or its own
/// database on the server in `FRAGMENTS_TEST_MONGODB_URI`.
public final class TestStores
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ExecutionCondition {
  public static final String URI_VARIABLE = "FRAGMENTS_TEST_MONGODB_URI";
  private static final String LIMITED_VARIABLE = "FRAGMENTS_TEST_MONGODB_LIMITED";

  private final boolean remote;
  private final String options;
  private Path folder;
  private String uri;
  private StoreLocation location;
  private final Map<ServerAbility, Boolean> tried = new EnumMap<>(ServerAbility.class);
  private MongoStores stores;

  private TestStores(boolean remote, String options) {
    this.remote = remote;
    this.options = options;
  }

  public static TestStores builtIn() {
    return new TestStores(false, "");
  }

  public static TestStores remote() {
    return remote("");
  }

  /// @param options added to the connection string, such as `retryWrites=false`
  public static TestStores remote(String options) {
    return new TestStores(true, options);
  }

  public MongoStores stores() {
    return stores;
  }

  /// Opens the same store again through a proxy.
  public ProxiedStores openProxied() throws IOException {
    return remote ? ProxiedStores.remote(uri) : ProxiedStores.builtIn(folder);
  }

  /// The same queue with a clock that is ahead by that time, so that leases have expired.
  public JobQueue queueAfter(Duration time) {
    return queueWithClock(() -> stores.clock().now().plus(time));
  }

  /// The same queue with another clock.
  public JobQueue queueWithClock(StoreClock clock) {
    return new MongoJobQueue(documents(QueueDocumentMapper.COLLECTION), clock, JobQueue.LEASE);
  }

  /// The same records with another clock.
  public JobStore jobsWithClock(StoreClock clock) {
    return new MongoJobStore(documents(JobDocumentMapper.COLLECTION), clock);
  }

  /// A collection, bypassing the ports.
  public MongoCollection<Document> documents(String collection) {
    return stores.database().getCollection(collection);
  }

  /// Lets time pass by backdating all stored times.
  public void pass(Duration time) {
    for (String name :
        List.of(
            JobDocumentMapper.COLLECTION,
            QueueDocumentMapper.COLLECTION,
            MongoWorkerRegistry.COLLECTION)) {
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
                  new Document(CommonFields.ID, document.get(CommonFields.ID)),
                  new Document("$set", earlier));
        }
      }
    }
  }

  /// Opens the store again, as the next start of the program does.
  public MongoStores openAgain() {
    return MongoStores.open(location);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean mayLack = remote && System.getenv(LIMITED_VARIABLE) != null;
    return AnnotationSupport.findAnnotation(context.getTestMethod(), RequiresAbility.class)
        .filter(_ -> mayLack)
        .flatMap(needs -> Stream.of(needs.value()).filter(this::isMissing).findFirst())
        .map(
            missing ->
                ConditionEvaluationResult.disabled("The server lacks this ability: " + missing))
        .orElseGet(
            () -> ConditionEvaluationResult.enabled("The server has all required abilities"));
  }

  private boolean isMissing(ServerAbility ability) {
    return !tried.computeIfAbsent(ability, each -> each.isSupportedBy(stores));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    open();
  }

  public void open() throws IOException {
    if (remote) {
      uri = uriOfFreshDatabase();
      location = new StoreLocation.Remote(uri);
    } else {
      folder = Files.createTempDirectory("fragments-test");
      location = new StoreLocation.BuiltIn(folder);
    }
    stores = MongoStores.open(location);
  }

  private String uriOfFreshDatabase() {
    String uri = System.getenv(URI_VARIABLE);
    String database = "fragments_test_" + UUID.randomUUID().toString().replace("-", "");
    int query = uri.indexOf('?');
    String hosts = query < 0 ? uri : uri.substring(0, query);
    int path = hosts.indexOf('/', hosts.indexOf("//") + 2);
    String withoutPath = path < 0 ? hosts : hosts.substring(0, path);
    String given = query < 0 ? "" : uri.substring(query + 1) + "&";
    return withoutPath + "/" + database + "?" + given + options;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clear();
  }

  public void clear() {
    Stream.of(
            EntryDocumentMapper.COLLECTION,
            MongoEntryHistory.COLLECTION,
            MongoPictureStore.FILES,
            MongoPictureStore.CHUNKS,
            JobDocumentMapper.COLLECTION,
            QueueDocumentMapper.COLLECTION,
            MongoWorkerRegistry.COLLECTION,
            ReportDocumentMapper.COLLECTION)
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
