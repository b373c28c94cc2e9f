package app.fragments.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

public final class InMemorySecretStore implements SecretStore {
  private final Map<Secret, String> secrets = new EnumMap<>(Secret.class);

  @Override
  public Optional<String> read(Secret secret) {
    return Optional.ofNullable(secrets.get(secret));
  }

  @Override
  public void write(Secret secret, String value) {
    secrets.put(secret, value);
  }

  @Override
  public void remove(Secret secret) {
    secrets.remove(secret);
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public boolean isKeychain() {
    return false;
  }
}
