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

/// Compares the store with the [Ledger] once everything has ended.
final class Audit {
  private static final int ALL = 1_000_000;
  private static final int MOST_RESCUES = 3;

  private final MongoStores stores;
  private final Ledger ledger;
  private final List<String> findings = new ArrayList<>();

  private Audit(MongoStores stores, Ledger ledger) {
    this.stores = stores;
    this.ledger = ledger;
  }

  /// @return the violations found; empty if there are none
  static List<String> of(MongoStores stores, Ledger ledger) {
    Audit audit = new Audit(stores, ledger);
    audit.run();
    return audit.findings;
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

  /// The mark of a job's entries.
  static String mark(MongoStores stores, Job job) {
    Entry first =
        stores.entries().findAll(Work.USER, job.selection().entryIds().subList(0, 1)).getFirst();
    return Work.mark(first.text());
  }

  static List<Job> jobs(MongoStores stores) {
    return stores.jobs().list(Work.USER, Set.of(), ALL);
  }

  private void run() {
    Map<JobId, Job> records = new HashMap<>();
    jobs(stores).forEach(job -> records.put(job.id(), job));
    Map<JobId, Ledger.Book> books = ledger.books();
    require(stores.queue().depth().total() == 0, "The queue is not empty");
    books.forEach(
        (id, book) ->
            require(
                !book.acknowledged || records.containsKey(id), "Acknowledged, but lost: " + id));
    records.values().forEach(job -> check(job, books.getOrDefault(job.id(), new Ledger.Book())));
    checkReports(records);
  }

  private void check(Job job, Ledger.Book book) {
    String mark = mark(stores, job);
    String name = "Job " + job.id() + " (" + mark + "): ";
    require(job.status().isTerminal(), name + "is still " + job.status());
    checkOutcome(job, mark, name);
    require(
        book.accepted.stream().distinct().count() <= 1,
        name + "more than one result was accepted, by the fences " + book.accepted);
    require(
        book.accepted.stream().allMatch(fencingToken -> fencingToken == job.fencingToken()),
        name + "the result is not the one that was accepted");
    checkCalls(job, book, mark, name);
    long untold = job.fencingToken() - book.runs.headMap(job.fencingToken(), true).size();
    require(
        job.recoveries() <= book.struck() + book.lapsed() + untold,
        name + job.recoveries() + " rescues, but fewer of its runs were cut off");
  }

  private void checkOutcome(Job job, String mark, String name) {
    boolean lost = job.failure() != null && job.failure().kind() == FailureKind.WORKER_LOST;
    if (lost) {
      // more recoveries if the run that would have given up was killed, too
      require(job.recoveries() > MOST_RESCUES, name + "given up after " + job.recoveries());
    } else if (Work.isRefused(mark)) {
      require(
          job.failure() != null && job.failure().kind() == FailureKind.BLOCKED,
          name + "should have failed as blocked: " + job.status() + " " + job.failure());
      require(job.attempts() == 1, name + job.attempts() + " tries counted, should be one");
    } else {
      require(
          job.status() == JobStatus.COMPLETED,
          name + "should be completed: " + job.status() + " " + job.failure());
      require(job.attempts() == 0, name + "a kill was counted as a try");
    }
  }

  /// At most one call per run, and none once an answer is stored. A process that was suspended just
  /// before its call still makes it after it resumes.
  private void checkCalls(Job job, Ledger.Book book, String mark, String name) {
    int calls = ledger.calls(mark);
    require(
        calls <= 1 + job.recoveries() + book.releases(),
        name
            + calls
            + " calls, "
            + job.recoveries()
            + " rescues, "
            + book.releases()
            + " releases");
    ledger
        .callsWhenPaid(mark)
        .ifPresent(
            paid -> require(calls == paid, name + "paid for again: " + paid + ", then " + calls));
    boolean lost = job.failure() != null && job.failure().kind() == FailureKind.WORKER_LOST;
    require(calls >= 1 || lost, name + "ended without a call");
  }

  private void checkReports(Map<JobId, Job> records) {
    Set<ReportId> completed = new HashSet<>();
    records.values().stream()
        .filter(job -> job.status() == JobStatus.COMPLETED)
        .forEach(job -> completed.add(new ReportId(job.id().value())));
    List<ReportId> kept =
        stores.reports().list(Work.USER, ALL).stream().map(ReportHeader::id).toList();
    require(kept.size() == completed.size(), kept.size() + " reports of " + completed.size());
    require(Set.copyOf(kept).equals(completed), "The reports are not those of the completed jobs");
  }

  private void require(boolean held, String otherwise) {
    if (!held) {
      findings.add(otherwise);
    }
  }
}
