package app.fragments.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.filters.ApplyStateFilter;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.nosql.mongo.MongoDBStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/// JobRunr with its MongoDB storage, polling as often as it allows.
///
/// Creates the collections and indexes that JobRunr's migrations would create, except two partial
/// indexes for scheduled and recurring jobs. The benchmark has no such jobs, and neither server
/// supports partial indexes, so they would cost more than on MongoDB.
final class JobRunrJobs implements JobSystem {
  /// The shortest interval it allows.
  private static final Duration POLL = Duration.ofSeconds(5);

  private static final int MAX_CONNECTIONS = 20;
  private static final String PREFIX = "jobrunr_";
  private static final String JOBS = PREFIX + "jobs";
  private static final String METADATA = PREFIX + "metadata";

  private final MongoClient client;
  private final MongoDBStorageProvider storage;
  private final MongoDatabase database;
  private final JacksonJsonMapper json = new JacksonJsonMapper();
  private final JobScheduler scheduler;
  private @Nullable BackgroundJobServer server;

  private JobRunrJobs(MongoClient client, String database) {
    this.client = client;
    this.database = client.getDatabase(database);
    createCollections();
    this.storage =
        new MongoDBStorageProvider(client, database, PREFIX, DatabaseOptions.SKIP_CREATE);
    storage.setJobMapper(new JobMapper(json));
    this.scheduler = new JobScheduler(storage);
  }

  /// Configures the driver as for Fragments, plus what JobRunr requires.
  static JobRunrJobs on(String uri) {
    ConnectionString parsed = new ConnectionString(uri);
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(parsed)
            .codecRegistry(StringIds.registry())
            .applyToConnectionPoolSettings(pool -> pool.maxSize(MAX_CONNECTIONS))
            .build();
    return new JobRunrJobs(MongoClients.create(settings), BenchDatabase.name(parsed));
  }

  private void createCollections() {
    List<String> present = database.listCollectionNames().into(new ArrayList<>());
    for (String name : List.of("jobs", "recurring_jobs", "background_job_servers", "metadata")) {
      if (!present.contains(PREFIX + name)) {
        database.createCollection(PREFIX + name);
      }
    }
    index(JOBS, "jobsByStateUpdatedAtAscIdx", new Document("state", 1).append("updatedAt", 1));
    index(JOBS, "jobsByStateUpdatedAtDescIdx", new Document("state", 1).append("updatedAt", -1));
    index(PREFIX + "recurring_jobs", "createdAtIdx", new Document("createdAt", 1));
    database
        .getCollection(METADATA)
        .createIndex(Indexes.ascending("name", "owner"), new IndexOptions().name("name_owner"));
  }

  private void index(String collection, String name, Document keys) {
    database.getCollection(collection).createIndex(keys, new IndexOptions().name(name));
  }

  @Override
  public String name() {
    return "JobRunr";
  }

  @Override
  public void prepare(int jobs) {
    for (String name : List.of("jobs", "background_job_servers", "metadata")) {
      database.getCollection(PREFIX + name).deleteMany(new Document());
    }
    Instant now = Instant.now();
    database
        .getCollection(METADATA)
        .insertMany(
            List.of(
                metadata("succeeded-jobs-counter", 0L, now),
                metadata("database_version", "6.0.0", now)));
  }

  private static Document metadata(String name, Object value, Instant now) {
    return new Document("_id", name + "-cluster")
        .append("name", name)
        .append("owner", "cluster")
        .append("value", value)
        .append("createdAt", now)
        .append("updatedAt", now);
  }

  @Override
  public void submit(int from, int to) {
    scheduler.<ProbedJob, Integer>enqueue(
        IntStream.range(from, to).boxed(), (job, number) -> job.run(number));
  }

  @Override
  public void start(int workers, JobProbe probe) {
    ProbedJob job = new ProbedJob(probe);
    JobActivator activator =
        new JobActivator() {
          @Override
          public <T> T activateJob(Class<T> type) {
            return type.cast(job);
          }
        };
    server =
        new BackgroundJobServer(
            storage,
            json,
            activator,
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(POLL)
                .andWorkerCount(workers));
    server.setJobFilters(List.of(new Ended(probe)));
    server.start();
  }

  @Override
  public void stop() {
    Objects.requireNonNull(server).stop();
  }

  @Override
  public long done() {
    return storage.countJobs(StateName.SUCCEEDED);
  }

  @Override
  public void close() {
    storage.close();
    client.close();
  }

  /// The job's code; JobRunr requires a public method.
  public record ProbedJob(JobProbe probe) {
    public void run(int number) {
      probe.run(number);
    }
  }

  /// Called when a job's new state is stored.
  private record Ended(JobProbe probe) implements ApplyStateFilter {
    @Override
    public void onStateApplied(Job job, JobState before, JobState after) {
      if (after.getName() == StateName.SUCCEEDED) {
        probe.end();
      }
    }
  }
}
