package app.fragments.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Sends requests to a listening `serve` with in-memory services.
abstract class ServeTest extends CommandTest {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String TOKEN = "a-token-for-tests-0123456789";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  final HttpClient client = HttpClient.newHttpClient();
  private CompletableFuture<Integer> serving;
  URI uri;

  @BeforeEach
  void knownToken() {
    services.variables.put("FRAGMENTS_TOKEN", TOKEN);
  }

  /// Starts it on a free port and waits until it is ready.
  ///
  /// @return what it printed to standard output
  final JsonNode serve(String... options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] arguments =
        Stream.concat(Stream.of("serve", "--port", "0", "--json"), Arrays.stream(options))
            .toArray(String[]::new);
    Terminal terminal = terminal(new ByteArrayInputStream(new byte[0]), out, false);
    Executor thread = task -> Thread.ofPlatform().name("serve").start(task);
    serving =
        CompletableFuture.supplyAsync(
            () -> new Commands(services, terminal).run(arguments), thread);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!out.toString(StandardCharsets.UTF_8).endsWith("\n")) {
      if (serving.isDone() || System.nanoTime() - deadline > 0) {
        throw new AssertionError("serve did not start: " + stderr);
      }
      Thread.onSpinWait();
    }
    JsonNode announced = JSON.readTree(out.toByteArray());
    uri = URI.create(announced.path("url").asText());
    return announced;
  }

  /// Presses Ctrl+C and waits until it ends.
  final int end() throws Exception {
    ctrlC.get(1, TimeUnit.SECONDS).run();
    return serving.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  @AfterEach
  void stopServer() throws Exception {
    client.close();
    if (serving != null && !serving.isDone()) {
      end();
    }
  }

  final HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + TOKEN);
  }

  final HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  final HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  final HttpResponse<String> generate(String body) throws IOException, InterruptedException {
    return send(
        request("/reports/generate")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  static String selecting(String... ids) {
    return Stream.of(ids)
        .map(id -> "\"" + id + "\"")
        .collect(java.util.stream.Collectors.joining(",", "{\"entry_ids\":[", "]}"));
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /// Polls until the job has ended.
  final JsonNode outcome(String jobId) throws Exception {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      JsonNode job = json(get("/reports/job/" + jobId));
      if (!job.path("status").asText().matches("pending|processing")) {
        return job;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("The job did not end: " + job);
      }
      Thread.onSpinWait();
    }
  }

  final String writtenToken() throws IOException {
    return Files.readString(folder.resolve("token")).strip();
  }
}
