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

/// The state of the store, the queue, the generator and the Gemini key.
///
/// @param check what the store reports, or null if it cannot be used
/// @param storeError why the store cannot be used, or null
/// @param queue null if the store cannot be used
public record Diagnosis(
    @Nullable String check,
    @Nullable String storeError,
    @Nullable QueueDepth queue,
    List<RegisteredWorker> workers,
    Setting<String> generator,
    Optional<Setting<String>> key,
    List<HealthIssue> issues) {

  /// What is examined. The methods that return stores open the store, and throw
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

  /// @param online whether Gemini may be called
  public static Diagnosis of(Subject subject, boolean online) {
    Configuration configuration = subject.configuration();
    Setting<String> generator = configuration.generator();
    Optional<Setting<String>> key = configuration.geminiKey();
    List<HealthIssue> issues = new ArrayList<>();
    configuration
        .unknownGenerator()
        .ifPresent(
            message -> issues.add(new HealthIssue(HealthIssue.Kind.UNKNOWN_GENERATOR, message)));
    if (generator.value().equals("gemini") && key.isEmpty()) {
      issues.add(
          new HealthIssue(
              HealthIssue.Kind.MISSING_KEY, "The generator is Gemini, but no key is set"));
    }
    if (online && key.isPresent()) {
      subject.testKey().map(Diagnosis::ofGemini).ifPresent(issues::add);
    }
    try {
      String check = subject.checkStore();
      issues.addAll(subject.healthCheck().check());
      return new Diagnosis(
          check, null, subject.queue().depth(), subject.registry().alive(), generator, key, issues);
    } catch (StoreException e) {
      String error = String.valueOf(e.getMessage());
      issues.add(
          new HealthIssue(kindOf(e, configuration), subject.storeDescription() + ": " + error));
      return new Diagnosis(null, error, null, List.of(), generator, key, issues);
    }
  }

  private static HealthIssue.Kind kindOf(StoreException e, Configuration configuration) {
    if (e instanceof StoreUnavailableException) {
      return HealthIssue.Kind.STORE_AWAY;
    }
    return configuration.mongodbUri().isPresent()
        ? HealthIssue.Kind.STORE_REFUSES
        : HealthIssue.Kind.STORE_UNUSABLE;
  }

  private static HealthIssue ofGemini(Failure failure) {
    boolean unreachable =
        failure.kind() == FailureKind.NETWORK || failure.kind() == FailureKind.TIMEOUT;
    return new HealthIssue(
        unreachable ? HealthIssue.Kind.GEMINI_AWAY : HealthIssue.Kind.REFUSED_KEY,
        failure.message());
  }

  /// Whether the store cannot be reached; if false, it may still have rejected us.
  public boolean storeUnreachable() {
    return issues.stream().anyMatch(issue -> issue.kind() == HealthIssue.Kind.STORE_AWAY);
  }

  /// How many workers are running, in all processes.
  public int workerCount() {
    return workers.stream().mapToInt(RegisteredWorker::workers).sum();
  }
}
