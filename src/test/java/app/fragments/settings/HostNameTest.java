package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HostNameTest {
  @Test
  void a_name_from_the_environment_is_known_at_once() {
    assertThat(HostName.of(new Environment(Map.of("HOSTNAME", "build-host"))).ifKnown())
        .contains("build-host");
    assertThat(HostName.of(new Environment(Map.of("COMPUTERNAME", "ADA-PC"))).ifKnown())
        .contains("ADA-PC");
  }

  @Test
  void otherwise_the_name_is_looked_up_in_the_background() {
    HostName host = HostName.of(new Environment(Map.of()));

    assertThat(host.get()).isNotBlank();
    assertThat(host.ifKnown()).contains(host.get());
  }
}
