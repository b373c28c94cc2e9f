package app.fragments.store.mongo;

import static app.fragments.store.mongo.ServerAbility.PROJECT_PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.report.ReportStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that every report store must pass.
abstract class ReportStoreContract {
  private static final String USER = "ada";
  private static final Instant WOVEN = Instant.parse("2026-02-07T10:00:00Z");

  private ReportStore reports;

  abstract TestStores store();

  @BeforeEach
  void open_the_store() {
    reports = store().stores().reports();
  }

  private static Report report(String title, Instant at) {
    EntryId source = EntryId.create();
    return new Report(
        new ReportId(UUID.randomUUID().toString()),
        USER,
        title,
        "weekly-progress",
        new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 7)),
        "digest",
        List.of(
            new ReportVersion(1, "# " + title, ReportVersion.Origin.WOVEN, at),
            new ReportVersion(2, "# Edited", ReportVersion.Origin.EDITED, at.plusSeconds(9))),
        List.of(new ReportSource(source, 3, "abc")),
        new CheckResult(
            List.of(
                new Flag(FlagKind.NUMBER, "42", 3, 1, "says 41"),
                new Flag(FlagKind.UNCITED, "so", 5, null, null)),
            List.of(source)),
        at,
        null);
  }

  @Test
  void a_saved_report_is_read_back_unchanged() {
    Report report = report("Weekly Progress Report", WOVEN);
    assertThat(reports.save(report)).isTrue();
    assertThat(reports.find(USER, report.id())).contains(report);
  }

  @Test
  void a_job_never_saves_two_reports() {
    Report report = report("first", WOVEN);
    reports.save(report);
    Report second =
        new Report(
            report.id(),
            USER,
            "second",
            report.template(),
            report.period(),
            report.model(),
            report.versions(),
            report.sources(),
            report.checks(),
            WOVEN,
            null);
    assertThat(reports.save(second)).isFalse();
    assertThat(reports.find(USER, report.id())).contains(report);
  }

  @Test
  @RequiresAbility(PROJECT_PARTS)
  void the_list_has_only_the_users_reports_newest_first() {
    Report old = report("old", WOVEN);
    Report fresh = report("fresh", WOVEN.plusSeconds(60));
    reports.save(fresh);
    reports.save(old);
    assertThat(reports.list(USER, 10))
        .containsExactly(header(fresh), header(old))
        .extracting(ReportHeader::fragments)
        .containsOnly(1);
    assertThat(reports.list(USER, 1)).containsExactly(header(fresh));
    assertThat(reports.list("eve", 10)).isEmpty();
    assertThat(reports.texts(USER, 10))
        .containsOnly(entry(old.id(), "# Edited"), entry(fresh.id(), "# Edited"));
    assertThat(reports.texts("eve", 10)).isEmpty();
    assertThat(reports.find("eve", old.id())).isEmpty();
  }

  private static ReportHeader header(Report report) {
    return ReportHeader.of(report);
  }

  @Test
  void a_deleted_report_can_be_restored() {
    Report report = report("deleted", WOVEN);
    reports.save(report);
    assertThat(reports.delete("eve", report.id())).isFalse();
    assertThat(reports.delete(USER, report.id())).isTrue();
    assertThat(reports.delete(USER, report.id())).isFalse();
    assertThat(reports.find(USER, report.id())).isEmpty();
    assertThat(reports.list(USER, 10)).isEmpty();
    assertThat(reports.save(report)).isFalse();
    assertThat(reports.restore(USER, report.id())).isTrue();
    assertThat(reports.restore(USER, report.id())).isFalse();
    assertThat(reports.find(USER, report.id())).contains(report);
  }
}
