package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uses the HTTP API as a script would: the packaged jar with the built-in store.
class ServeIT {
  @TempDir Path folder;

  @Test
  void a_report_is_requested_and_polled_and_a_signal_ends_the_server_cleanly() throws Exception {
    Jar jar = new Jar(folder.resolve("home"));
    String entry =
        jar.run("add", "Load test reached 900 requests.", "--json").json().path("id").asText();

    try (Served served = Served.start(jar, 1)) {
      HttpResponse<String> accepted = served.generate(entry);
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      String id = Served.json(accepted).path("job_id").asText();
      JsonNode job = served.outcome(id);
      assertThat(job.path("status").asText()).isEqualTo("completed");
      assertThat(job.path("model").asText()).isEqualTo("digest");
      assertThat(job.path("report").asText()).contains("900 requests", "[F1]");
      assertThat(served.get("/metrics").body())
          .contains("fragments_workers_alive{kind=\"serve\"} 1\n");

      Jar.Outcome ended = served.terminate();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.err()).doesNotContain(served.token());
      assertThat(jar.run("job", id, "--json").json().path("report")).isEqualTo(job.path("report"));
    }
  }
}
