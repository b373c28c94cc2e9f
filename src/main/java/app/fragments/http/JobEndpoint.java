package app.fragments.http;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/// `GET /reports/job/{jobId}`: how a job gets on, and its report.
final class JobEndpoint implements Endpoint {
  private final ApiServices services;

  JobEndpoint(ApiServices services) {
    this.services = services;
  }

  @Override
  public HttpResponse answer(HttpExchange exchange, String id) {
    Job job =
        Optional.of(id)
            .filter(IdSyntax::fits)
            .flatMap(fits -> services.weave().get().status(services.user().get(), new JobId(fits)))
            .orElseThrow(() -> new HttpErrorException(ErrorKind.NOT_FOUND, "There is no such job"));
    return HttpResponse.json(200, json -> services.json().write(json, job));
  }
}
