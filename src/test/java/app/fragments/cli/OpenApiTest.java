package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// Checks the API description against the server: triggers each described response and validates
/// its headers and body.
class OpenApiTest extends ServeTest {
  private static final JsonNode FILE =
      JSON.valueToTree(
          new Yaml()
              .load(OpenApiTest.class.getResourceAsStream("/app/fragments/http/openapi.yaml")));
  private static final String JSON_TYPE = "application/json";

  private final Map<String, Trigger> triggers = new TreeMap<>();
  private String entry;

  /// Makes the server send a certain response.
  @FunctionalInterface
  private interface Trigger {
    HttpResponse<String> answer() throws Exception;
  }

  @BeforeEach
  void anEntry() {
    entry = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
  }

  private void triggers() {
    String generate = "post /reports/generate ";
    triggers.put(generate + 202, () -> generate(selecting(entry)));
    triggers.put(generate + 400, () -> generate("{"));
    triggers.put(generate + 401, () -> withoutToken("/reports/generate", "POST"));
    triggers.put(generate + 404, () -> generate(selecting("nothing")));
    triggers.put(generate + 413, () -> generate(" ".repeat(2 * 1024 * 1024)));
    triggers.put(generate + 415, () -> send(post("/reports/generate")));
    triggers.put(generate + 421, () -> misdirected("/reports/generate", "POST"));
    triggers.put(generate + 422, () -> generate("{}"));
    triggers.put(generate + 500, () -> whileBroken(() -> generate(selecting(entry))));
    triggers.put(generate + 503, () -> whileUnavailable(() -> generate(selecting(entry))));

    String job = "get /reports/job/{jobId} ";
    triggers.put(job + 200, () -> get("/reports/job/" + submitted()));
    triggers.put(job + 401, () -> withoutToken("/reports/job/x", "GET"));
    triggers.put(job + 404, () -> get("/reports/job/x"));
    triggers.put(job + 421, () -> misdirected("/reports/job/x", "GET"));
    triggers.put(job + 500, () -> whileBroken(() -> get("/reports/job/x")));
    triggers.put(job + 503, () -> whileUnavailable(() -> get("/reports/job/x")));

    String search = "get /entries ";
    triggers.put(search + 200, () -> get("/entries?query=shipped"));
    triggers.put(search + 401, () -> withoutToken("/entries?query=x", "GET"));
    triggers.put(search + 421, () -> misdirected("/entries?query=x", "GET"));
    triggers.put(search + 422, () -> get("/entries?query=x&limit=0"));
    triggers.put(search + 500, () -> whileBroken(() -> get("/entries?query=x")));
    triggers.put(search + 503, () -> whileUnavailable(() -> get("/entries?query=x")));

    triggers.put("get /healthz 200", () -> get("/healthz"));
    triggers.put("get /healthz 421", () -> misdirected("/healthz", "GET"));
    triggers.put("get /healthz 503", () -> whileUnavailable(() -> get("/healthz")));
    triggers.put("get /metrics 200", () -> get("/metrics"));
    triggers.put("get /metrics 401", () -> withoutToken("/metrics", "GET"));
    triggers.put("get /metrics 421", () -> misdirected("/metrics", "GET"));
    triggers.put("get /openapi.yaml 200", () -> get("/openapi.yaml"));
    triggers.put("get /openapi.yaml 421", () -> misdirected("/openapi.yaml", "GET"));
  }

  private HttpRequest.Builder post(String path) {
    return request(path).POST(BodyPublishers.ofString("{}"));
  }

  private HttpResponse<String> withoutToken(String path, String method) throws Exception {
    return send(
        request(path)
            .setHeader("Authorization", "Bearer wrong")
            .method(method, BodyPublishers.noBody()));
  }

