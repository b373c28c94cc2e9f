package app.fragments.diagnostics;

import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.JobQueue;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.settings.Configuration;
import app.fragments.settings.Setting;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a look at everything found.
///
/// @param check what the store says of itself, or null where it cannot be used
/// @param storeError why the store cannot be used, or null
/// @param queue how full the queue is, or null where the store cannot be used
/// @param workers who works, as far as known
/// @param findings all that is wrong
public record Diagnosis(
    @Nullable String check,
    @Nullable String storeError,
    @Nullable QueueDepth queue,
    List<RegisteredWorker> workers,
    Setting<String> generator,
    Optional<Setting<String>> key,
    List<HealthIssue> findings) {

  /// What is examined. The methods that hand out stores open the store, and throw
  /// [StoreUnavailableException] if it cannot be reached.
  public interface Subject {
    Configuration configuration();

    /// Where the store is, for people; never with a password. Does not open it.
    String storeDescription();

    /// Checks that the store can be reached and is sound.
    ///
    /// @return what it is, for people, such as "SQLite 3.51, 2,540 entries, sound"
    /// @throws StoreException if not
    String checkStore();

    JobQueue queue();

    WorkerRegistry registry();

    QueueHealthCheck healthCheck();

    /// Asks Gemini for its model with the current key, sending no text. Takes seconds.
    ///
    /// @return why Gemini cannot be used, or empty if it can
    Optional<Failure> testKey();
  }

  /// @param online whether Gemini may be asked
  public static Diagnosis of(Subject services, boolean online) {
    Setting<String> generator = services.configuration().generator();
    Optional<Setting<String>> key = services.configuration().geminiKey();
    List<HealthIssue> findings = new ArrayList<>();
    services
        .configuration()
        .unknownGenerator()
        .ifPresent(fault -> findings.add(found(HealthIssueKind.UNKNOWN_GENERATOR, fault)));
    if (generator.value().equals("gemini") && key.isEmpty()) {
      findings.add(found(HealthIssueKind.MISSING_KEY, "Gemini is to write, and no key is known"));
    }
    if (online && key.isPresent()) {
      services.testKey().map(Diagnosis::ofGemini).ifPresent(findings::add);
    }
    try {
      String check = services.checkStore();
      findings.addAll(services.healthCheck().look());
      return new Diagnosis(
          check,
          null,
          services.queue().depth(),
          services.registry().alive(),
          generator,
          key,
          findings);
    } catch (StoreException e) {
      String error = String.valueOf(e.getMessage());
      findings.add(found(kindOf(e, services), services.storeDescription() + ": " + error));
      return new Diagnosis(null, error, null, List.of(), generator, key, findings);
    }
  }

  private static HealthIssueKind kindOf(StoreException e, Subject services) {
    if (e instanceof StoreUnavailableException) {
      return HealthIssueKind.STORE_AWAY;
    }
    return services.configuration().mongodbUri().isPresent()
        ? HealthIssueKind.STORE_REFUSES
        : HealthIssueKind.STORE_UNUSABLE;
  }

  private static HealthIssue ofGemini(Failure failure) {
    HealthIssueKind kind =
        failure.kind() == FailureKind.NETWORK || failure.kind() == FailureKind.TIMEOUT
            ? HealthIssueKind.GEMINI_AWAY
            : HealthIssueKind.REFUSED_KEY;
    return found(kind, failure.message());
  }

  private static HealthIssue found(HealthIssueKind kind, String message) {
    return new HealthIssue(kind, 1, List.of(), message);
  }

  /// Whether the store cannot be reached; it may also be there and refuse.
  public boolean storeAway() {
    return findings.stream().anyMatch(finding -> finding.kind() == HealthIssueKind.STORE_AWAY);
  }
}
