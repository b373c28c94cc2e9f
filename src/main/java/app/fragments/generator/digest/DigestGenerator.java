package app.fragments.generator.digest;

import app.fragments.generator.Cancellation;
import app.fragments.generator.Cancellation.Reason;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.job.Stage;
import java.util.ArrayList;
import java.util.List;

/// Builds a report on this computer, without AI: the most important sentences, as written, under
/// the report's headings. Thread-safe.
public final class DigestGenerator implements Generator {
  /// The name of the generator and of its model.
  public static final String NAME = "digest";

  @Override
  public String name() {
    return NAME;
  }

  /// @throws GeneratorException `EMPTY` if the fragments have no words
  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    int count = request.entries().size();
    TermExtractor terms = new TermExtractor();
    SentenceExtractor extractor = new SentenceExtractor(terms);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      throwIfCancelled(cancellation);
      listener.progress(new Progress(i, count, Stage.THINKING));
      sentences.addAll(extractor.extract(i, request.entries().get(i)));
    }
    if (sentences.isEmpty()) {
      throw new GeneratorException(
          FailureKind.EMPTY, "The selected fragments have no words to build a digest from");
    }
    listener.progress(new Progress(count, count, Stage.WRITING));
    DigestBuilder digest = new DigestBuilder(request.entries(), sentences, terms);
    List<Runnable> sections =
        List.of(
            digest::highlights,
            digest::reserveBlockersAndPlans,
            digest::groups,
            digest::recurringTopics,
            digest::blockers,
            digest::nextSteps);
    for (Runnable section : sections) {
      throwIfCancelled(cancellation);
      section.run();
    }
    List<String> drafts = digest.drafts(request.template().title(), request.period());
    for (String draft : drafts) {
      throwIfCancelled(cancellation);
      listener.preview(draft);
    }
    return new RawAnswer(drafts.getLast(), NAME, null);
  }

  private static void throwIfCancelled(Cancellation cancellation) throws GeneratorException {
    Reason reason = cancellation.reason().orElse(null);
    if (reason != null) {
      FailureKind kind = reason == Reason.TIMEOUT ? FailureKind.TIMEOUT : FailureKind.CANCELLED;
      throw new GeneratorException(kind, "The digest was stopped: " + reason);
    }
  }
}