  /// Sends a request for another host to this server, as DNS rebinding does.
  private HttpResponse<String> misdirected(String path, String method) throws Exception {
    InetSocketAddress endpoint = new InetSocketAddress(uri.getHost(), uri.getPort());
    try (HttpClient astray = HttpClient.newBuilder().proxy(ProxySelector.of(endpoint)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://evil.example" + path))
              .method(method, BodyPublishers.noBody())
              .build();
      return astray.send(request, BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> whileBroken(Trigger request) throws Exception {
    services.breakConfiguration();
    return request.answer();
  }

  private HttpResponse<String> whileUnavailable(Trigger request) throws Exception {
    services.setUnavailable();
    return request.answer();
  }

  private String submitted() throws Exception {
    return json(generate(selecting(entry))).path("job_id").asText();
  }

  private static JsonNode operation(String name) {
    String[] parts = name.split(" ");
    return FILE.path("paths").path(parts[1]).path(parts[0]);
  }

  private static JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : FILE.at(reference.asText().substring(1));
  }

  private static void assertFits(JsonNode schema, JsonNode value) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", FILE.path("components"));
    whole.set("allOf", JSON.createArrayNode().add(schema));
    assertThat(
            SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(whole).validate(value))
        .as(value.toPrettyString())
        .isEmpty();
  }

  /// Each method, path and status in the description.
  private static Stream<String> described() {
    return FILE.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .flatMap(
                        method ->
                            method.getValue().path("responses").properties().stream()
                                .map(
                                    status ->
                                        String.join(
                                            " ",
                                            method.getKey(),
                                            path.getKey(),
                                            status.getKey()))));
  }

  @Test
  void exactly_the_described_responses_are_tested() {
    triggers();
    assertThat(described()).containsExactlyInAnyOrderElementsOf(triggers.keySet());
  }

  @ParameterizedTest
  @MethodSource("described")
  void each_response_is_as_described(String name) throws Exception {
    serve("--workers", "0");
    triggers();
    HttpResponse<String> answer = triggers.get(name).answer();
    String status = name.substring(name.lastIndexOf(' ') + 1);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(status));
    JsonNode described = resolved(operation(name).path("responses").path(status));
    described
        .path("headers")
        .properties()
        .forEach(
            header ->
                assertThat(answer.headers().firstValue(header.getKey()))
                    .as(header.getKey())
                    .isPresent());
    String type = answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
    JsonNode content = described.path("content").path(type.toLowerCase(Locale.ROOT));
    assertThat(content.isObject()).as(type).isTrue();
    if (type.equals(JSON_TYPE)) {
      assertFits(content.path("schema"), json(answer));
    }
  }

  @Test
  void a_job_fits_its_schema_in_every_state() throws Exception {
    JsonNode schema = FILE.at("/components/schemas/Job");
    serve("--workers", "1");
    JsonNode completed = outcome(submitted());
    assertThat(completed.path("status").asText()).isEqualTo("completed");
    assertFits(schema, completed);

    services.answer =
        (_, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "The key was refused", null);
        };
    JsonNode failed = outcome(submitted());
    assertThat(failed.path("error_kind").asText()).isEqualTo("AUTH");
    assertFits(schema, failed);

    String delayed =
        json(generate(
                "{\"entry_ids\":[\"%s\"],\"delay_seconds\":60,\"generator\":\"digest\"}"
                    .formatted(entry)))
            .path("job_id")
            .asText();
    assertFits(schema, json(get("/reports/job/" + delayed)));
    services.jobService().cancel(FakeCliServices.USER, new JobId(delayed));
    JsonNode cancelled = json(get("/reports/job/" + delayed));
    assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
    assertFits(schema, cancelled);
  }

  @Test
  void the_description_lists_all_failure_kinds() {
    assertThat(FILE.at("/components/schemas/FailedJob/properties/error_kind/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(FailureKind.values()).map(Enum::name).toList());
  }

  @Test
  void the_example_request_fits_its_schema() {
    JsonNode media = operation("post /reports/generate").at("/requestBody/content").path(JSON_TYPE);
    assertFits(media.path("schema"), media.path("example"));
  }
}
