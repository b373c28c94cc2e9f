package app.fragments.job;

import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A job to submit.
///
/// @param template the id of the report template
/// @param notBefore when it may start by the store's clock, or null for at once
/// @param maxAttempts how many runs may fail before the job does, at least 1
/// @param retryOf the failed job that this one repeats, or null
public record NewJob(
    JobId id,
    String userId,
    Selection selection,
    String template,
    JobOptions options,
    Priority priority,
    @Nullable Instant notBefore,
    int maxAttempts,
    @Nullable JobId retryOf) {

  /// Identifies what is woven and for whom: at most one live job has it.
  public String activeKey() {
    String entries =
        selection.entryIds().stream().map(EntryId::value).sorted().collect(Collectors.joining(","));
    String all =
        String.join(
            "\0", userId, entries, template, Objects.requireNonNullElse(options.generator(), ""));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
