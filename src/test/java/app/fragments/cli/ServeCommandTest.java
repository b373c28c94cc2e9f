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
  void the_token_is_made_once_in_a_file_for_the_user_alone() throws Exception {
    services.variables.remove("FRAGMENTS_TOKEN");
    String file = serve("--workers", "0").path("token_file").asText();
    String token = writtenToken();
    assertThat(file).isEqualTo(folder.resolve("token").toString());
    assertThat(token).matches("[0-9a-f]{64}");
    assertThat(said.toString()).contains(file).doesNotContain(token);
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
  void a_token_that_is_there_is_used_again_and_taken_from_other_users() throws Exception {
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
  void a_token_that_could_be_guessed_is_refused() {
    services.variables.put("FRAGMENTS_TOKEN", "secret");
    Outcome outcome = run("serve", "--port", "0");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("FRAGMENTS_TOKEN", "at least 16").doesNotContain("secret");
  }

  @Test
  void other_machines_are_let_in_only_where_that_is_asked_for() throws Exception {
    Outcome refused = run("serve", "--host", "0.0.0.0");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--allow-remote");

    serve("--host", "0.0.0.0", "--allow-remote", "--workers", "0");
    assertThat(said.toString()).contains("Put a proxy with TLS in front");
  }

  @Test
  void on_the_loopback_interface_nothing_is_warned_of() throws Exception {
    serve("--workers", "0");
    assertThat(said.toString())
        .contains("Serving http://127.0.0.1:", "FRAGMENTS_TOKEN")
        .doesNotContain("Warning", TOKEN);
  }

  @Test
  void a_port_that_is_taken_is_a_failure_that_says_so() throws Exception {
    serve("--workers", "0");
    Outcome second = run("serve", "--port", String.valueOf(uri.getPort()));
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains("Cannot listen on 127.0.0.1, port " + uri.getPort());
  }

  @Test
  void told_to_end_it_accepts_nothing_more_and_ends_in_good_order() throws Exception {
    serve("--workers", "2");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);

    assertThat(end()).isZero();

    assertThatThrownBy(() -> get("/healthz")).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_store_that_is_away_from_the_start_is_its_own_exit_code() {
    services.setAway();
    assertThat(run("serve", "--port", "0").exitCode()).isEqualTo(3);
  }

  @Test
  void options_that_make_no_sense_are_wrong_usage() {
    assertThat(run("serve", "--port", "70000").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--workers", "-1").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--host", "no.such.host.invalid").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--allow-host", "name:80").exitCode()).isEqualTo(2);
  }
}
