package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how much workers may do and what they keep.
final class WorkLimits {
  private static final int MOST_DAYS = 36_500;

  @Option(names = "--tries", paramLabel = "N", description = "Runs a job may have; default 1.")
  private int tries = 1;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds a job may take; default 200.")
  private int timeout = 200;

  @Option(
      names = "--per-user",
      paramLabel = "N",
      description = "Jobs of one user at once on the whole store; default as in Settings.")
  private @Nullable Integer perUser;

  @Option(
      names = "--calls-per-minute",
      paramLabel = "N",
      description = "Calls of Gemini that this process starts in a minute; default as in Settings.")
  private @Nullable Integer callsPerMinute;

  @Option(
      names = "--keep-completed",
      paramLabel = "DAYS",
      description =
          "Days that records of completed jobs are kept; default as in Settings. Reports stay.")
  private @Nullable Integer keepCompleted;

  @Option(
      names = "--keep-failed",
      paramLabel = "DAYS",
      description =
          "Days that records of failed and cancelled jobs are kept; default as in Settings.")
  private @Nullable Integer keepFailed;

  /// What is wrong with the numbers, or null.
  @Nullable String fault() {
    if (Stream.of(tries, timeout, perUser, callsPerMinute)
        .anyMatch(number -> number != null && number < 1)) {
      return "--tries, --timeout, --per-user and --calls-per-minute are at least 1";
    }
    if (!isDays(keepCompleted) || !isDays(keepFailed)) {
      return "--keep-completed and --keep-failed are from 1 to " + MOST_DAYS + " days";
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
