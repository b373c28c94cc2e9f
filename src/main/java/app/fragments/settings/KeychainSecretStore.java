package app.fragments.settings;

import app.fragments.settings.SecretStore.Secret;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps secrets in the system's keychain, which is opened on first use.
///
/// Every call times out: a keychain may wait for the user, or forever if the session's bus is
/// broken. The result of a read that times out is used by the next one.
final class KeychainSecretStore {
  private final Duration timeout;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keychain").factory());
  private final Callable<Keychain> opener;
  private final Map<Secret, Future<Optional<String>>> reads = new EnumMap<>(Secret.class);
  private @Nullable Future<Keychain> keychain;

  /// The system's keychain. Calls may block and must not run concurrently.
  interface Keychain {
    Optional<String> read(String account);

    /// @throws SecretStoreException if the keychain refuses
    void write(String account, String password);

    void remove(String account);

    String name();
  }

  /// @param opener throws if there is no keychain
  KeychainSecretStore(Callable<Keychain> opener, Duration timeout) {
    this.opener = opener;
    this.timeout = timeout;
  }

  /// Whether there is a keychain that responds in time.
  boolean isAvailable() {
    try {
      await(keychain());
      return true;
    } catch (SecretStoreException e) {
      return false;
    }
  }

  Optional<String> read(Secret secret) {
    Future<Optional<String>> read;
    synchronized (this) {
      read = reads.computeIfAbsent(secret, s -> submit(keychain -> keychain.read(s.key())));
    }
    return await(read);
  }

  void write(Secret secret, String value) {
    change(secret, Optional.of(value), keychain -> keychain.write(secret.key(), value));
  }

  void remove(Secret secret) {
    change(secret, Optional.empty(), keychain -> keychain.remove(secret.key()));
  }

  private void change(Secret secret, Optional<String> value, Consumer<Keychain> change) {
    await(
        submit(
            keychain -> {
              change.accept(keychain);
              return true;
            }));
    synchronized (this) {
      reads.put(secret, CompletableFuture.completedFuture(value));
    }
  }

  String place() {
    return await(keychain()).name();
  }

  private synchronized Future<Keychain> keychain() {
    if (keychain == null) {
      keychain = thread.submit(opener);
    }
    return keychain;
  }

  private <T> Future<T> submit(Function<Keychain, T> call) {
    Future<Keychain> opened = keychain();
    return thread.submit(() -> call.apply(await(opened)));
  }

  private <T> T await(Future<T> result) {
    try {
      return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SecretStoreException("The keychain does not respond", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretStoreException("Interrupted while waiting for the keychain", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SecretStoreException known
          ? known
          : new SecretStoreException("Can't use the keychain: " + e.getMessage(), e);
    }
  }
}
