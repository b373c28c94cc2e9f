package app.fragments.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which stretches of an index answer a query, and whether they come in order.
class QueryPlannerTest {
  @TempDir private Path folder;

  private Sqlite sqlite;
  private SqliteIndex claims;

  @BeforeEach
  void open_an_index_as_the_queue_has_it() {
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
        .append("priority", new Document("$in", Arrays.asList(10, 0, -10, null)))
        .append("available_at", new Document("$lte", Instant.EPOCH));
  }

  @Test
  void a_claim_reads_only_what_is_due_and_in_the_order_it_asks_for() {
    QueryPlan plan =
        plan(due(), new Document("priority", -1).append("available_at", 1)).orElseThrow();
    assertThat(plan.ranges()).hasSize(4).isSortedAccordingTo(KeyRange.BY_START);
    assertThat(plan.order()).isEqualTo(QueryPlan.Order.FORWARDS);
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void several_stretches_are_not_in_the_order_of_a_later_field_alone() {
    assertThat(plan(due(), new Document("available_at", 1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.OTHER);
  }

  @Test
  void several_stretches_are_not_read_backwards() {
    assertThat(
            plan(due(), new Document("priority", 1).append("available_at", -1))
                .orElseThrow()
                .order())
        .isEqualTo(QueryPlan.Order.OTHER);
  }

  @Test
  void one_stretch_is_read_either_way() {
    Document normal = due().append("priority", 0);
    assertThat(plan(normal, new Document("available_at", 1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.FORWARDS);
    assertThat(plan(normal, new Document("available_at", -1)).orElseThrow().order())
        .isEqualTo(QueryPlan.Order.BACKWARDS);
  }
}
