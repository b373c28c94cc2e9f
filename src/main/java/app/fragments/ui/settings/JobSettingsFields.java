package app.fragments.ui.settings;

import app.fragments.settings.JobSettings;
import app.fragments.settings.Settings.Range;
import app.fragments.ui.common.Messages;

/// The numbers about jobs in Settings; see [JobSettings] for units and ranges. On the FX thread.
final class JobSettingsFields {
  final ValidatedField workers;
  final ValidatedField timeout;
  final ValidatedField poll;
  final ValidatedField calls;

  /// Empty means no limit.
  final ValidatedField perUser;

  final ValidatedField keepCompleted;
  final ValidatedField keepFailed;

  private final Messages messages;
  private final Runnable onEdit;

  /// @param onEdit called after each valid edit by the user
  JobSettingsFields(Messages messages, Runnable onEdit) {
    this.messages = messages;
    this.onEdit = onEdit;
    workers = number(JobSettings.WORKERS);
    timeout = number(JobSettings.TIMEOUT_SECONDS);
    poll = number(JobSettings.POLL_SECONDS);
    calls = number(JobSettings.CALLS_PER_MINUTE);
    perUser =
        new ValidatedField(
            text ->
                text.isEmpty()
                    ? ""
                    : check(text, JobSettings.JOBS_PER_USER, "settings.error.numberOrNothing"),
            onEdit);
    keepCompleted = number(JobSettings.KEEP_DAYS);
    keepFailed = number(JobSettings.KEEP_DAYS);
  }

  private ValidatedField number(Range range) {
    return new ValidatedField(text -> check(text, range, "settings.error.number"), onEdit);
  }

  /// Nine digits fit into an int.
  private String check(String text, Range range, String errorKey) {
    return text.matches("[0-9]{1,9}") && range.contains(Integer.parseInt(text))
        ? ""
        : messages.get(errorKey, range.min(), range.max());
  }

  void load(JobSettings jobs) {
    load(workers, jobs.workers());
    load(timeout, jobs.timeoutSeconds());
    load(poll, jobs.pollSeconds());
    load(calls, jobs.callsPerMinute());
    load(keepCompleted, jobs.keepCompletedDays());
    load(keepFailed, jobs.keepFailedDays());
    int limit = jobs.jobsPerUser();
    perUser.load(limit == JobSettings.NO_LIMIT ? "" : String.valueOf(limit), null);
  }

  private static void load(ValidatedField field, int value) {
    field.load(String.valueOf(value), null);
  }

  /// The edited settings; invalid fields keep their value in `before`.
  JobSettings edited(JobSettings before) {
    return new JobSettings(
        number(poll, before.pollSeconds()),
        number(timeout, before.timeoutSeconds()),
        number(workers, before.workers()),
        number(keepCompleted, before.keepCompletedDays()),
        number(keepFailed, before.keepFailedDays()),
        number(calls, before.callsPerMinute()),
        perUser.value().isEmpty() ? JobSettings.NO_LIMIT : number(perUser, before.jobsPerUser()));
  }

  private static int number(ValidatedField field, int before) {
    return field.isValid() ? Integer.parseInt(field.value()) : before;
  }
}
