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

/// Writes a report on this computer, without an AI: the sentences that say most, as they were
/// written, under the headings of the report. Safe for use by several threads.
public final class DigestGenerator implements Generator {
  /// The generator's name, and its model's.
  public static final String NAME = "digest";

  @Override
  public String name() {
    return NAME;
  }

  /// @throws GeneratorException of the kind `EMPTY` where the fragments have no words
  @Override
  public RawAnswer generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation)
      throws GeneratorException {
    int count = request.entries().size();
    TermExtractor terms = new TermExtractor();
    SentenceExtractor reader = new SentenceExtractor(terms);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      check(cancellation);
      listener.progress(new Progress(i, count, Stage.THINKING));
      sentences.addAll(reader.read(i, request.entries().get(i)));
    }
    if (sentences.isEmpty()) {
      throw new GeneratorException(
          FailureKind.EMPTY, "The selected fragments have no words to make a digest of", null);
    }
    listener.progress(new Progress(count, count, Stage.WRITING));
    DigestBuilder digest = new DigestBuilder(request.entries(), sentences, terms);
    List<Runnable> sections =
        List.of(
            () -> digest.start(request.template().title(), request.period()),
            digest::highlights,
            digest::reserveTroubleAndPlans,
            digest::themes,
            digest::recurring,
            digest::blockers,
            digest::nextSteps);
    for (Runnable section : sections) {
      check(cancellation);
      section.run();
    }
    List<String> drafts = digest.drafts();
    for (String draft : drafts) {
      check(cancellation);
      listener.preview(draft);
    }
    return new RawAnswer(drafts.getLast(), NAME, null);
  }

  private static void check(Cancellation cancellation) throws GeneratorException {
    Reason reason = cancellation.reason().orElse(null);
    if (reason != null) {
      FailureKind kind = reason == Reason.TIMEOUT ? FailureKind.TIMEOUT : FailureKind.CANCELLED;
      throw new GeneratorException(kind, "The digest was stopped: " + reason, null);
    }
  }
}
