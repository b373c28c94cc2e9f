package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeErrors;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.job.JobId;
import app.fragments.job.Priority;
import app.fragments.job.QueueItem;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `doctor` in its own process with broken stores, keys and networks.
class DoctorIT {
  @TempDir Path folder;
  private Path home;
  private Jar jar;

  @BeforeEach
  void freshHome() {
    home = folder.resolve("home");
    jar = new Jar(home);
  }

  private static List<String> kinds(JsonNode found) {
    return found.path("findings").valueStream().map(one -> one.path("kind").asText()).toList();
  }

  @Test
  void a_broken_queue_is_reported_and_healthy_after_repair() throws Exception {
    JobId lost = JobId.create();
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home))) {
      stores.queue().enqueue(new QueueItem(lost, "tester", Priority.NORMAL, null, 0, 0, 0));
    }

    Jar.Outcome broken = jar.run("doctor", "--json");
    assertThat(broken.exitCode()).as(broken.out()).isEqualTo(1);
    assertThat(kinds(broken.json())).contains("leftover");
    assertThat(broken.out()).contains(lost.value());

    Jar.Outcome repaired = jar.run("doctor", "--repair", "--json");
    assertThat(repaired.exitCode()).as(repaired.out()).isZero();
    assertThat(repaired.json().path("repaired").path(0).path("kind").asText())
        .isEqualTo("leftover");
    assertThat(jar.run("doctor").exitCode()).isZero();
  }

  @Test
  void an_unreachable_store_is_named_without_its_password() throws Exception {
    int port = freePort();
    String uri = "mongodb://ada:s3cret@127.0.0.1:" + port + "/?serverSelectionTimeoutMS=500";
    Jar.Outcome unreachable = jar.with("MONGODB_URI", uri).run("doctor", "--json");

    assertThat(unreachable.exitCode()).isEqualTo(3);
    JsonNode finding = unreachable.json().path("findings").path(0);
    assertThat(finding.path("kind").asText()).isEqualTo("store_away");
    assertThat(finding.path("message").asText())
        .contains("127.0.0.1:" + port, "Connection refused");
    assertThat(unreachable.out() + unreachable.err()).doesNotContain("s3cret");
  }

  @Test
  void a_rejected_key_and_an_unreachable_gemini_are_different_issues() throws Exception {
    try (FakeGemini gemini = FakeGemini.start()) {
      gemini.answer(FakeAnswer.refusal(400, FakeErrors.wrongKey()));
      jar.with("GEMINI_API_KEY", "a-key").with("GEMINI_BASE_URL", gemini.baseUrl());
      assertThat(jar.run("doctor").exitCode()).as("Gemini is not called without --online").isZero();
      assertThat(gemini.requests()).isEmpty();

      Jar.Outcome refused = jar.run("doctor", "--online", "--json");
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(kinds(refused.json())).containsExactly("refused_key");

      gemini.answer(FakeAnswer.report());
      assertThat(jar.run("doctor", "--online").exitCode()).isZero();
    }
    jar.with("GEMINI_BASE_URL", "http://127.0.0.1:" + freePort());
    assertThat(kinds(jar.run("doctor", "--online", "--json").json()))
        .containsExactly("gemini_away");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
