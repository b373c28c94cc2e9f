package app.fragments.generator.gemini;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a refusal asks us to wait, in the two ways it can say so.
final class RetryDelay {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
  private static final Pattern PROTOBUF = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?s");

  private RetryDelay() {}

  /// The header `Retry-After` (RFC 9110, 10.2.3): seconds, or a moment. A moment is read against
  /// the server's own clock, which the answer's `Date` tells, for ours may be wrong.
  static Optional<Duration> ofHeader(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    if (SECONDS.matcher(retryAfter).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    if (date == null) {
      return Optional.empty();
    }
    try {
      Duration wait = Duration.between(moment(date), moment(retryAfter));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime moment(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  /// `RetryInfo.retryDelay` in an error's details: a protobuf duration in JSON, such as `26s` or
  /// `1.5s`.
  static Optional<Duration> ofProtobuf(String delay) {
    var parts = PROTOBUF.matcher(delay);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String fraction = parts.group(2) == null ? "" : parts.group(2);
    long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
    return Optional.of(Duration.ofSeconds(Long.parseLong(parts.group(1)), nanos));
  }
}
