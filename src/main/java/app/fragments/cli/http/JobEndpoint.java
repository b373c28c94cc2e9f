package app.fragments.cli.http;

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
  public Answer answer(HttpExchange exchange, String id) {
    Job job =
        Optional.of(id)
            .filter(IdForm::fits)
            .flatMap(fits -> services.weave().get().status(services.user().get(), new JobId(fits)))
            .orElseThrow(() -> new RefusedException(ErrorKind.NOT_FOUND, "There is no such job"));
    return Answer.json(200, json -> services.json().write(json, job));
  }
}
