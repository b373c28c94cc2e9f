package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which index ranges answer a query, and whether they are in order.
class QueryPlannerTest {
  @TempDir private Path folder;

  private Sqlite sqlite;
  private SqliteIndex claims;

  @BeforeEach
  void open_an_index_like_the_queues() {
    sqlite = Sqlite.open(folder.resolve("planner.db"));
    claims =
        new SqliteIndex(
            sqlite,
            "claims",
            "claims",
            List.of(
                new IndexKey("queue", true),
                new IndexKey("heartbeat_at", true),
                new IndexKey("priority", false),
                new IndexKey("available_at", true)),
            false,
            false);
  }

  @AfterEach
  void close() {
    sqlite.close();
  }

  private Optional<QueryPlan> plan(Document query, Document sort) {
    return QueryPlanner.plan(List.of(claims), query, sort);
  }

  private static Document due() {
    return new Document("queue", "weave")
        .append("heartbeat_at", null)
        .append("$or", ranks(10, 0, -10, null))
        .append("available_at", new Document("$lte", Instant.EPOCH));
  }

  private static List<Document> ranks(Integer... ranks) {
    return Stream.of(ranks).map(rank -> new Document("priority", rank)).toList();
  }

  @Test
  void a_claim_reads_only_due_documents_in_the_requested_order() {
    QueryPlan plan =
        plan(due(), new Document("priority", -1).append("available_at", 1)).orElseThrow();
    assertThat(plan.ranges()).hasSize(4).isSortedAccordingTo(QueryPlan.KeyRange.BY_START);
    assertThat(plan.order()).isEqualTo(QueryPlan.Order.FORWARDS);
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void a_list_of_values_is_planned_like_single_equalities() {
    Document listed = due();
    listed.remove("$or");
    listed.append("priority", new Document("$in", Arrays.asList(10, 0, -10, null)));
    Document order = new Document("priority", -1).append("available_at", 1);
    QueryPlan plan = plan(listed, order).orElseThrow();
    assertThat(plan).usingRecursiveComparison().isEqualTo(plan(due(), order).orElseThrow());
  }

  @Test
  void alternatives_other_than_equalities_of_one_field_do_not_narrow() {
    Document priority = new Document("priority", 10);
    for (Document other :
        List.of(
            new Document("fence", 0),
            new Document("priority", new Document("$gte", 0)),
            new Document("priority", 0).append("fence", 0))) {
      QueryPlan plan =
          plan(due().append("$or", List.of(priority, other)), new Document()).orElseThrow();
      assertThat(plan.narrowed()).as(other.toString()).isEqualTo(2);
      assertThat(plan.exact()).as(other.toString()).isFalse();
    }
  }

  @Test
  void several_ranges_are_not_sorted_by_a_later_field_alone() {
    assertThat(plan(due(), new Document("available_at", 1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.OTHER);
  }

  @Test
  void several_ranges_are_not_read_backwards() {
    assertThat(
            plan(due(), new Document("priority", 1).append("available_at", -1))
                .orElseThrow()
                .order())
        .isEqualTo(QueryPlan.Order.OTHER);
  }

  @Test
  void one_range_is_read_in_either_direction() {
    Document normal = due().append("$or", ranks(0));
    assertThat(plan(normal, new Document("available_at", 1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.FORWARDS);
    assertThat(plan(normal, new Document("available_at", -1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.BACKWARDS);
  }
}
