package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineTagsTest {
  @Test
  void finds_tags_between_words_in_lists_and_brackets() {
    assertThat(
            InlineTags.of(
                "#start and #Projekt/alpha, then (#müde).\n- #a-b_c\n- [ ] task\n    #deep #start"))
        .containsExactly("start", "Projekt/alpha", "müde", "a-b_c", "deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`#code`",
        "``a ` #code``",
        "```\n#code\n```",
        "~~~ text\n\n#code",
        "para\n\n    #code",
        "\t#code",
        "# #heading",
        "## Plan for #heading",
        "Title with #heading\n===",
        "https://example.org/#part",
        "https://example.org/a_(#part)",
        "<https://example.org#part>",
        "[link](#part)",
        "[1]: #part",
        "<a href=\"#part\">x</a>",
        "\\#escaped",
        "C#sharp",
        "issue #123",
        "# ",
        "#",
        "&#39;"
      })
  void finds_none_in_code_headings_and_urls(String text) {
    assertThat(InlineTags.of(text)).isEmpty();
  }

  @Test
  void finds_tags_after_code_that_ends() {
    assertThat(InlineTags.of("```\n#code\n```\n#one `#code` #two ` #three"))
        .containsExactly("one", "two", "three");
  }

  @Test
  void composed_and_decomposed_letters_are_one_tag() {
    assertThat(InlineTags.of("#caf\u00e9 #cafe\u0301 #CAF\u00c9")).containsExactly("caf\u00e9");
  }

  @Test
  void replaces_only_tags() {
    String text = "#one, `#one` https://a.b/#one #One";

    assertThat(
            InlineTags.replace(
                text, tag -> tag.toLowerCase(Locale.ROOT).equals("one") ? "2b" : tag))
        .isEqualTo("#2b, `#one` https://a.b/#one #2b");
  }
}
