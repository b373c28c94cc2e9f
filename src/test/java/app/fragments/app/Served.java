package app.fragments.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A `serve` in its own process, and a client with its token.
final class Served implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Jar.Running running;
  private final URI uri;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Jar.Running running, JsonNode announced) throws IOException {
    this.running = running;
    this.uri = URI.create(announced.path("url").asText());
    this.token = Files.readString(Path.of(announced.path("token_file").asText())).strip();
  }

  /// Starts it on a free port and waits until it is ready.
  static Served start(Jar jar, int workers) throws Exception {
    Jar.Running running =
        jar.start("serve", "--port", "0", "--json", "--workers", String.valueOf(workers));
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!Files.readString(running.out()).endsWith("\n")) {
      if (!running.process().isAlive() || System.nanoTime() - deadline > 0) {
        running.process().destroyForcibly();
        throw new AssertionError("serve did not start: " + Files.readString(running.err()));
      }
      Thread.onSpinWait();
    }
    return new Served(running, JSON.readTree(running.out().toFile()));
  }

  Process process() {
    return running.process();
  }

  int port() {
    return uri.getPort();
  }

  String token() {
    return token;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> generate(String entryId) throws IOException, InterruptedException {
    return send(
        request("/reports/generate")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"entry_ids\":[\"%s\"],\"template\":\"weekly-progress\"}"
                        .formatted(entryId))));
  }

  /// Polls until the job has ended.
  JsonNode outcome(String jobId) throws IOException, InterruptedException {
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

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /// Sends SIGTERM and waits until it ends.
  Jar.Outcome terminate() throws IOException, InterruptedException {
    running.process().destroy();
    return running.await();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    running.process().destroyForcibly();
  }
}
