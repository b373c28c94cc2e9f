package app.fragments.http;

import app.fragments.job.Submission;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.Selection;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `POST /reports/generate`: submits a job.
final class GenerateEndpoint implements Endpoint {
  /// As many whole entries are in memory at once.
  private static final int PIECE = 200;

  private final ApiServices services;

  GenerateEndpoint(ApiServices services) {
    this.services = services;
  }

  /// What the order of a selection is made of.
  private record Place(LocalDate date, Instant createdAt, EntryId id) {}

  @Override
  public HttpResponse answer(HttpExchange exchange, String variable) {
    GenerateRequest request = GenerateRequest.of(RequestBody.read(exchange));
    String user = services.user().get();
    Selection selection = select(user, request.entryIds());
    Submission submission =
        services
            .weave()
            .get()
            .submit(user, selection, request.template(), request.options(), request.schedule());
    services.submitted().run();
    return HttpResponse.json(202, json -> services.json().write(json, submission))
        .with("Location", "/reports/job/" + submission.jobId());
  }

  /// The user's entries of these ids, by day, oldest first: the order of `F1 … Fn`.
  private Selection select(String user, Set<EntryId> ids) {
    List<EntryId> known = ids.stream().filter(id -> IdSyntax.fits(id.value())).toList();
    List<Place> found = known.size() == ids.size() ? find(user, known) : List.of();
    if (found.size() < ids.size()) {
      throw new HttpErrorException(
          ErrorKind.NOT_FOUND,
          "Not all of entry_ids are entries of this journal; nothing was submitted");
    }
    return Selection.of(
        found.stream()
            .sorted(Comparator.comparing(Place::date).thenComparing(Place::createdAt))
            .map(Place::id)
            .collect(Collectors.toList()));
  }

  private List<Place> find(String user, List<EntryId> ids) {
    EntryStore entries = services.entries().get();
    List<Place> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PIECE) {
      List<EntryId> piece = ids.subList(from, Math.min(from + PIECE, ids.size()));
      entries.findAll(user, piece).stream()
          .filter(entry -> !entry.inTrash())
          .map(GenerateEndpoint::place)
          .forEach(found::add);
    }
    return found;
  }

  private static Place place(Entry entry) {
    return new Place(entry.date(), entry.createdAt(), entry.id());
  }
}
