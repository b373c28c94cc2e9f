package app.fragments.report.html;

import app.fragments.report.BidiIsolation;
import app.fragments.report.Flag;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.Citation;
import app.fragments.report.html.Annotator.FragmentsNode;
import app.fragments.report.html.Annotator.MetaNode;
import app.fragments.report.html.Annotator.NoteNode;
import app.fragments.report.html.FlagLocator.Place;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.settings.TextResource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/// Renders a report as HTML that is safe to show whatever its Markdown says: raw HTML is text,
/// nothing is loaded, nothing runs.
///
/// In the pages for the window, `fragment:3` is the address of a citation or note that opens `F3`,
/// and `dismiss:0` dismisses the first flag. Thread-safe.
public final class ReportHtml {
  /// A report as an HTML document, in parts, so that a page on screen can be updated in place.
  ///
  /// @param body the contents of the `main` element
  public record ReportPage(String title, String style, String body) {
    private static final String POLICY =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public String html() {
      StringBuilder page =
          new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
      page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
      page.append("\"><meta name=\"referrer\" content=\"no-referrer\"><title>");
      new HtmlWriter(page).text(title);
      page.append("</title><style>").append(style).append("</style></head><body><main>");
      return page.append(body).append("</main></body></html>\n").toString();
    }
  }

  /// What a page is made for.
  enum Medium {
    /// Read in the window: citations open fragments, notes have buttons.
    READ,
    /// Read in the window while it is being written.
    DRAFT,
    /// A separate file: citations lead to a list of sources at its end.
    EXPORT,
    /// Pasted into a mail or document: plain elements only.
    COPY
  }

  private static final Pattern OPEN_CITATION = Pattern.compile("\\s*\\[[Ff]?[\\d\\s,Ff–-]*\\z");
  private static final Pattern LONE_MARKS =
      Pattern.compile("\\n[ \\t]*(?:#{1,6}|[-*+>]|\\d+\\.)?[ \\t]*\\z");
  private static final Pattern STRONG = Pattern.compile("\\*\\*");

  /// A fragment's title and margin are outside of the page.
  private static final String BELOW_TITLE = "body { padding-top: .6rem }";

  /// Longer than any mark that a text can be cut off in.
  private static final int TAIL = 100;

  private final Markdown markdown = new Markdown();
  private final ReportLabels labels;
  private final String styleSheet;

  /// @param locale the user's; labels are in English if there are none for it
  public ReportHtml(Locale locale) {
    this.labels = new ReportLabels(locale);
    this.styleSheet = TextResource.read(ReportHtml.class, "report.css");
  }

  public ReportPage page(ReportContent content, ReportTheme theme) {
    return page(content, theme, Medium.READ);
  }

  /// The page while the report is being written. The text may end anywhere and is not checked yet.
  public ReportPage draft(ReportContent content, ReportTheme theme) {
    return page(content, theme, Medium.DRAFT);
  }

  /// A self-contained file in the light theme, ready to print. Flags stay marked unless dismissed.
  public String export(ReportContent content) {
    return page(content, ReportTheme.LIGHT, Medium.EXPORT).html();
  }

  /// A fragment as a page.
  ///
  /// @param pictures the `data:` URI for an address in the text; empty if it is none of the
  ///   journal's
  public ReportPage fragment(
      String text, ReportTheme theme, Function<String, Optional<String>> pictures) {
    Node document = markdown.parse(text);
    document.accept(new DirectionIsolator());
    String body = renderer(pictures).build().render(document);
    return new ReportPage("", theme.css() + styleSheet + BELOW_TITLE, body);
  }

  /// Plain HTML for the clipboard.
  public String richText(ReportContent content) {
    return body(content, Medium.COPY);
  }

  private ReportPage page(ReportContent content, ReportTheme theme, Medium medium) {
    String title = ReportText.title(content.markdown()).orElse(content.period().label());
    return new ReportPage(
        BidiIsolation.isolate(title), theme.css() + styleSheet, body(content, medium));
  }

