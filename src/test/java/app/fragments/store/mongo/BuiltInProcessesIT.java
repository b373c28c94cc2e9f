package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.JobId;
import app.fragments.job.QueueItems;
import app.fragments.journal.EntryId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes on one file, some of which are killed.
class BuiltInProcessesIT {
  private static final int JOBS = 200;

  @TempDir Path folder;

  private Process start(String task, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StoreChild.class.getName(),
            task,
            folder.toString(),
            name)
        .redirectError(folder.resolve(name + ".log").toFile())
        .start();
  }

  @Test
  @Fault(4)
  void two_processes_claim_each_job_once() throws Exception {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder))) {
      IntStream.range(0, JOBS)
          .forEach(i -> stores.queue().enqueue(QueueItems.fresh(JobId.create())));
      List<Process> processes = List.of(start("claim", "one"), start("claim", "two"));
      List<String> claimed = new ArrayList<>();
      for (Process process : processes) {
        process.inputReader().lines().forEach(claimed::add);
        assertThat(process.waitFor()).isZero();
      }
      assertThat(claimed).as(failures()).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(claimed).allMatch(line -> line.endsWith(" 1"));
      assertThat(stores.queue().depth().total()).isZero();
    }
  }

  @RepeatedTest(2)
  void a_killed_process_loses_no_acknowledged_write() throws Exception {
    List<Process> processes = List.of(start("write", "one"), start("write", "two"));
    Map<String, Long> revisions = new HashMap<>();
    List<String> queued = new ArrayList<>();
    for (Process process : processes) {
      try (BufferedReader output = process.inputReader()) {
        for (int i = 0; i < 150; i++) {
          String line = output.readLine();
          assertThat(line).as(failures()).isNotNull();
          record(line, revisions, queued);
        }
        // Process.destroyForcibly closes the pipe; the handle's does not
        process.toHandle().destroyForcibly();
        // the rest of what it printed before it died
        output
            .lines()
            .filter(line -> line.split(" ").length == 3)
            .forEach(line -> record(line, revisions, queued));
      }
      process.waitFor();
    }
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder))) {
      assertThat(revisions).isNotEmpty();
      revisions.forEach(
          (id, revision) ->
              assertThat(stores.entries().find("ada", new EntryId(id)).orElseThrow().revision())
                  .isGreaterThanOrEqualTo(revision));
      assertThat(queued).allMatch(id -> stores.queue().contains(new JobId(id)));
      var server = stores.builtIn().orElseThrow();
      assertThat(server.quickCheck()).isEmpty();
      assertThat(server.indexCheck(ConnectionUri.DEFAULT_DATABASE)).isEmpty();
    }
  }

  private String failures() throws IOException {
    return Files.readString(folder.resolve("one.log"))
        + Files.readString(folder.resolve("two.log"));
  }

  private static void record(String line, Map<String, Long> revisions, List<String> queued) {
    String[] words = line.split(" ");
    if (words[0].equals("saved")) {
      revisions.merge(words[1], Long.valueOf(words[2]), Math::max);
    } else {
      queued.add(words[1]);
    }
  }
}
