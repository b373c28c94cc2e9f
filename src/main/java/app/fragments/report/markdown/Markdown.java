package app.fragments.report.markdown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Parses CommonMark with tables, strikethrough, task lists, autolinks and footnotes.
///
/// Whatever is nested too deeply, or a table with too many cells, stays plain text, so that hostile
/// input can't exhaust stack or memory. Thread-safe.
public final class Markdown {
  private static final int MAX_NESTING = 32;
  private static final int MAX_TABLE_CELLS = 20_000;

  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>&|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  private static final Pattern AT_START = Pattern.compile("^(\\d{0,9})([#+=.)-])");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final List<Extension> PLAIN_EXTENSIONS =
      List.of(
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          AutolinkExtension.create(),
          FootnotesExtension.create());
  private static final List<Extension> EXTENSIONS =
      Stream.concat(
              PLAIN_EXTENSIONS.stream(),
              Stream.of(TablesExtension.builder().maxCells(MAX_TABLE_CELLS).build()))
          .toList();

  private final Parser parser = parser(EXTENSIONS);
  private final Parser withoutTables = parser(PLAIN_EXTENSIONS);

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();
  }

  public List<Extension> extensions() {
    return EXTENSIONS;
  }

  /// The document tree; each text node has its source line.
  public Node parse(String markdown) {
    try {
      return parser.parse(markdown);
    } catch (IllegalStateException | IllegalArgumentException tooManyCells) {
      return withoutTables.parse(markdown);
    }
  }

  public List<Passage> passages(String markdown) {
    return Passage.of(parse(markdown));
  }

  /// One line of Markdown that renders as this plain text; white space becomes single spaces.
  public static String escapeLine(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    line = SPECIAL.matcher(line).replaceAll("\\\\$0");
    return AT_START.matcher(line).replaceFirst("$1\\\\$2");
  }
}
