package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.ReportId;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.parts.Week;
import app.fragments.ui.parts.WindowFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Opening a report while the store is unreachable.
class ReportOutageTest {
  private static final ReportId FIRST = new ReportId("r1");
  private static final ReportId SECOND = new ReportId("r2");

  private WindowFixture world;
  private ReportViewModel model;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          keep(FIRST);
          keep(SECOND);
          model = new ReportViewModel(world.context, new ReportsViewModel(world.context));
          model.open(FIRST);
        });
    FxThread.await("the first", () -> model.state().get() == ReportViewModel.State.SHOWN);
  }

  @AfterEach
  void close() {
    FxThread.run(() -> world.close());
  }

  @Test
  void the_report_opens_when_the_store_is_back() {
    leave(SECOND);
    assertThat(FxThread.call(() -> model.state().get())).isEqualTo(ReportViewModel.State.LOADING);

    comeBack();

    FxThread.await("the second", () -> model.state().get() == ReportViewModel.State.SHOWN);
    assertThat(FxThread.call(() -> model.report.get().report().id())).isEqualTo(SECOND);
  }

  @Test
  void a_delayed_report_does_not_replace_one_opened_since() {
    leave(SECOND);

    world.unavailable = false;
    FxThread.run(() -> model.open(FIRST));

    FxThread.await("the first", () -> model.state().get() == ReportViewModel.State.SHOWN);
    assertThat(FxThread.call(() -> model.report.get().report().id())).isEqualTo(FIRST);
  }

  private void leave(ReportId wanted) {
    world.unavailable = true;
    FxThread.run(() -> model.open(wanted));
    FxThread.await(
        "the outage is noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);
  }

  private void comeBack() {
    world.unavailable = false;
    FxThread.run(() -> world.health.answered());
  }

  private void keep(ReportId id) {
    world.reports.save(
        new Report(
            id,
            Week.USER,
            "Weekly Progress Report",
            "weekly-progress",
            Period.of(world.week),
            "gemini-flash-latest",
            List.of(
                new ReportVersion(1, Week.REPORT, ReportVersion.Origin.WOVEN, world.clock.now())),
            world.week.stream().map(ReportSource::of).toList(),
            new CheckResult(List.of(), List.of()),
            world.clock.now(),
            null));
  }
}
