package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ServeCommandTest extends ServeTest {

  @Test
  void the_token_is_created_once_in_a_file_that_only_the_user_can_read() throws Exception {
    services.variables.remove("FRAGMENTS_TOKEN");
    String file = serve("--workers", "0").path("token_file").asText();
    String token = writtenToken();
    assertThat(file).isEqualTo(folder.resolve("token").toString());
    assertThat(token).matches("[0-9a-f]{64}");
    assertThat(stderr.toString()).contains(file).doesNotContain(token);
    assertThat(send(request("/metrics").setHeader("Authorization", "Bearer " + token)).statusCode())
        .isEqualTo(200);
    assertThat(get("/metrics").statusCode()).isEqualTo(401);
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "POSIX permissions");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
        .isEqualTo("rw-------");
  }

  @Test
  void an_existing_token_is_reused_and_hidden_from_other_users() throws Exception {
    services.variables.remove("FRAGMENTS_TOKEN");
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    serve("--workers", "0");
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(writtenToken()).isEqualTo(TOKEN);
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "POSIX permissions");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_token_that_is_too_short_is_rejected() {
    services.variables.put("FRAGMENTS_TOKEN", "secret");
    Outcome outcome = run("serve", "--port", "0");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("FRAGMENTS_TOKEN", "at least 16").doesNotContain("secret");
  }

  @Test
  void other_machines_are_accepted_only_on_request() throws Exception {
    Outcome refused = run("serve", "--host", "0.0.0.0");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--allow-remote");

    serve("--host", "0.0.0.0", "--allow-remote", "--workers", "0");
    assertThat(stderr.toString()).contains("Put a proxy with TLS in front");
  }

  @Test
  void there_is_no_warning_on_the_loopback_interface() throws Exception {
    serve("--workers", "0");
    assertThat(stderr.toString())
        .contains("Serving http://127.0.0.1:", "FRAGMENTS_TOKEN")
        .doesNotContain("Warning", TOKEN);
  }

  @Test
  void an_occupied_port_is_reported_as_a_failure() throws Exception {
    serve("--workers", "0");
    Outcome second = run("serve", "--port", String.valueOf(uri.getPort()));
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains("Cannot listen on 127.0.0.1, port " + uri.getPort());
  }

  @Test
  void after_a_signal_it_accepts_no_requests_and_ends_cleanly() throws Exception {
    serve("--workers", "2");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);

    assertThat(end()).isZero();

    assertThatThrownBy(() -> get("/healthz")).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_store_that_is_unreachable_at_start_exits_with_3() {
    services.setUnavailable();
    assertThat(run("serve", "--port", "0").exitCode()).isEqualTo(3);
  }

  @Test
  void invalid_options_are_usage_errors() {
    assertThat(run("serve", "--port", "70000").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--workers", "-1").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--host", "no.such.host.invalid").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--allow-host", "name:80").exitCode()).isEqualTo(2);
  }
}
