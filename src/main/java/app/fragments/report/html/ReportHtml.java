package app.fragments.report.html;

import app.fragments.report.Flag;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.Citations;
import app.fragments.report.html.Annotations.FragmentsNode;
import app.fragments.report.html.Annotations.MetaNode;
import app.fragments.report.html.Annotations.NoteNode;
import app.fragments.report.html.FlagLocator.Place;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// Turns a report into HTML that is safe to show whatever its Markdown says: raw HTML is text,
/// nothing is loaded, nothing runs.
///
/// In the pages for the window, `fragment:3` is the address of a citation or note that opens `F3`,
/// and `dismiss:0` waves the first flag through. Safe for use by several threads.
public final class ReportHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final Markdown markdown = new Markdown();
  private final ReportLabels words;
  private final String styleSheet;

  /// A page with words in that language, or in English where there are none.
  ///
  /// @param locale the user's
  public ReportHtml(Locale locale) {
    this.words = new ReportLabels(locale);
    try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing");
      }
      this.styleSheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The page for the window.
  public String page(ReportContent content, ReportTheme theme) {
    return shell(content, body(content, PageMedium.READ), theme);
  }

  /// The page for the window while the report is being written: citations, but no checks yet.
  ///
  /// @param content with the text so far, which may break off anywhere
  public String draft(ReportContent content, ReportTheme theme) {
    return shell(content, body(content, PageMedium.DRAFT), theme);
  }

  /// A file that stands for itself, in the light theme and fit to be printed; its citations lead to
  /// a list of sources at its end. What is flagged and not dismissed stays marked.
  public String export(ReportContent content) {
    return shell(content, body(content, PageMedium.EXPORT), ReportTheme.LIGHT);
  }

  /// Plain HTML for the clipboard, that mail programs and word processors take.
  public String richText(ReportContent content) {
    return body(content, PageMedium.COPY);
  }

  private String shell(ReportContent content, String body, ReportTheme theme) {
    String title = ReportText.title(content.markdown()).orElse(content.period().label());
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\"><meta name=\"referrer\" content=\"no-referrer\"><title>"
        + Entities.escape(title)
        + "</title><style>"
        + theme.css()
        + styleSheet
        + "</style></head><body><main>"
        + body
        + "</main></body></html>\n";
  }

  private String body(ReportContent content, PageMedium purpose) {
    String text =
        purpose == PageMedium.DRAFT
            ? PartialMarkdown.mended(content.markdown())
            : content.markdown();
    Node document = markdown.parse(text);
    decorate(document, Passage.of(document), content, purpose);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(markdown.extensions())
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(HtmlSanitizer.ADDRESSES)
            .attributeProviderFactory(context -> ReportHtml::markTask)
            .nodeRendererFactory(
                context -> new AnnotationRenderer(context, purpose, content, words))
            .build();
    return HtmlSanitizer.clean(renderer.render(document));
  }

  private static void markTask(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof ListItem && node.getFirstChild() instanceof TaskListItemMarker) {
      attributes.put("class", "task");
    }
  }

  private static void decorate(
      Node document, List<Passage> passages, ReportContent content, PageMedium purpose) {
    Map<Passage, List<Place>> places = new IdentityHashMap<>();
    List<NoteNode> lost = new ArrayList<>();
    if (purpose != PageMedium.DRAFT) {
      place(passages, content, places, lost);
    }
    for (Passage passage : passages) {
      List<Place> own = places.getOrDefault(passage, List.of());
      new Annotator(passage, Citations.in(passage), own).decorate();
      if (purpose == PageMedium.READ || purpose == PageMedium.EXPORT) {
        addNotes(passage, own);
      }
    }
    if (purpose == PageMedium.DRAFT) {
      return;
    }
    removeLabel(passages, content);
    if (purpose != PageMedium.COPY) {
      lost.forEach(document::appendChild);
      addMeta(document);
    }
    if (purpose != PageMedium.READ || !content.checks().unusedEntryIds().isEmpty()) {
      document.appendChild(new FragmentsNode());
    }
  }

  /// A flag whose words are not on its line any more still gets its note, at the end.
  private static void place(
      List<Passage> passages,
      ReportContent content,
      Map<Passage, List<Place>> places,
      List<NoteNode> lost) {
    FlagLocator finder = new FlagLocator(passages);
    List<Flag> flags = content.checks().flagged();
    for (int number = 0; number < flags.size(); number++) {
      Place place = finder.find(flags.get(number), number);
      if (content.dismissed().contains(number)) {
        continue;
      }
      if (place == null) {
        lost.add(new NoteNode(flags.get(number), number));
      } else {
        places.computeIfAbsent(place.passage(), key -> new ArrayList<>()).add(place);
      }
    }
  }

  private static void addNotes(Passage passage, List<Place> places) {
    Node after = tableOf(passage.block());
    for (Place place : places) {
      Node note = new NoteNode(place.flag(), place.number());
      after.insertAfter(note);
      after = note;
    }
  }

  private static Node tableOf(Node block) {
    for (Node node = block; node != null; node = node.getParent()) {
      if (node instanceof TableBlock) {
        return node;
      }
    }
    return block;
  }

  /// The digest's own label is among the pills already.
  private static void removeLabel(List<Passage> passages, ReportContent content) {
    if (content.model().equals("digest")) {
      passages.stream()
          .filter(passage -> passage.text().strip().equals(ReportText.DIGEST_LABEL))
          .forEach(passage -> passage.block().unlink());
    }
  }

  private static void addMeta(Node document) {
    @Nullable Node first = document.getFirstChild();
    if (first instanceof Heading) {
      first.insertAfter(new MetaNode());
    } else {
      document.prependChild(new MetaNode());
    }
  }
}
