package app.fragments.cli;

import app.fragments.diagnostics.HealthIssue;
import app.fragments.diagnostics.HealthIssue.Kind;
import app.fragments.job.FailureKind;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
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
record Diagnosis(
    @Nullable String check,
    @Nullable String storeError,
    @Nullable QueueDepth queue,
    List<RegisteredWorker> workers,
    Setting<String> generator,
    Optional<Setting<String>> key,
    List<HealthIssue> issues) {

  /// @param online whether Gemini may be called
  static Diagnosis of(CliServices services, boolean online) {
    Configuration configuration = services.configuration();
    Setting<String> generator = configuration.generator();
    Optional<Setting<String>> key = configuration.geminiKey();
    List<HealthIssue> issues = new ArrayList<>();
    configuration
        .unknownGenerator()
        .map(message -> new HealthIssue(Kind.UNKNOWN_GENERATOR, 1, message))
        .ifPresent(issues::add);
    if (generator.value().equals("gemini") && key.isEmpty()) {
      issues.add(
          new HealthIssue(Kind.MISSING_KEY, 1, "The generator is Gemini, but no key is set"));
    }
    if (online && key.isPresent()) {
      services
          .testKey()
          .map(failure -> new HealthIssue(kindOf(failure.kind()), 1, failure.message()))
          .ifPresent(issues::add);
    }
    try {
      String check = services.checkStore();
      issues.addAll(services.healthCheck().check());
      QueueDepth queue = services.queue().depth();
      return new Diagnosis(check, null, queue, services.registry().alive(), generator, key, issues);
    } catch (StoreException e) {
      String error = String.valueOf(e.getMessage());
      Kind rejected =
          configuration.mongodbUri().isPresent() ? Kind.STORE_REFUSES : Kind.STORE_UNUSABLE;
      Kind kind = e instanceof StoreUnavailableException ? Kind.STORE_AWAY : rejected;
      issues.add(new HealthIssue(kind, 1, services.storeDescription() + ": " + error));
      return new Diagnosis(null, error, null, List.of(), generator, key, issues);
    }
  }

  private static Kind kindOf(FailureKind failure) {
    return failure == FailureKind.NETWORK || failure == FailureKind.TIMEOUT
        ? Kind.GEMINI_AWAY
        : Kind.REFUSED_KEY;
  }

  /// Whether the store cannot be reached; if false, it may still have rejected us.
  boolean storeUnreachable() {
    return issues.stream().anyMatch(issue -> issue.kind() == Kind.STORE_AWAY);
  }

  /// How many workers are running, in all processes.
  int workerCount() {
    return workers.stream().mapToInt(RegisteredWorker::workers).sum();
  }
}
