package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagRenameTest {
  private final InMemoryEntryStore store = new InMemoryEntryStore();
  private final Entry both = write("Both", "old", "new");
  private final Entry below = write("Below", "Old/alpha", "other");
  private final Entry inText = write("Seen #old here, `#old` there");

  @Test
  void renames_everywhere_and_merges() {
    store.trash("ada", List.of(below.id()));

    assertThat(rename("old", "New").headers()).hasSize(3);

    assertThat(stored(both).tags()).containsExactly("New");
    assertThat(stored(below).tags()).containsExactly("New/alpha", "other");
    assertThat(stored(inText).text()).isEqualTo("Seen #New here, `#old` there");
    assertThat(store.count("ada", EntryFilter.ALL.withTags(List.of("old")))).isZero();
  }

  @Test
  void a_name_with_spaces_moves_out_of_the_text() {
    rename("old", "Very new");

    assertThat(stored(inText).text()).isEqualTo("Seen old here, `#old` there");
    assertThat(stored(inText).tags()).containsExactly("Very new");
  }

  @Test
  void undo_separates_what_was_merged() {
    TagRename.Result result = rename("old", "new");

    assertThat(result.undo()).hasSize(3);

    assertThat(stored(both).tags()).isEqualTo(both.tags());
    assertThat(stored(below).tags()).isEqualTo(below.tags());
    assertThat(stored(inText).text()).isEqualTo(inText.text());
  }

  @Test
  void undo_keeps_what_was_written_since() {
    TagRename.Result result = rename("old", "fresh");
    store.save(stored(below).withTags(List.of("fresh/alpha", "other", "later")));
    store.save(stored(inText).withText("", "New words"));

    result.undo();

    assertThat(stored(below).tags()).containsExactly("other", "later", "Old/alpha");
    assertThat(stored(inText).text()).isEqualTo("New words");
  }

  @Test
  void changing_only_the_case_changes_the_spelling() {
    rename("old", "OLD");

    assertThat(stored(both).tags()).containsExactly("OLD", "new");
  }

  private TagRename.Result rename(String from, String to) {
    return new TagRename(store, "ada", from, to).run();
  }

  private Entry write(String text, String... tags) {
    Entry entry =
        Entry.write("ada", LocalDate.of(2026, 2, 1), ZoneOffset.UTC, Instant.EPOCH, "", text);
    return store.save(entry.withTags(List.of(tags)));
  }

  private Entry stored(Entry entry) {
    return store.find("ada", entry.id()).orElseThrow();
  }
}
