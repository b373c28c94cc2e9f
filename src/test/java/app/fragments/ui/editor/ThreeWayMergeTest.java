package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
  private static final Instant NOON = Instant.parse("2026-02-07T12:00:00Z");
  private final Entry base =
      Entry.write("ada", LocalDate.parse("2026-02-07"), ZoneOffset.UTC, NOON, "Call", "Old words")
          .withRevision(1, NOON);
  private final Entry theirs = base.withRevision(2, NOON.plusSeconds(1));

  @Test
  void my_text_wins_if_they_only_starred_it() {
    ThreeWayMerge merge = merge(base.withText("Call", "My words"), theirs.withStarred(true));

    assertThat(merge.merged().text()).isEqualTo("My words");
    assertThat(merge.merged().starred()).isTrue();
    assertThat(merge.merged().revision()).isEqualTo(2);
    assertThat(merge.otherVersion()).isNull();
  }

  @Test
  void their_text_wins_if_i_only_tagged_it() {
    ThreeWayMerge merge =
        merge(base.withTags(List.of("customers")), theirs.withText("Call", "Their words"));

    assertThat(merge.merged().text()).isEqualTo("Their words");
    assertThat(merge.merged().tags()).containsExactly("customers");
    assertThat(merge.otherVersion()).isNull();
  }

  @Test
  void both_texts_are_kept_if_both_wrote() {
    ThreeWayMerge merge = merge(base.withText("Call", "Mine"), theirs.withText("Call", "Theirs"));

    assertThat(merge.merged().text()).isEqualTo("Mine");
    assertThat(merge.otherVersion()).isNotNull();
    assertThat(merge.otherVersion().text()).isEqualTo("Theirs");
    assertThat(merge.otherVersion().title()).isEqualTo("Call (other)");
    assertThat(merge.otherVersion().id()).isNotEqualTo(base.id());
    assertThat(merge.otherVersion().revision()).isZero();
  }

  @Test
  void the_same_text_from_both_is_no_conflict() {
    ThreeWayMerge merge = merge(base.withText("Call", "Same"), theirs.withText("Call", "Same"));

    assertThat(merge.otherVersion()).isNull();
  }

  private ThreeWayMerge merge(Entry mine, Entry current) {
    return ThreeWayMerge.of(new Draft(base, mine), current, title -> title + " (other)");
  }
}
