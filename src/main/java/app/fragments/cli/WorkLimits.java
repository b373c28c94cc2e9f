package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that limit workers.
final class WorkLimits {
  private static final int MOST_DAYS = 36_500;

  @Option(names = "--tries", paramLabel = "N", description = "Attempts per job; default 1.")
  private int tries = 1;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds a job may take; default 200.")
  private int timeout = 200;

  @Option(
      names = "--per-user",
      paramLabel = "N",
      description = "Jobs of one user at once, on the whole store; default from Settings.")
  private @Nullable Integer perUser;

  @Option(
      names = "--calls-per-minute",
      paramLabel = "N",
      description = "Gemini calls of this process per minute; default from Settings.")
  private @Nullable Integer callsPerMinute;

  @Option(
      names = "--keep-completed",
      paramLabel = "DAYS",
      description = "Days to keep records of completed jobs; default from Settings. Reports stay.")
  private @Nullable Integer keepCompleted;

  @Option(
      names = "--keep-failed",
      paramLabel = "DAYS",
      description = "Days to keep records of failed and cancelled jobs; default from Settings.")
  private @Nullable Integer keepFailed;

  /// What is wrong with the values, or null.
  @Nullable String fault() {
    if (Stream.of(tries, timeout, perUser, callsPerMinute)
        .anyMatch(number -> number != null && number < 1)) {
      return "--tries, --timeout, --per-user and --calls-per-minute must be at least 1";
    }
    if (!isDays(keepCompleted) || !isDays(keepFailed)) {
      return "--keep-completed and --keep-failed must be from 1 to " + MOST_DAYS + " days";
    }
    return null;
  }

  private static boolean isDays(@Nullable Integer days) {
    return days == null || (days >= 1 && days <= MOST_DAYS);
  }

  private static @Nullable Duration days(@Nullable Integer days) {
    return days == null ? null : Duration.ofDays(days);
  }

  WorkOptions options() {
    return new WorkOptions(
        tries,
        Duration.ofSeconds(timeout),
        perUser,
        callsPerMinute,
        days(keepCompleted),
        days(keepFailed));
  }
}
