package app.fragments.settings;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;

/// Secrets in the system's keychain, opened when the first one is asked for.
///
/// Each call gives up after a limit, since a keychain may wait for the user or, where the session's
/// bus is broken, for ever. A read that comes late is remembered for the next call.
final class KeychainSecretStore implements SecretStore {
  private final Duration limit;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keychain").factory());
  private final Callable<Keychain> opening;
  private final Map<Secret, Future<Optional<String>>> reads = new EnumMap<>(Secret.class);
  private @Nullable Future<Keychain> keychain;

  /// @param opening finds the keychain, or throws where there is none
  /// @param limit how long a call may take
  KeychainSecretStore(Callable<Keychain> opening, Duration limit) {
    this.opening = opening;
    this.limit = limit;
  }

  /// Whether there is a keychain that answers within the limit.
  boolean isThere() {
    try {
      await(keychain());
      return true;
    } catch (SecretStoreException e) {
      return false;
    }
  }

  @Override
  public Optional<String> read(Secret secret) {
    Future<Optional<String>> read;
    synchronized (this) {
      read = reads.computeIfAbsent(secret, s -> submit(keychain -> keychain.read(account(s))));
    }
    return await(read);
  }

  @Override
  public void write(Secret secret, String value) {
    await(
        submit(
            keychain -> {
              keychain.write(account(secret), value);
              return true;
            }));
    remember(secret, Optional.of(value));
  }

  @Override
  public void remove(Secret secret) {
    await(
        submit(
            keychain -> {
              keychain.remove(account(secret));
              return true;
            }));
    remember(secret, Optional.empty());
  }

  @Override
  public String place() {
    return await(keychain()).name();
  }

  @Override
  public boolean isKeychain() {
    return true;
  }

  private synchronized void remember(Secret secret, Optional<String> value) {
    reads.put(secret, CompletableFuture.completedFuture(value));
  }

  private synchronized Future<Keychain> keychain() {
    if (keychain == null) {
      keychain = thread.submit(opening);
    }
    return keychain;
  }

  private <T> Future<T> submit(Call<T> call) {
    Future<Keychain> opened = keychain();
    return thread.submit(() -> call.on(opened.get()));
  }

  private <T> T await(Future<T> answer) {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SecretStoreException("The keychain does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretStoreException("Interrupted while waiting for the keychain", e);
    } catch (ExecutionException e) {
      throw new SecretStoreException("The keychain cannot be used: " + e.getMessage(), e);
    }
  }

  private static String account(Secret secret) {
    return secret.name().toLowerCase(Locale.ROOT);
  }

  private interface Call<T> {
    T on(Keychain keychain) throws Exception;
  }
}
