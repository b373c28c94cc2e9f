package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /entries`, over real connections.
class SearchApiTest extends ServeTest {

  private HttpResponse<String> search(String query) throws Exception {
    return get("/entries?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  @Test
  void answers_as_the_command_does() throws Exception {
    write("2026-02-05", "09:30", "Stand-up", "The **Übung** was slow.", "perf");
    write("2026-02-06", "16:20", "", "Another Übung.");
    serve("--workers", "0");

    HttpResponse<String> found = search("#perf \"übung was\" -fast");

    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    assertThat(json(found))
        .isEqualTo(run("search", "--json", "#perf", "\"übung was\"", "-fast").json());
    assertThat(json(found).path("entries").path(0).path("hits").path(0).asText())
        .isEqualTo("The Übung was slow.");
  }

  @Test
  void takes_a_limit_and_an_order() throws Exception {
    Entry older = write("2026-02-05", "09:30", "word", "word word");
    Entry newer = write("2026-02-06", "16:20", "", "word and others");
    serve("--workers", "0");

    JsonNode best = json(get("/entries?query=word&limit=1"));
    JsonNode newest = json(get("/entries?limit=1&sort=newest&query=word"));

    assertThat(best.path("total").asInt()).isEqualTo(2);
    assertThat(best.path("entries")).hasSize(1);
    assertThat(best.path("entries").path(0).path("id").asText()).isEqualTo(older.id().value());
    assertThat(newest.path("entries").path(0).path("id").asText()).isEqualTo(newer.id().value());
  }

  @Test
  void an_entry_just_written_is_found_and_one_in_the_trash_is_not() throws Exception {
    Entry first = write("2026-02-05", "09:30", "", "word");
    serve("--workers", "0");
    assertThat(json(search("word")).path("total").asInt()).isEqualTo(1);

    write("2026-02-06", "16:20", "", "word");
    assertThat(json(search("word")).path("total").asInt()).isEqualTo(2);
    services.entries.trash(FakeCliServices.USER, java.util.List.of(first.id()));
    assertThat(json(search("word")).path("total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?query=",
        "?query=%20",
        "?query=from:soon",
        "?query=x&limit=0",
        "?query=x&limit=1001",
        "?query=x&limit=-1",
        "?query=x&limit=many",
        "?query=x&sort=oldest",
        "?query=x&query=y",
        "?query=x&order=best"
      })
  void wrong_parameters_are_invalid(String parameters) throws Exception {
    serve("--workers", "0");
    HttpResponse<String> refused = get("/entries" + parameters);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("error").asText()).isNotBlank();
  }
}