  private String body(ReportContent content, Medium medium) {
    String text = content.markdown();
    Node document = markdown.parse(medium == Medium.DRAFT ? complete(text) : text);
    annotate(document, Passage.of(document), content, medium);
    document.accept(new DirectionIsolator());
    return renderer(address -> Optional.empty())
        .nodeRendererFactory(
            context ->
                new AnnotationRenderer(context, context.getWriter(), medium, content, labels))
        .build()
        .render(document);
  }

  private HtmlRenderer.Builder renderer(Function<String, Optional<String>> pictures) {
    return SafeHtml.renderer(markdown.extensions())
        .nodeRendererFactory(context -> new ImageRenderer(context, context.getWriter(), pictures));
  }

  /// Completes Markdown that was cut off anywhere: removes an unfinished citation or list item from
  /// the end and closes bold text.
  private static String complete(String cutOff) {
    int tail = Math.max(0, cutOff.length() - TAIL);
    String end = OPEN_CITATION.matcher(cutOff.substring(tail)).replaceFirst("");
    end = LONE_MARKS.matcher(end).replaceFirst("\n");
    String text = (cutOff.substring(0, tail) + end).stripTrailing();
    int paragraph = Math.max(text.lastIndexOf('\n'), 0);
    List<MatchResult> strong =
        STRONG.matcher(text).region(paragraph, text.length()).results().toList();
    if (strong.size() % 2 == 0) {
      return text;
    }
    boolean atEnd = strong.getLast().end() == text.length();
    return atEnd ? text.substring(0, text.length() - 2) : text + "**";
  }

  private static void annotate(
      Node document, List<Passage> passages, ReportContent content, Medium medium) {
    Map<Passage, List<Place>> places = new IdentityHashMap<>();
    List<NoteNode> unplaced = new ArrayList<>();
    if (medium != Medium.DRAFT) {
      locateFlags(passages, content, places, unplaced);
    }
    for (Passage passage : passages) {
      List<Place> own = places.getOrDefault(passage, List.of());
      new Annotator(passage, Citation.findAll(passage), own).annotate();
      if (medium == Medium.READ || medium == Medium.EXPORT) {
        addNotes(passage, own);
      }
    }
    if (medium == Medium.DRAFT) {
      return;
    }
    removeLabel(passages, content);
    if (medium != Medium.COPY) {
      unplaced.forEach(document::appendChild);
      @Nullable Node first = document.getFirstChild();
      if (first instanceof Heading) {
        first.insertAfter(new MetaNode());
      } else {
        document.prependChild(new MetaNode());
      }
    }
    if (medium != Medium.READ || !content.checks().unusedEntryIds().isEmpty()) {
      document.appendChild(new FragmentsNode());
    }
  }

  /// A flag whose words are no longer on its line still gets its note, at the end.
  private static void locateFlags(
      List<Passage> passages,
      ReportContent content,
      Map<Passage, List<Place>> places,
      List<NoteNode> unplaced) {
    FlagLocator locator = new FlagLocator(passages);
    List<Flag> flags = content.checks().flagged();
    for (int number = 0; number < flags.size(); number++) {
      Place place = locator.find(flags.get(number), number);
      if (content.dismissed().contains(number)) {
        continue;
      }
      if (place == null) {
        unplaced.add(new NoteNode(flags.get(number), number));
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

  /// The table that a block is in, or the block itself.
  private static Node tableOf(Node block) {
    for (Node node = block; node != null; node = node.getParent()) {
      if (node instanceof TableBlock) {
        return node;
      }
    }
    return block;
  }

  /// The pills under the title already carry the digest's label.
  private static void removeLabel(List<Passage> passages, ReportContent content) {
    if (content.model().equals("digest")) {
      passages.stream()
          .filter(passage -> passage.text().strip().equals(ReportText.DIGEST_LABEL))
          .forEach(passage -> passage.block().unlink());
    }
  }
}
