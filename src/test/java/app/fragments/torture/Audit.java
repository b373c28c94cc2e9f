package app.fragments.torture;

import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.journal.Entry;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.store.mongo.MongoStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares the store with the [Ledger] after all jobs have ended.
final class Audit {
  private static final int ALL = 1_000_000;
  private static final int MAX_RECOVERIES = 3;

  private final MongoStores stores;
  private final Ledger ledger;
  private final List<String> violations = new ArrayList<>();

  private Audit(MongoStores stores, Ledger ledger) {
    this.stores = stores;
    this.ledger = ledger;
  }

  /// @return the discrepancies; empty if there are none
  static List<String> of(MongoStores stores, Ledger ledger) {
    Audit audit = new Audit(stores, ledger);
    audit.run();
    return audit.violations;
  }

  /// Whether no job waits or runs, and every report is saved.
  static boolean isSettled(MongoStores stores) {
    return stores.queue().depth().total() == 0
        && stores.jobs().list(Work.USER, live(), 1).isEmpty()
        && stores.jobs().completedWithoutSavedReport(null, 1).isEmpty();
  }

  private static Set<JobStatus> live() {
    return Set.of(JobStatus.values()).stream()
        .filter(status -> !status.isTerminal())
        .collect(Collectors.toSet());
  }

  /// The marker in a job's entries.
  static String marker(MongoStores stores, Job job) {
    Entry first =
        stores.entries().findAll(Work.USER, job.selection().entryIds().subList(0, 1)).getFirst();
    return Work.marker(first.text());
  }

  static List<Job> jobs(MongoStores stores) {
    return stores.jobs().list(Work.USER, Set.of(), ALL);
  }

  private void run() {
    Map<JobId, Job> records = new HashMap<>();
    jobs(stores).forEach(job -> records.put(job.id(), job));
    Map<JobId, Ledger.JobHistory> histories = ledger.histories();
    require(stores.queue().depth().total() == 0, "The queue is not empty");
    histories.forEach(
        (id, history) ->
            require(
                !history.acknowledged || records.containsKey(id), "Acknowledged, but lost: " + id));
    records
        .values()
        .forEach(job -> checkJob(job, histories.getOrDefault(job.id(), new Ledger.JobHistory())));
    checkReports(records);
  }

  private void checkJob(Job job, Ledger.JobHistory history) {
    String marker = marker(stores, job);
    String name = "Job " + job.id() + " (" + marker + "): ";
    require(job.status().isTerminal(), name + "is still " + job.status());
    checkOutcome(job, marker, name);
    require(
        history.accepted.stream().distinct().count() <= 1,
        name + "more than one result was accepted, with the fencing tokens " + history.accepted);
    require(
        history.accepted.stream().allMatch(fencingToken -> fencingToken == job.fencingToken()),
        name + "the stored result is not the accepted one");
    checkCalls(job, history, marker, name);
    long unreported = job.fencingToken() - history.runs.headMap(job.fencingToken(), true).size();
    require(
        job.recoveries()
            <= history.interrupted() + history.lostLeases() + history.refusedStarts() + unreported,
        name + job.recoveries() + " recoveries, but fewer of its runs were interrupted");
  }

  private void checkOutcome(Job job, String marker, String name) {
    boolean workerLost = job.failure() != null && job.failure().kind() == FailureKind.WORKER_LOST;
    if (workerLost) {
      // more if the run that would have failed the job was killed too
      require(
          job.recoveries() > MAX_RECOVERIES,
          name + "failed after only " + job.recoveries() + " recoveries");
    } else if (Work.isRefused(marker)) {
      require(
          job.failure() != null && job.failure().kind() == FailureKind.BLOCKED,
          name + "should be failed as blocked: " + job.status() + " " + job.failure());
      require(job.attempts() == 1, name + job.attempts() + " attempts instead of 1");
    } else {
      require(
          job.status() == JobStatus.COMPLETED,
          name + "should be completed: " + job.status() + " " + job.failure());
      require(job.attempts() == 0, name + "a kill counted as an attempt");
    }
  }

  /// At most one call per run, and none once a response is stored. But a process suspended just
  /// before its call still makes it when it resumes.
  private void checkCalls(Job job, Ledger.JobHistory history, String marker, String name) {
    int calls = ledger.calls(marker);
    require(
        calls <= 1 + job.recoveries() + history.releases(),
        name
            + calls
            + " calls, "
            + job.recoveries()
            + " recoveries, "
            + history.releases()
            + " releases");
    ledger
        .callsWhenStored(marker)
        .ifPresent(
            callsBefore ->
                require(
                    calls == callsBefore,
                    name + "paid for again: " + callsBefore + " calls, then " + calls));
    boolean workerLost = job.failure() != null && job.failure().kind() == FailureKind.WORKER_LOST;
    require(calls >= 1 || workerLost, name + "ended without a call");
  }

  private void checkReports(Map<JobId, Job> records) {
    Set<ReportId> completed = new HashSet<>();
    records.values().stream()
        .filter(job -> job.status() == JobStatus.COMPLETED)
        .forEach(job -> completed.add(new ReportId(job.id().value())));
    List<ReportId> saved =
        stores.reports().list(Work.USER, ALL).stream().map(ReportHeader::id).toList();
    require(
        saved.size() == completed.size(),
        saved.size() + " reports for " + completed.size() + " completed jobs");
    require(Set.copyOf(saved).equals(completed), "The reports do not belong to the completed jobs");
  }

  private void require(boolean condition, String violation) {
    if (!condition) {
      violations.add(violation);
    }
  }
}
