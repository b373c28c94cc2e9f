package app.fragments.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A keychain in memory.
public final class InMemorySecretStore implements SecretStore {
  private final Map<Secret, String> secrets = new EnumMap<>(Secret.class);

  @Override
  public synchronized Optional<String> read(Secret secret) {
    return Optional.ofNullable(secrets.get(secret));
  }

  @Override
  public synchronized void write(Secret secret, String value) {
    secrets.put(secret, value);
  }

  @Override
  public synchronized void remove(Secret secret) {
    secrets.remove(secret);
  }

  @Override
  public String place() {
    return "the login keychain";
  }

  @Override
  public boolean isKeychain() {
    return true;
  }
}
