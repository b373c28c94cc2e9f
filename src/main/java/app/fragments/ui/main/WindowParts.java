package app.fragments.ui.main;

import app.fragments.job.JobId;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.entries.JournalViewModel;
import app.fragments.ui.report.ReportPart;
import app.fragments.ui.settings.SettingsPart;
import app.fragments.ui.weave.WeaveOutlet;
import app.fragments.ui.weave.WeavePart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;

/// Makes the parts that weave, show reports and hold the settings, and connects them to the journal
/// and to each other. On the FX thread.
final class WindowParts implements AutoCloseable {
  private final UiContext context;
  private final JournalViewModel journal;
  private final ReportPart report;
  private final WeavePart weave;
  private final SettingsPart settings;

  WindowParts(
      UiContext context, FxmlScreens screens, MainViewModel main, JournalViewModel journal) {
    this.context = context;
    this.journal = journal;
    report = new ReportPart(context, screens);
    weave = new WeavePart(context, screens, new Outlet(), this::period);
    settings =
        new SettingsPart(
            context, screens, weave::configurationChanged, () -> main.settingsOpen().set(false));
    weave.model().selection().bind(journal.summary());
    main.tab().subscribe(tab -> weave.watchJobs(tab == Tab.JOBS));
    main.settingsOpen()
        .addListener(
            (o, old, open) -> {
              if (open) {
                settings.page();
              } else {
                settings.flush();
              }
            });
  }

  /// As the window takes them in.
  Parts parts() {
    return new Parts(
        weave.bar(),
        report::pane,
        report.actions(),
        weave::jobsPage,
        settings::page,
        weave.jobs().live(),
        new Reports(),
        report::show);
  }

  /// Starts the workers and reads the reports; what the store has to answer comes when it is open.
  void start() {
    weave.start();
    report.reports().refresh();
  }

  /// Another process may have woven meanwhile.
  void poll() {
    report.reports().refresh();
  }

  /// Keeps what was set last, and stops the workers; the jobs in hand go back to the queue.
  @Override
  public void close() {
    settings.flush();
    weave.close();
  }

  private Optional<Period> period(List<EntryId> entries) {
    List<LocalDate> days =
        entries.stream()
            .flatMap(id -> journal.find(id).stream())
            .map(EntryHeader::date)
            .sorted()
            .toList();
    return days.isEmpty() || days.size() < entries.size()
        ? Optional.empty()
        : Optional.of(new Period(days.getFirst(), days.getLast()));
  }

  /// What weaving tells the Report tab and the list.
  private final class Outlet implements WeaveOutlet {
    @Override
    public void submitted(JobId job) {
      report.submitted(job);
    }

    @Override
    public void preview(JobId job, String markdownSoFar) {
      report.preview(job, markdownSoFar);
    }

    @Override
    public void ended(JobId job) {
      report.ended(job);
    }

    @Override
    public void clearSelection() {
      journal.ticks().clear();
    }
  }

  /// The reports as the sidebar takes them.
  private final class Reports implements SidebarReports {
    @Override
    public ObservableList<ReportHeader> reports() {
      return report.reports().reports();
    }

    @Override
    public boolean isNew(ReportId id) {
      return report.reports().unread().contains(id);
    }

    @Override
    public void open(ReportId id) {
      context.navigator().showReport(id);
    }

    @Override
    public void delete(ReportId id) {
      report.reports().delete(id);
    }
  }
}
