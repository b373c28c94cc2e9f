package app.fragments.http;

import app.fragments.job.JobId;
import app.fragments.job.Submission;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchResults;
import app.fragments.settings.TextResource;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// What each route of the API does.
///
/// @param submitted called after each submission, so that a worker in this process looks at once
record Endpoints(ApiServices services, Runnable submitted) {
  static final String OPEN_API = "/app/fragments/http/openapi.yaml";

  /// The form of entry and job ids. Anything else names nothing and never reaches the store.
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  /// How many whole entries are in memory at once.
  private static final int BATCH = 200;

  private record SortKey(LocalDate date, Instant createdAt, EntryId id) {}

  /// `POST /reports/generate`: submits a job.
  HttpResponse generate(HttpExchange exchange, String variable) {
    GenerateRequest request = GenerateRequest.of(RequestBody.read(exchange));
    String user = user();
    Selection selection = select(user, request.entryIds());
    Submission submission =
        services
            .jobService()
            .submit(user, selection, request.template(), request.options(), request.schedule());
    submitted.run();
    return HttpResponse.json(202, JobJson.of(submission))
        .withHeader("Location", "/reports/job/" + submission.jobId());
  }

  private String user() {
    return services.configuration().userId().value();
  }

  /// The user's entries with these ids by day, oldest first: the order of `F1 … Fn`.
  private Selection select(String user, Set<EntryId> ids) {
    List<SortKey> found = new ArrayList<>();
    if (ids.stream().allMatch(id -> ID.matcher(id.value()).matches())) {
      List<EntryId> all = List.copyOf(ids);
      for (int from = 0; from < all.size(); from += BATCH) {
        List<EntryId> batch = all.subList(from, Math.min(from + BATCH, all.size()));
        services.entries().findAll(user, batch).stream()
            .filter(entry -> !entry.inTrash())
            .map(entry -> new SortKey(entry.date(), entry.createdAt(), entry.id()))
            .forEach(found::add);
      }
    }
    if (found.size() < ids.size()) {
      throw new HttpErrorException(
          ErrorKind.NOT_FOUND, "Some entry_ids are not in this journal; nothing was submitted");
    }
    found.sort(Comparator.comparing(SortKey::date).thenComparing(SortKey::createdAt));
    return Selection.of(found.stream().map(SortKey::id).toList());
  }

  /// `GET /reports/job/{jobId}`: the state of a job, and its report.
  HttpResponse job(HttpExchange exchange, String id) {
    return Optional.of(id)
        .filter(it -> ID.matcher(it).matches())
        .flatMap(it -> services.jobService().status(user(), new JobId(it)))
        .map(job -> HttpResponse.json(200, JobJson.of(job)))
        .orElseThrow(() -> new HttpErrorException(ErrorKind.NOT_FOUND, "No such job"));
  }

  /// `GET /entries`: searches the journal.
  HttpResponse entries(HttpExchange exchange, String variable) {
    SearchRequest request = SearchParameters.read(exchange.getRequestURI(), services.today());
    String user = user();
    try {
      SearchResults found = services.search().searchCurrent(request, _ -> {});
      Stream<Entry> entries =
          found.entries().stream()
              .gather(Gatherers.windowFixed(BATCH))
              .flatMap(ids -> services.entries().findAll(user, ids).stream());
      return HttpResponse.json(200, EntryJson.of(found, entries));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpErrorException(ErrorKind.STORE_AWAY, "The server is stopping");
    }
  }

  /// `GET /healthz`: whether the process is up and the store answers. Needs no token, reveals
  /// nothing about the journal and costs the store one index lookup.
  HttpResponse health(HttpExchange exchange, String variable) {
    boolean _ = services.queue().contains(new JobId("none")); // throws if the store is unreachable
    return HttpResponse.json(200, new JsonFields().add("status", "ok"));
  }

  /// `GET /openapi.yaml`: the description of this API.
  HttpResponse openApi(HttpExchange exchange, String variable) {
    byte[] text = TextResource.read(Endpoints.class, OPEN_API).getBytes(StandardCharsets.UTF_8);
    return new HttpResponse(200, "application/yaml", text);
  }
}
