package app.fragments.report.html;

import app.fragments.report.BidiIsolation;
import app.fragments.report.Flag;
import app.fragments.report.factcheck.Citation;
import app.fragments.report.html.Annotator.CitationNode;
import app.fragments.report.html.Annotator.FlagNode;
import app.fragments.report.html.Annotator.FragmentsNode;
import app.fragments.report.html.Annotator.MetaNode;
import app.fragments.report.html.Annotator.NoteNode;
import app.fragments.report.html.ReportContent.CitedFragment;
import app.fragments.report.html.ReportHtml.Medium;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Renders the nodes of [Annotator].
record AnnotationRenderer(
    HtmlNodeRendererContext context,
    HtmlWriter html,
    Medium medium,
    ReportContent content,
    ReportLabels labels)
    implements NodeRenderer {
  /// A no-break space, so that a citation never starts a line.
  private static final String KEEP_TOGETHER = "\u00a0";

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        CitationNode.class, FlagNode.class, NoteNode.class, MetaNode.class, FragmentsNode.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case CitationNode citation -> citations(citation);
      case FlagNode flag -> flag(flag);
      case NoteNode note -> note(note);
      case MetaNode _ -> meta();
      case FragmentsNode _ -> fragments();
      default -> throw new IllegalArgumentException("No annotation: " + node);
    }
  }

  private void citations(CitationNode node) {
    String space = node.getPrevious() instanceof CitationNode ? " " : KEEP_TOGETHER;
    for (Citation.Mention mention : node.mentions) {
      html.text(space);
      citation(mention);
      space = " ";
    }
  }

  private void citation(Citation.Mention mention) {
    int number = mention.number();
    boolean linked =
        medium == Medium.DRAFT || (number >= 1 && number <= content.fragments().size());
    String shown = linked ? Integer.toString(number) : mention.text();
    if (medium == Medium.COPY) {
      element("sup", Map.of(), "[" + shown + "]");
    } else if (linked) {
      String href = (medium == Medium.EXPORT ? "#source-" : "fragment:") + number;
      String label = labels.get("citation.label", shown);
      element("a", Map.of("class", "c", "href", href, "aria-label", label), shown);
    } else {
      element("span", Map.of("class", "c unknown"), shown);
    }
  }

  private void flag(FlagNode flag) {
    html.tag(
        "span",
        medium == Medium.COPY
            ? Map.of("style", "background-color:" + ReportTheme.LIGHT.warningTint())
            : Map.of("class", "flag"));
    children(flag);
    html.tag("/span");
  }

  private void note(NoteNode note) {
    Flag flag = note.flag;
    // text, because a number in a message gets a thousands separator
    String cited = flag.cited() == null ? null : flag.cited().toString();
    html.line();
    html.tag("div", Map.of("class", "note", "role", "note", "dir", "auto"));
    if (medium == Medium.READ) {
      html.tag("span", Map.of("class", "actions"));
      if (cited != null) {
        element("a", Map.of("href", "fragment:" + cited), labels.get("note.open", cited));
      }
      element("a", Map.of("href", "dismiss:" + note.number), labels.get("note.dismiss"));
      html.tag("/span");
    }
    element("b", Map.of(), labels.claim(flag));
    if (cited != null && flag.says() != null) {
      html.text(" " + labels.get("note.says", cited, BidiIsolation.isolate(flag.says())));
    }
    html.tag("/div");
    html.line();
  }

  private void meta() {
    int all = content.fragments().size();
    int used = all - content.checks().unusedEntryIds().size();
    long flags = content.checks().flagged().size() - content.dismissed().size();
    html.tag("div", Map.of("class", "meta"));
    element("span", Map.of(), content.period().label());
    element("span", Map.of("class", "pill"), ModelDisplayName.shown(content.model()));
    element(
        "span",
        Map.of("class", used > 0 ? "pill ok" : "pill"),
        labels.get("meta.used", Math.max(used, 0), all));
    if (flags > 0 && medium == Medium.READ) {
      element("span", Map.of("class", "pill warn"), labels.get("meta.flags", flags));
    }
    html.tag("/div");
    html.line();
  }

  /// In the window, links to the unused fragments; elsewhere all of them as sources.
  private void fragments() {
    boolean read = medium == Medium.READ;
    html.tag("section", Map.of("class", read ? "coverage" : "sources"));
    element("h2", Map.of(), labels.get(read ? "unused.heading" : "sources.heading"));
    html.tag(read ? "ul" : "ol");
    for (int number = 1; number <= content.fragments().size(); number++) {
      CitedFragment fragment = content.fragments().get(number - 1);
      if (!read) {
        element("li", Map.of("id", "source-" + number, "dir", "auto"), labels.source(fragment));
      } else if (content.checks().unusedEntryIds().contains(fragment.id())) {
        html.tag("li", Map.of("dir", "auto"));
        element("a", Map.of("href", "fragment:" + number), labels.title(fragment));
        html.text(labels.source(fragment).substring(labels.title(fragment).length()));
        html.tag("/li");
      }
    }
    html.tag(read ? "/ul" : "/ol");
    html.tag("/section");
  }

  private void element(String name, Map<String, String> attributes, String text) {
    html.tag(name, attributes);
    html.text(text);
    html.tag("/" + name);
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }
}
