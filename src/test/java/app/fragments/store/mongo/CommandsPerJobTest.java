package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.digest.DigestGenerator;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.journal.Entry;
import app.fragments.journal.Selection;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.store.mongo.fault.InjectedFault;
import app.fragments.store.mongo.fault.WireCommand;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerStores;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Counts the store commands of a digest job on the wire.
@Timeout(60)
class CommandsPerJobTest {
  private static final String USER = "ada";
  private static final int MAX_COMMANDS = 8;

  private final List<String> commands = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private ProxiedStores proxied;
  private MongoStores stores;
  private Worker worker;

  @BeforeEach
  void open() throws Exception {
    proxied = ProxiedStores.builtIn(folder);
    proxied.proxy().at(this::record, Integer.MAX_VALUE, new InjectedFault.CutBefore());
    stores = proxied.stores();
    WorkerStores ports =
        new WorkerStores(
            stores.jobs(),
            stores.queue(),
            stores.entries(),
            stores.reports(),
            stores.heartbeatQueue(),
            stores.heartbeatJobs());
    DigestGenerator digest = new DigestGenerator();
    worker =
        new Worker(
            "worker",
            new WorkerContext(
                ports,
                _ -> digest,
                new FactCheck()::check,
                JobListener.NONE,
                WorkerFixture.SETTINGS,
                WorkerFixture.UNLIMITED));
    submit(write()); // warms up the connection and the store's clock
    worker.runUntilEmpty(); // the reconciler is not due again for a while
  }

  @AfterEach
  void close() {
    proxied.close();
  }

  private boolean record(WireCommand command) {
    String collection =
        command.document().get(command.name()).isString()
            ? command.document().getString(command.name()).getValue()
            : "";
    commands.add(command.name() + " " + collection);
    return false;
  }

  private Entry write() {
    return stores
        .entries()
        .save(
            Entry.write(
                USER,
                LocalDate.of(2026, 2, 1),
                ZoneOffset.UTC,
                Instant.EPOCH,
                "Importer",
                "Shipped the importer after 3 days of load tests."));
  }

  private JobId submit(Entry entry) {
    return new JobService(stores.jobs(), stores.queue(), stores.clock(), 1)
        .submit(
            USER,
            Selection.of(List.of(entry.id())),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT)
        .jobId();
  }

  @Test
  void a_digest_job_takes_at_most_eight_commands_from_submit_to_dequeue() {
    Entry entry = write();
    commands.clear();

    JobId id = submit(entry);
    assertThat(worker.runOne()).isTrue();

    List<String> sent = List.copyOf(commands);
    assertThat(sent.subList(0, sent.lastIndexOf("delete jobs") + 1))
        .hasSizeLessThanOrEqualTo(MAX_COMMANDS)
        .containsOnlyOnce("insert reports");
    assertThat(stores.jobs().find(id).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(stores.reports().find(USER, new ReportId(id.value()))).isPresent();
    assertThat(stores.jobs().completedWithoutSavedReport(null, 1)).isEmpty();
  }

  @Test
  void consecutive_jobs_are_marked_as_saved_in_one_write() {
    List<Entry> entries = Stream.generate(this::write).limit(10).toList();
    commands.clear();

    entries.forEach(this::submit);
    worker.runUntilEmpty();

    int overhead = 10; // the last claim, the queue's depth, marking the reports as saved
    assertThat(commands).hasSizeLessThanOrEqualTo(entries.size() * MAX_COMMANDS + overhead);
    assertThat(stores.jobs().completedWithoutSavedReport(null, 1)).isEmpty();
  }
}
