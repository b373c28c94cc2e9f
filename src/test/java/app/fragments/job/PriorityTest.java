package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityTest {
  @ParameterizedTest
  @EnumSource
  void a_priority_is_found_by_its_rank_and_by_its_name_in_any_case(Priority priority) {
    assertThat(Priority.ofRank(priority.rank())).isEqualTo(priority);
    assertThat(Priority.ofWire(priority.wire())).contains(priority);
    assertThat(Priority.ofWire(priority.name())).contains(priority);
  }

  @ParameterizedTest
  @CsvSource({"99, HIGH", "9, NORMAL", "-1, LOW", "-99, LOW"})
  void an_unknown_rank_counts_as_the_next_lower_priority(long rank, Priority priority) {
    assertThat(Priority.ofRank(rank)).isEqualTo(priority);
  }

  @Test
  void an_unknown_name_is_not_found() {
    assertThat(Priority.ofWire("urgent")).isEmpty();
  }
}
