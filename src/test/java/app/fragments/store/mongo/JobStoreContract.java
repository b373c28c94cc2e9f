package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.StoreContract;
import app.fragments.report.CheckResult;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Tests that every job store in a database must pass.
abstract class JobStoreContract extends StoreContract {
  abstract TestStores store();

  @Override
  protected JobStore jobs() {
    return store().stores().jobs();
  }

  @Override
  protected JobStore jobsAfter(Duration time) {
    return store().jobsWithClock(() -> store().stores().clock().now().plus(time));
  }

  @Override
  protected Instant now() {
    return store().stores().clock().now();
  }

  @Test
  @Fault(23)
  void an_unreadable_record_does_not_hide_the_others() {
    JobId good = inserted();
    String bad = JobId.create().value();
    store()
        .stores()
        .database()
        .getCollection(JobDocumentMapper.COLLECTION)
        .insertOne(new Document("_id", bad).append("user_id", USER).append("status", "dreaming"));
    assertThat(jobs.list(USER, Set.of(), 10)).extracting(Job::id).containsExactly(good);
    assertThatThrownBy(() -> jobs.find(new JobId(bad)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(bad);
  }

  @Test
  @Fault(23)
  void an_unreadable_record_can_be_failed() {
    String bad = JobId.create().value();
    var records = store().stores().database().getCollection(JobDocumentMapper.COLLECTION);
    records.insertOne(new Document("_id", bad).append("status", "pending").append("user_id", 7));
    Lease lease = lease(new JobId(bad), 1);
    assertThatThrownBy(() -> jobs.startProcessing(lease)).isInstanceOf(StoreException.class);
    assertThat(jobs.fail(lease, FAILURE, 1)).isTrue();
    assertThat(records.find(new Document("_id", bad)).first())
        .containsEntry("status", "failed")
        .containsEntry("error_kind", "NETWORK");
  }

  @Test
  @Fault(24)
  void a_report_too_large_for_a_document_is_refused_and_the_job_can_still_fail() {
    Lease lease = processing();
    JobResult huge =
        new JobResult(
            "x".repeat(17 << 20), DONE.period(), "m", null, CheckResult.NONE, DONE.sources());
    assertThatThrownBy(() -> jobs.complete(lease, huge))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("16 MB");
    assertThat(jobs.fail(lease, FAILURE, 1)).isTrue();
  }
}
