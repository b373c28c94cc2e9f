package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {

  /// The words of a table cell, which may be empty.
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : WordList.listOf(cell);
  }

  @Test
  void words_are_separated_by_any_white_space() {
    assertThat(WordList.listOf("\n  one two\n  three\n")).containsExactly("one", "two", "three");
  }

  @Test
  void comments_in_a_resource_are_skipped() {
    assertThat(WordList.load(NameChecker.class, "common-words.txt"))
        .contains("abandon", "account")
        .noneMatch(word -> word.startsWith("#") || word.equals("titles"));
  }

  @Test
  void a_missing_resource_is_named() {
    assertThatThrownBy(() -> WordList.load(NameChecker.class, "no-words.txt"))
        .hasMessage("no-words.txt is missing");
  }
}
