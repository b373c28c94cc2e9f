package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.Priority;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The responses of the HTTP API, over real connections.
class HttpApiTest extends ServeTest {

  private static void assertRefused(HttpResponse<String> response, int status, String kind)
      throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode error = json(response);
    assertThat(error.properties().stream().map(field -> field.getKey()))
        .containsExactly("error", "error_kind");
    assertThat(error.path("error_kind").asText()).isEqualTo(kind);
    assertThat(error.path("error").asText()).isNotBlank();
  }

  private Entry ofBerta() {
    Entry entry = write("2026-02-03", "09:00", "Hers", "Secret of Berta.");
    services.entries.trash(FakeCliServices.USER, List.of(entry.id()));
    services.entries.purge(FakeCliServices.USER, List.of(entry.id()));
    return services.entries.save(
        Entry.write(
            "berta",
            entry.date(),
            FakeCliServices.BERLIN,
            entry.createdAt(),
            "Hers",
            "Secret of Berta."));
  }

  @Test
  void a_report_can_be_requested_and_fetched() throws Exception {
    Entry friday = write("2026-02-06", "16:20", "Friday", "Shipped.");
    Entry monday = write("2026-02-02", "09:00", "Monday", "First.");
    serve();

    HttpResponse<String> accepted = generate(selecting(friday.id().value(), monday.id().value()));

    assertThat(accepted.statusCode()).isEqualTo(202);
    JsonNode submission = json(accepted);
    assertThat(submission.properties().stream().map(field -> field.getKey()))
        .containsExactly("job_id", "status", "message");
    assertThat(submission.path("status").asText()).isEqualTo("pending");
    assertThat(submission.path("message").asText())
        .isEqualTo("Report generation started in background");
    String id = submission.path("job_id").asText();
    assertThat(accepted.headers().firstValue("Location")).contains("/reports/job/" + id);
    JsonNode job = outcome(id);
    assertThat(job.path("status").asText()).isEqualTo("completed");
    assertThat(job.path("report").asText())
        .as("oldest first, whatever the order of the ids")
        .isEqualTo("# Weekly Progress Report\n\n- First. [F1]\n- Shipped. [F2]");
    assertThat(job.path("period").path("start").asText()).isEqualTo("Feb 02, 2026");
    assertThat(job.path("period").path("end").asText()).isEqualTo("Feb 06, 2026");
  }

  @Test
  void a_repeated_request_returns_the_same_job() throws Exception {
    String id = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    serve("--workers", "0");

    String first = json(generate(selecting(id))).path("job_id").asText();
    JsonNode second = json(generate(selecting(id, id)));

    assertThat(second.path("job_id").asText()).isEqualTo(first);
    JsonNode waiting = json(get("/reports/job/" + first));
    assertThat(waiting.path("status").asText()).isEqualTo("pending");
    assertThat(waiting.path("progress").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void priority_delay_and_generator_are_stored_with_the_job() throws Exception {
    String id = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    serve();

    HttpResponse<String> accepted =
        generate(
            """
            {"entry_ids":["%s"],"template":"weekly-progress","generator":"digest",
             "priority":"high","delay_seconds":60}
            """
                .formatted(id));

    Job job = services.jobs.find(new JobId(json(accepted).path("job_id").asText())).orElseThrow();
    assertThat(job.priority()).isEqualTo(Priority.HIGH);
    assertThat(job.options().generator()).isEqualTo("digest");
    assertThat(job.notBefore()).isEqualTo(services.storeClock.now().plus(Duration.ofSeconds(60)));
    assertThat(services.queue.depth().delayed()).isEqualTo(1);
  }

  @Test
  void entries_of_other_users_are_not_found_and_their_existence_is_not_revealed() throws Exception {
    String mine = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    Entry thrownAway = write("2026-02-06", "17:00", "Gone", "Gone.");
    services.entries.trash(FakeCliServices.USER, List.of(thrownAway.id()));
    serve();

    HttpResponse<String> hers = generate(selecting(mine, ofBerta().id().value()));
    HttpResponse<String> unknown = generate(selecting(mine, EntryId.create().value()));

    assertRefused(hers, 404, "NOT_FOUND");
    assertThat(hers.body()).isEqualTo(unknown.body()).doesNotContain("Berta");
    assertRefused(generate(selecting(thrownAway.id().value())), 404, "NOT_FOUND");
    assertRefused(generate(selecting("../etc/passwd", "\\u0000", "$ne")), 404, "NOT_FOUND");
    assertThat(services.jobs.list(FakeCliServices.USER, Set.of(), 10)).isEmpty();
  }

  @Test
  void a_job_of_another_user_is_not_found() throws Exception {
    serve();
    JobId hers =
        services
            .jobService()
            .submit(
                "berta",
                Selection.of(List.of(ofBerta().id())),
                ReportTemplate.WEEKLY_PROGRESS,
                JobOptions.DEFAULT)
            .jobId();

    assertRefused(get("/reports/job/" + hers), 404, "NOT_FOUND");
    assertThat(get("/reports/job/" + hers).body()).isEqualTo(get("/reports/job/no").body());
  }

  @Test
  void a_cancelled_job_has_the_status_cancelled() throws Exception {
    String entry = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    serve("--workers", "0");
    String id = json(generate(selecting(entry))).path("job_id").asText();

    services.jobService().cancel(FakeCliServices.USER, new JobId(id));

    assertThat(json(get("/reports/job/" + id)).path("status").asText()).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"text\"",
        "{}",
        "{\"entry_ids\":[]}",
        "{\"entry_ids\":\"x\"}",
        "{\"entry_ids\":[1]}",
        "{\"entry_ids\":[\"\"]}",
        "{\"entry_ids\":[null]}",
        "{\"entry_ids\":[\"x\"],\"template\":\"novel\"}",
        "{\"entry_ids\":[\"x\"],\"template\":7}",
        "{\"entry_ids\":[\"x\"],\"generator\":\"oracle\"}",
        "{\"entry_ids\":[\"x\"],\"priority\":\"urgent\"}",
        "{\"entry_ids\":[\"x\"],\"delay_seconds\":-1}",
        "{\"entry_ids\":[\"x\"],\"delay_seconds\":1.5}",
        "{\"entry_ids\":[\"x\"],\"delay_seconds\":99999999999999999999}",
        "{\"entry_ids\":[\"x\"],\"entries\":[]}"
      })
  void a_body_with_wrong_fields_is_invalid(String body) throws Exception {
    serve("--workers", "0");
    assertRefused(generate(body), 422, "INVALID");
  }

  @Test
  void an_unknown_template_is_answered_with_the_known_ones() throws Exception {
    serve("--workers", "0");
    assertThat(generate("{\"entry_ids\":[\"x\"],\"template\":\"novel\"}").body())
        .contains("weekly-progress");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"entry_ids\":}", "{} {}", "{\"a\":1,\"a\":2}", "NaN", "'x'"})
  void a_body_that_is_not_json_is_malformed(String body) throws Exception {
    serve("--workers", "0");
    assertRefused(generate(body), 400, "MALFORMED");
  }

  @Test
  void a_body_that_is_nested_too_deeply_or_not_utf_8_is_malformed() throws Exception {
    serve("--workers", "0");
    assertRefused(generate("[".repeat(10_000) + "]".repeat(10_000)), 400, "MALFORMED");
    assertRefused(
        post("application/json", BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'})),
        400,
        "MALFORMED");
  }

  private HttpResponse<String> post(String type, BodyPublisher body) throws Exception {
    return send(request("/reports/generate").header("Content-Type", type).POST(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json;charset=UTF-8 | 422",
        "Application/JSON; charset=\"utf-8\" | 422",
        "application/json; charset=iso-8859-1 | 415",
        "text/plain | 415",
        "application/x-www-form-urlencoded | 415"
      })
  void only_json_in_utf_8_is_accepted(String type, int status) throws Exception {
    serve("--workers", "0");
    assertThat(post(type, BodyPublishers.ofString("{}")).statusCode()).isEqualTo(status);
    assertRefused(
        send(request("/reports/generate").POST(BodyPublishers.ofString("{}"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_body_over_one_mebibyte_is_rejected_and_the_client_can_read_the_response()
      throws Exception {
    serve("--workers", "0");
    byte[] large = " ".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.US_ASCII);
    assertRefused(
        post("application/json", BodyPublishers.ofByteArray(large)), 413, "BODY_TOO_LARGE");
    assertRefused(
        post("application/json", BodyPublishers.ofInputStream(() -> chunked(large))),
        413,
        "BODY_TOO_LARGE");
    byte[] atTheLimit = ("{}" + " ".repeat(1024 * 1024 - 2)).getBytes(StandardCharsets.US_ASCII);
    assertRefused(post("application/json", BodyPublishers.ofByteArray(atTheLimit)), 422, "INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "-1", "FFFFFFFFFFFF", "80000000", "FFFFFFFF", "100000000"})
  void chunks_of_invalid_or_excessive_length_are_rejected_and_the_connection_is_closed(
      String length) throws Exception {
    serve("--workers", "0");
    String answer =
        RawHttp.exchange(
            uri.getPort(),
            "POST /reports/generate HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(uri.getPort())
                + "Authorization: Bearer %s\r\n".formatted(TOKEN)
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + length
                + "\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                    .formatted(uri.getPort()));
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    assertThat(answer.split("HTTP/1.1 [24]", -1)).as(answer).hasSize(2);
  }

  private static ByteArrayInputStream chunked(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "/healthz, GET",
    "/metrics, GET",
    "/openapi.yaml, GET",
    "/entries, GET",
    "/reports/job/x, GET",
    "/reports/generate, POST"
  })
  void a_wrong_method_is_answered_with_the_allowed_one(String path, String allowed)
      throws Exception {
    serve("--workers", "0");
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW")) {
      if (!method.equals(allowed)) {
        HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));
        assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
      }
    }
    assertThat(send(request(path).HEAD()).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/reports",
        "/reports/job",
        "/reports/job/",
        "/reports/job/a/b",
        "/reports/generate/",
        "/healthz/",
        "/HEALTHZ",
        "/%68ealthz",
        "/reports/../healthz",
        "/reports/job/..%2f..%2fetc%2fpasswd",
        "/reports/job/%00",
        "/.git/config"
      })
  void an_unknown_path_is_not_found(String path) throws Exception {
    serve("--workers", "0");
    assertRefused(get(path), 404, "NOT_FOUND");
  }

  @Test
  void nothing_about_the_journal_is_revealed_without_the_token() throws Exception {
    serve("--workers", "0");
    for (String wrong :
        List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            TOKEN,
            "Basic " + TOKEN,
            "Bearer " + TOKEN + "x",
            "Bearer " + TOKEN.substring(1),
            "Bearer " + "x ".repeat(10_000))) {
      for (String path : List.of("/metrics", "/reports/job/x", "/entries?query=x")) {
        HttpResponse<String> answer = send(request(path).setHeader("Authorization", wrong));
        assertRefused(answer, 401, "UNAUTHORIZED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
            .startsWith("Bearer realm=");
        assertThat(answer.body()).doesNotContain(TOKEN);
      }
    }
    assertThat(send(request("/metrics").setHeader("Authorization", "bearer " + TOKEN)).statusCode())
        .isEqualTo(200);
    assertThat(raw("/healthz", "localhost:" + uri.getPort())).startsWith("HTTP/1.1 200 ");
    assertThat(raw("/openapi.yaml", "localhost:" + uri.getPort())).contains("openapi: 3.1.0");
  }

  private String raw(String path, String host) throws Exception {
    return RawHttp.exchange(
        uri.getPort(),
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
  }

  @Test
  void a_request_for_another_host_is_misdirected() throws Exception {
    serve("--workers", "0", "--allow-host", "Journal.example");
    int port = uri.getPort();
    for (String ours :
        List.of(
            "localhost:" + port,
            "LOCALHOST:" + port,
            "127.0.0.1:" + port,
            "[::1]:" + port,
            "journal.example",
            "journal.EXAMPLE:443")) {
      assertThat(raw("/healthz", ours)).as(ours).startsWith("HTTP/1.1 200 ");
    }
    for (String foreign :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "localhost",
            "localhost:1",
            "localhost." + "evil.example:" + port,
            "127.0.0.1.evil.example:" + port,
            "0.0.0.0:" + port,
            "192.0.2.1:" + port,
            "localhost:" + port + "@evil.example",
            "localhost:99999",
            "",
            ":" + port,
            "[::1",
            "é")) {
      String answer = raw("/healthz", foreign);
      assertThat(answer).as(foreign).startsWith("HTTP/1.1 421 ").contains("WRONG_HOST");
    }
    assertThat(raw("http://evil.example/healthz", "localhost:" + port)).startsWith("HTTP/1.1 421 ");
    assertThat(raw("//evil.example/healthz", "localhost:" + port)).startsWith("HTTP/1.1 421 ");
    assertThat(
            RawHttp.exchange(
                port,
                "GET /healthz HTTP/1.1\r\nHost: localhost:%d\r\nHost: evil.example\r\n\r\n"
                    .formatted(port)
                    .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")))
        .startsWith("HTTP/1.1 421 ");
    assertThat(RawHttp.exchange(port, "GET /healthz HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421 ");
  }

  @Test
  void no_response_allows_other_origins() throws Exception {
    serve("--workers", "0");
    HttpResponse<String> preflight =
        send(
            request("/reports/generate")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    HttpResponse<String> plain = send(request("/healthz").header("Origin", "https://evil.example"));
    for (HttpResponse<String> answer : List.of(preflight, plain)) {
      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void while_the_store_is_unreachable_the_response_says_when_to_retry() throws Exception {
    String id = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    serve("--workers", "0");
    services.setUnavailable();

    for (HttpResponse<String> answer :
        List.of(get("/healthz"), get("/reports/job/x"), generate(selecting(id)))) {
      assertRefused(answer, 503, "STORE_AWAY");
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }
    assertThat(get("/metrics").body())
        .contains("fragments_store_up 0\n")
        .doesNotContain("fragments_queue_jobs");
  }

  @Test
  void metrics_cover_the_queue_the_runs_and_the_requests() throws Exception {
    String id = write("2026-02-06", "16:20", "Friday", "Shipped.").id().value();
    serve("--workers", "2");
    outcome(json(generate(selecting(id))).path("job_id").asText());
    get("/nowhere");

    // A run is counted shortly after its record has ended.
    String metrics = get("/metrics").body();
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!metrics.contains("result=\"completed\"} 1") && System.nanoTime() - deadline < 0) {
      metrics = get("/metrics").body();
    }

    assertThat(metrics)
        .contains(
            "fragments_runs_total{kind=\"\",result=\"completed\"} 1\n",
            "fragments_job_wait_seconds_count 1\n",
            "fragments_job_run_seconds_count 1\n",
            "fragments_queue_jobs{state=\"waiting\"} 0\n",
            "fragments_queue_oldest_wait_seconds 0\n",
            "fragments_store_up 1\n",
            "fragments_http_requests_total{route=\"/reports/generate\",status=\"202\"} 1\n",
            "fragments_http_requests_total{route=\"other\",status=\"404\"} 1\n");
    assertThat(get("/metrics").headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void an_unexpected_error_is_reported_as_json_too() throws Exception {
    serve("--workers", "0");
    services.breakConfiguration();
    HttpResponse<String> answer = get("/reports/job/x");
    assertRefused(answer, 500, "INTERNAL");
    assertThat(answer.body()).doesNotContain("for the test");
  }
}
