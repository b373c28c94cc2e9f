package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.settings.KeychainSecretStore.Keychain;
import app.fragments.settings.SecretStore.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FallbackSecretStoreTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Secret KEY = Secret.GEMINI_API_KEY;

  @TempDir Path folder;
  private final FakeKeychain keychain = new FakeKeychain();

  private SecretStore file() {
    return store(FallbackSecretStoreTest::none, LONG);
  }

  private FallbackSecretStore store(Callable<Keychain> opener, Duration timeout) {
    return new FallbackSecretStore(
        new KeychainSecretStore(opener, timeout),
        new PrivateJsonFile(folder.resolve("secrets.json")));
  }

  @Test
  void a_secret_goes_to_the_keychain_if_there_is_one() {
    SecretStore store = store(() -> keychain, LONG);

    store.write(KEY, "k1");

    assertThat(keychain.passwords).containsEntry("gemini_api_key", "k1");
    assertThat(folder.resolve("secrets.json")).doesNotExist();
    assertThat(store.isKeychain()).isTrue();
    assertThat(store.place()).isEqualTo("an in-memory keychain");
    assertThat(store(() -> keychain, LONG).read(KEY)).contains("k1");
  }

  @Test
  void a_secret_goes_to_the_file_if_there_is_no_keychain() {
    SecretStore store = store(FallbackSecretStoreTest::none, LONG);

    store.write(KEY, "k1");

    assertThat(store.isKeychain()).isFalse();
    assertThat(store.place()).isEqualTo(folder.resolve("secrets.json").toString());
    assertThat(file().read(KEY)).contains("k1");
    assertThat(store.read(KEY)).contains("k1");
  }

  @Test
  void the_keychain_is_opened_on_first_use() {
    AtomicInteger opened = new AtomicInteger();
    store(
        () -> {
          opened.incrementAndGet();
          return keychain;
        },
        LONG);

    assertThat(opened).hasValue(0);
  }

  @Test
  void a_keychain_that_hangs_while_opening_counts_as_missing() {
    CountDownLatch never = new CountDownLatch(1);
    SecretStore store =
        store(
            () -> {
              never.await();
              return keychain;
            },
            SHORT);

    assertThat(store.read(KEY)).isEmpty();
    store.write(KEY, "k1");
    assertThat(file().read(KEY)).contains("k1");
  }

  @Test
  void if_the_keychain_refuses_the_secret_goes_to_the_file() {
    keychain.refuses = true;
    SecretStore store = store(() -> keychain, LONG);

    store.write(KEY, "k1");

    assertThat(file().read(KEY)).contains("k1");
    assertThat(store.read(KEY)).contains("k1");
    assertThat(store.isKeychain()).isFalse();
    assertThat(store.place()).isEqualTo(folder.resolve("secrets.json").toString());
  }

  @Test
  void a_secret_written_to_the_keychain_is_removed_from_the_file() {
    file().write(KEY, "old");
    SecretStore store = store(() -> keychain, LONG);

    store.write(KEY, "new");

    assertThat(file().read(KEY)).isEmpty();
    assertThat(store.read(KEY)).contains("new");
  }

  @Test
  void a_read_that_timed_out_is_not_repeated() throws InterruptedException {
    keychain.passwords.put("gemini_api_key", "k1");
    keychain.gate = new CountDownLatch(1);
    KeychainSecretStore store = new KeychainSecretStore(() -> keychain, SHORT);

    assertThatThrownBy(() -> store.read(KEY))
        .isInstanceOf(SecretStoreException.class)
        .hasMessage("The keychain does not respond");
    keychain.gate.countDown();
    keychain.answered.await();

    assertThat(store.read(KEY)).contains("k1");
    assertThat(keychain.reads).hasValue(1);
  }

  @Test
  void a_removed_secret_is_gone_from_keychain_and_file() {
    file().write(KEY, "old");
    keychain.passwords.put("gemini_api_key", "older");
    SecretStore store = store(() -> keychain, LONG);

    store.remove(KEY);

    assertThat(store.read(KEY)).isEmpty();
    assertThat(keychain.passwords).isEmpty();
  }

  @Test
  void the_file_holds_several_secrets_and_only_its_owner_may_read_it() throws IOException {
    file().write(KEY, "k1");
    file().write(Secret.MONGODB_URI, "mongodb://u:p@h/");
    file().remove(KEY);

    assertThat(file().read(KEY)).isEmpty();
    assertThat(file().read(Secret.MONGODB_URI)).contains("mongodb://u:p@h/");
    Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
        .isEqualTo("rw-------");
  }

  private static Keychain none() {
    throw new SecretStoreException("No keychain found", null);
  }

  private static final class FakeKeychain implements Keychain {
    final Map<String, String> passwords = new HashMap<>();
    final AtomicInteger reads = new AtomicInteger();
    final CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(0);
    boolean refuses;

    @Override
    public Optional<String> read(String account) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      reads.incrementAndGet();
      answered.countDown();
      return Optional.ofNullable(passwords.get(account));
    }

    @Override
    public void write(String account, String password) {
      if (refuses) {
        throw new SecretStoreException("Refused", null);
      }
      passwords.put(account, password);
    }

    @Override
    public void remove(String account) {
      passwords.remove(account);
    }

    @Override
    public String name() {
      return "an in-memory keychain";
    }
  }
}
