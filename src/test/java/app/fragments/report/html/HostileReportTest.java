package app.fragments.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Journal;
import app.fragments.report.Period;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.report.html.ReportContent.CitedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rendering a hostile report runs no script, loads nothing, throws nothing and terminates. Some
/// inputs would keep an exponential-time algorithm busy forever.
class HostileReportTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "p",
          "br",
          "hr",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "code",
          "em",
          "strong",
          "b",
          "del",
          "sup",
          "a",
          "span",
          "div",
          "section",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "input",
          "main",
          "body");
  private static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<iframe src=\"https://evil.example\">",
          "<style>*{background:url(//evil.example)}</style>",
          "[x](javascript:alert(1))",
          "[x](JaVaScRiPt&#58;alert(1))",
          "[x](java\nscript:alert(1))",
          "[x](data:text/html;base64,PHNjcmlwdD4=)",
          "![x](https://evil.example/p.png)",
          "![x](data:image/svg+xml,<svg onload=alert(1)>)",
          "[x](vbscript:x)",
          "[x](fragment:1)",
          "[x](dismiss:0)",
          "[x](file:///etc/passwd)",
          "<https://evil.example/?q=\"onload=x>",
          "[F1]: javascript:alert(1)",
          "[F1]",
          "[F99]",
          "[F1-F999999999]",
          "[F1,F2,",
          "[^1]",
          "[^1]: note [F1]",
          "**",
          "_",
          "`",
          "```\n",
          "~~",
          "> ",
          "- ",
          "1. ",
          "# ",
          "\n",
          "\n\n",
          "| a | b |\n|---|---|\n| <b onclick=x> | [F1] |\n",
          "</main></body>",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "&lt;script&gt;",
          "\u0000",
          "\u202e",
          "\ud800",
          "45 %",
          "Feb 31",
          "9".repeat(60),
          "1,".repeat(30),
          "a'a'a’",
          "www.evil.example",
          "Peter Smith ",
          "<a href=\"javascript:x\" style=\"x:expression(y)\">",
          "<form action=x><input autofocus>",
          "<base href=//evil.example>",
          "<meta http-equiv=refresh content=0>",
          "\t",
          "    ",
          "\\");

  private static final Pattern STYLE = Pattern.compile("|background-color:#[0-9a-f]{6}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "|(https?://|mailto:).*|fragment:\\d+|dismiss:\\d+|#[^<>\"]*", Pattern.DOTALL);

  private final List<Entry> week = Journal.week().entries();
  private final ReportHtml html = new ReportHtml(Locale.ENGLISH);

  private void assertHarmless(String raw) {
    String markdown = ReportText.clean(raw);
    CheckResult checks = new FactCheck().check(markdown, week);
    List<CitedFragment> fragments = week.stream().map(CitedFragment::of).toList();
    ReportContent content =
        new ReportContent(markdown, Period.of(week), "<b>model", fragments, checks, Set.of());
    Stream.of(
            html.page(content, ReportTheme.LIGHT).html(),
            html.draft(content, ReportTheme.DARK).html(),
            html.export(content),
            html.richText(content))
        .forEach(HostileReportTest::assertPageHarmless);
  }

  private static void assertPageHarmless(String page) {
    Document document = Jsoup.parse(page);
    assertThat(document.head().select("script, link, base")).isEmpty();
    List<String> harmful = new ArrayList<>();
    for (Element element : document.body().getAllElements()) {
      boolean known = ELEMENTS.contains(element.normalName());
      boolean runs =
          element.attributes().asList().stream().anyMatch(a -> a.getKey().startsWith("on"));
      boolean styled = !STYLE.matcher(element.attr("style")).matches();
      boolean links = element.hasAttr("href") && !ADDRESS.matcher(element.attr("href")).matches();
      if (!known || runs || styled || links || element.hasAttr("src")) {
        harmful.add(element.outerHtml());
      }
    }
    assertThat(harmful).isEmpty();
  }

  @Test
  void random_combinations_of_attacks_stay_text() {
    Random random = new Random(42);
    for (int round = 0; round < 60; round++) {
      StringBuilder markdown = new StringBuilder();
      int payloads = 1 + random.nextInt(30);
      for (int i = 0; i < payloads; i++) {
        markdown.append(PAYLOADS.get(random.nextInt(PAYLOADS.size())));
      }
      assertHarmless(markdown.toString());
    }
  }

  static Stream<String> pathological() {
    int many = 3_000;
    return Stream.of(
        ">".repeat(many) + "deep",
        "- ".repeat(many) + "deep",
        "*".repeat(many) + "a" + "*".repeat(many),
        "[".repeat(many) + "a" + "]".repeat(many),
        "![".repeat(many) + "a",
        "<div>".repeat(many),
        "**a ".repeat(many),
        "a'".repeat(many),
        "[F" + "1".repeat(many),
        "[F1" + " 2,3".repeat(many),
        "[F1" + ", F2".repeat(many) + "]",
        "one two ".repeat(many),
        "1,".repeat(many),
        "1 ".repeat(many),
        "111 ".repeat(many),
        ".".repeat(5 * many) + "x",
        " ".repeat(5 * many) + "x [F1]",
        "`".repeat(many) + "a" + "`".repeat(many - 1),
        "|a".repeat(2_000) + "|\n" + "|-".repeat(2_000) + "|\n" + "|\n".repeat(2_000),
        "Feb ".repeat(many),
        "http://" + "a.".repeat(many),
        "x@" + "a-".repeat(many),
        "Peter Smith ".repeat(2_000) + "[F1]",
        "```\n".repeat(2_001),
        "[^a]".repeat(2_000) + "\n\n[^a]: x");
  }

  @ParameterizedTest
  @MethodSource("pathological")
  void deep_or_huge_input_terminates(String markdown) {
    assertHarmless(markdown);
  }

  @Test
  void a_theme_cannot_inject_styles() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                new ReportTheme(
                    "red;}", "#000000", "#000000", "#000000", "#000000", "#000000", "#000000",
                    "#000000", "#000000", "#000000", "#000000", 15))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
