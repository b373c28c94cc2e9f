package app.fragments.store.mongo;

import static app.fragments.store.mongo.ServerAbility.COMPARE_WITHIN_TYPES;
import static app.fragments.store.mongo.ServerAbility.COUNT_STAMPED;
import static app.fragments.store.mongo.ServerAbility.MATCH_LISTS;
import static app.fragments.store.mongo.ServerAbility.PROJECT_PARTS;
import static app.fragments.store.mongo.ServerAbility.SET_DATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryHistory;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.EntryStore;
import app.fragments.journal.EntryStore.EntryChanges;
import app.fragments.journal.EntryStore.PageKey;
import app.fragments.journal.EntryVersion;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that every entry store must pass.
abstract class EntryStoreContract {
  private static final String USER = "ada";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 6);
  private static final Instant WRITTEN = Instant.parse("2026-02-06T16:20:00.123456789Z");

  private EntryStore entries;

  abstract TestStores store();

  @BeforeEach
  void open_the_store() {
    entries = store().stores().entries();
  }

  private static Entry entry(LocalDate date, Instant at, String title, String text) {
    return Entry.write(USER, date, ZONE, at, title, text);
  }

  private static Entry entry(String title) {
    return entry(DAY, WRITTEN, title, "Text of " + title);
  }

  @Test
  @RequiresAbility(PROJECT_PARTS)
  void a_saved_entry_is_read_back_unchanged() {
    Entry full =
        new Entry(
            EntryId.create(),
            USER,
            DAY,
            ZONE,
            WRITTEN,
            WRITTEN,
            0,
            "Shipped \u0000 🎉 \"import\"",
            "# Done\n\n- a $set.b\n- ünïcödé",
            List.of("work", "Ünï"),
            "glad",
            true,
            new EntrySource("markdown", "2026/02-06.md", "abc"),
            null);
    Entry stored = entries.save(full);
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(entries.find(USER, full.id())).contains(stored);
    assertThat(stored).isEqualTo(full.withRevision(1, stored.updatedAt()));
    assertThat(entries.list(USER, EntryFilter.ALL, null, 10)).containsExactly(stored.header());
  }

  @Test
  void the_store_sets_the_time_of_a_save() {
    Instant before = store().stores().clock().now();
    Entry stored = entries.save(entry("now"));
    Instant after = store().stores().clock().now();
    assertThat(stored.updatedAt())
        .isBetween(before.minus(Duration.ofSeconds(1)), after.plus(Duration.ofSeconds(1)));
  }

  @Test
  @RequiresAbility(SET_DATES)
  void a_save_with_an_outdated_revision_is_refused() {
    Entry first = entries.save(entry("draft"));
    Entry second = entries.save(first.withText("draft", "second"));
    EntryConflictException conflict =
        catchThrowableOfType(
            EntryConflictException.class, () -> entries.save(first.withText("draft", "mine")));
    assertThat(conflict.current()).isEqualTo(second);
    assertThat(entries.find(USER, first.id())).contains(second);
  }

  @Test
  @RequiresAbility(SET_DATES)
  void a_save_whose_reply_was_lost_can_be_repeated() {
    Entry draft = entry("draft");
    Entry first = entries.save(draft);
    assertThat(entries.save(draft)).isEqualTo(first);
    Entry changed = first.withText("draft", "changed");
    Entry second = entries.save(changed);
    assertThat(entries.save(changed)).isEqualTo(second);
  }

  @Test
  void saving_a_removed_entry_is_a_conflict_without_a_current_state() {
    Entry stored = entries.save(entry("gone"));
    entries.trash(USER, List.of(stored.id()));
    entries.purge(USER, List.of(stored.id()));
    EntryConflictException conflict =
        catchThrowableOfType(EntryConflictException.class, () -> entries.save(stored));
    assertThat(conflict.current()).isNull();
  }

  @Test
  void an_update_removes_cleared_fields_and_keeps_unknown_ones() {
    Entry stored = entries.save(entry("a").withSource(new EntrySource("jrnl", "7", "d")));
    var collection = store().stores().database().getCollection(EntryDocumentMapper.COLLECTION);
    collection.updateOne(
        new Document("_id", stored.id().value()), new Document("$set", new Document("weather", 3)));
    Entry bare =
        new Entry(
            stored.id(),
            USER,
            DAY,
            ZONE,
            WRITTEN,
            WRITTEN,
            stored.revision(),
            "a",
            "b",
            List.of(),
            null,
            false,
            null,
            null);
    entries.save(bare);
    Document document = collection.find(new Document("_id", stored.id().value())).first();
    assertThat(document).containsEntry("weather", 3).doesNotContainKey("source");
  }

  @Test
  @RequiresAbility(SET_DATES)
  void outdated_entries_are_left_out_of_a_bulk_save() {
    List<Entry> drafts =
        IntStream.range(0, 1_200)
            .mapToObj(i -> entry(DAY, WRITTEN.plusSeconds(i), "t" + i, "x"))
            .toList();
    List<Entry> stored = entries.saveAll(drafts);
    assertThat(stored).extracting(Entry::id).isEqualTo(drafts.stream().map(Entry::id).toList());
    assertThat(stored).allMatch(entry -> entry.revision() == 1);
    Entry newer = entries.save(stored.getFirst().withText("newer", "newer"));
    List<Entry> changed = new ArrayList<>();
    stored.forEach(entry -> changed.add(entry.withText("again", "again")));
    List<Entry> again = entries.saveAll(changed);
    assertThat(again).hasSize(1_199).allMatch(entry -> entry.revision() == 2);
    assertThat(entries.find(USER, newer.id())).contains(newer);
    assertThat(entries.count(USER, EntryFilter.ALL)).isEqualTo(1_200);
  }

  @Test
  void users_never_see_each_others_entries() {
    Entry mine = entries.save(entry("mine"));
    assertThat(entries.find("eve", mine.id())).isEmpty();
    assertThat(entries.findAll("eve", List.of(mine.id()))).isEmpty();
    assertThat(entries.list("eve", EntryFilter.ALL, null, 10)).isEmpty();
    assertThat(entries.count("eve", EntryFilter.ALL)).isZero();
    assertThat(entries.trash("eve", List.of(mine.id()))).isEmpty();
    assertThat(entries.purge("eve", List.of(mine.id()))).isZero();
    Entry taken = Entry.write("eve", DAY, ZONE, WRITTEN, "x", "x").withId(mine.id());
    assertThatThrownBy(() -> entries.save(taken)).isInstanceOf(EntryConflictException.class);
    assertThat(entries.find(USER, mine.id())).contains(mine);
  }

  @Test
  void entries_are_found_in_the_requested_order() {
    Entry one = entries.save(entry("one"));
    Entry two = entries.save(entry("two"));
    entries.trash(USER, List.of(one.id()));
    assertThat(entries.findAll(USER, List.of(two.id(), EntryId.create(), one.id())))
        .extracting(Entry::title)
        .containsExactly("two", "one");
    assertThat(entries.findAll(USER, List.of())).isEmpty();
  }

  @Test
  void pages_are_complete_and_newest_first() {
    List<Entry> drafts = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      for (int i = 0; i < 7; i++) {
        // several on one day with the same time
        drafts.add(entry(DAY.plusDays(day), WRITTEN.plusSeconds(i / 3), "e" + day + i, "x"));
      }
    }
    entries.saveAll(drafts);
    List<EntryHeader> all = entries.list(USER, EntryFilter.ALL, null, 100);
    List<EntryHeader> paged = new ArrayList<>();
    PageKey after = null;
    for (List<EntryHeader> page = entries.list(USER, EntryFilter.ALL, null, 4);
        !page.isEmpty();
        page = entries.list(USER, EntryFilter.ALL, after, 4)) {
      paged.addAll(page);
      after = PageKey.after(page.getLast());
    }
    assertThat(all).hasSize(35);
    assertThat(paged).isEqualTo(all);
    assertThat(all)
        .isSortedAccordingTo(
            (a, b) ->
                -a.date().compareTo(b.date()) * 100
                    - Integer.signum(a.createdAt().compareTo(b.createdAt())) * 10
                    - Integer.signum(a.id().compareTo(b.id())));
  }

  @Test
  @RequiresAbility(MATCH_LISTS)
  void a_filter_matches_days_tags_stars_and_words() {
    entries.saveAll(
        List.of(
            entry(DAY, WRITTEN, "Import", "Pairing with Zoë (2×)").withTags(List.of("Work", "a.b")),
            entry(DAY.plusDays(1), WRITTEN, "Garden", "ÜBER the hedge").withStarred(true),
            entry(DAY.plusDays(2), WRITTEN, "", "nothing").withTags(List.of("workshop"))));
    assertThat(titles(EntryFilter.ALL.between(DAY, DAY.plusDays(1))))
        .containsExactly("Garden", "Import");
    assertThat(titles(EntryFilter.ALL.between(DAY.plusDays(1), null)))
        .containsExactly("", "Garden");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("wORK")))).containsExactly("Import");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("nope", "A.B")))).containsExactly("Import");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("a_b", "axb")))).isEmpty();
    assertThat(titles(new EntryFilter(null, null, List.of(), true, false, List.of())))
        .containsExactly("Garden");
    assertThat(titles(EntryFilter.ALL.withWords("über hed"))).containsExactly("Garden");
    assertThat(titles(EntryFilter.ALL.withWords("zoë work (2×)"))).containsExactly("Import");
    assertThat(titles(EntryFilter.ALL.withWords("garden import"))).isEmpty();
    assertThat(entries.count(USER, EntryFilter.ALL.withWords("import"))).isEqualTo(1);
  }

  @Test
  @RequiresAbility(MATCH_LISTS)
  void a_tag_is_found_in_the_text_below_another_and_in_any_spelling() {
    entries.saveAll(
        List.of(
            entry(DAY, WRITTEN, "text", "Met at the #Cafe\u0301, not `#here`"),
            entry(DAY.plusDays(1), WRITTEN, "below", "").withTags(List.of("Project/alpha")),
            entry(DAY.plusDays(2), WRITTEN, "beside", "").withTags(List.of("projects"))));
    assertThat(titles(EntryFilter.ALL.withTags(List.of("CAF\u00c9")))).containsExactly("text");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("cafe\u0301")))).containsExactly("text");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("project")))).containsExactly("below");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("here")))).isEmpty();
    assertThat(entries.list(USER, EntryFilter.ALL, null, 100).getLast().tags())
        .containsExactly("Caf\u00e9");
  }

  @Test
  @RequiresAbility(MATCH_LISTS)
  void an_entry_of_another_program_is_found_by_its_tags() {
    Entry theirs = entries.save(entry("theirs").withTags(List.of("Work/home")));
    store()
        .documents(EntryDocumentMapper.COLLECTION)
        .updateOne(
            new Document(CommonFields.ID, theirs.id().value()),
            new Document("$unset", new Document(EntryDocumentMapper.TAG_KEYS, true)));
    assertThat(titles(EntryFilter.ALL.withTags(List.of("work")))).containsExactly("theirs");
    assertThat(titles(EntryFilter.ALL.withTags(List.of("home")))).isEmpty();
  }

  private List<String> titles(EntryFilter filter) {
    return entries.list(USER, filter, null, 100).stream().map(EntryHeader::title).toList();
  }

  @Test
  @RequiresAbility(COUNT_STAMPED)
  void the_trash_keeps_entries_until_they_are_restored_or_purged() {
    Entry kept = entries.save(entry("kept"));
    Entry binned = entries.save(entry("binned"));
    List<EntryId> both = List.of(binned.id(), EntryId.create());
    assertThat(entries.trash(USER, both)).containsExactly(binned.id());
    assertThat(entries.trash(USER, both)).isEmpty();
    assertThat(titles(EntryFilter.ALL)).containsExactly("kept");
    assertThat(titles(EntryFilter.ALL.inTrash())).containsExactly("binned");
    assertThat(entries.count(USER, EntryFilter.ALL.inTrash())).isEqualTo(1);
    assertThat(entries.find(USER, binned.id()).orElseThrow().inTrash()).isTrue();
    assertThat(entries.purge(USER, List.of(kept.id()))).isZero();
    assertThat(entries.restore(USER, both)).containsExactly(binned.id());
    assertThat(entries.restore(USER, both)).isEmpty();
    assertThat(entries.find(USER, binned.id()).orElseThrow().inTrash()).isFalse();
    entries.trash(USER, both);
    assertThat(entries.purge(USER, both)).isEqualTo(1);
    assertThat(entries.find(USER, binned.id())).isEmpty();
  }

  @Test
  @RequiresAbility(SET_DATES)
  void the_history_has_one_state_a_minute_and_the_one_before_the_first() {
    Entry imported = saved(entry(DAY, WRITTEN, "title", "Imported"), 1, WRITTEN);
    Entry first = saved(imported.withText("title", "One"), 2, WRITTEN.plusSeconds(300));
    Entry second = saved(first.withText("title", "One two"), 3, WRITTEN.plusSeconds(310));
    entries.history().record(imported, first);
    entries.history().record(first, second);
    entries.history().record(first, second);
    entries.history().record(second, saved(second.withStarred(true), 4, WRITTEN.plusSeconds(600)));
    assertThat(entries.history().versions(USER, imported.id()))
        .containsExactly(EntryVersion.of(second), EntryVersion.of(imported));
    assertThat(entries.history().versions("somebody else", imported.id())).isEmpty();
  }

  @Test
  void the_history_keeps_the_last_fifty_states() {
    Entry last = saved(entry("0"), 1, WRITTEN);
    for (int i = 1; i <= 60; i++) {
      Entry next = saved(last.withText("", "" + i), i + 1, WRITTEN.plusSeconds(60L * i));
      entries.history().record(last, next);
      last = next;
    }
    assertThat(entries.history().versions(USER, last.id()))
        .hasSize(EntryHistory.MOST)
        .startsWith(EntryVersion.of(last))
        .last()
        .extracting(EntryVersion::text)
        .isEqualTo("11");
  }

  @Test
  void the_history_goes_with_its_entry() {
    Entry first = entries.save(entry("deleted for good"));
    Entry other = entries.save(entry("kept"));
    entries.history().record(entry("new"), first);
    entries.history().record(entry("new"), other);
    entries.purge(USER, List.of(first.id()));
    assertThat(entries.history().versions(USER, first.id())).hasSize(1);
    entries.trash(USER, List.of(first.id()));
    entries.purge(USER, List.of(first.id()));
    assertThat(entries.history().versions(USER, first.id())).isEmpty();
    assertThat(entries.history().versions(USER, other.id())).hasSize(1);
  }

  private static Entry saved(Entry entry, long revision, Instant at) {
    return entry.withRevision(revision, at);
  }

  @Test
  @RequiresAbility(COUNT_STAMPED)
  void many_long_entries_are_moved_and_purged_at_once() {
    String text = "x".repeat(400_000);
    List<EntryId> ids =
        IntStream.range(0, 50)
            .mapToObj(i -> entries.save(entry(DAY, WRITTEN, "long " + i, text)).id())
            .toList();

    assertThat(entries.trash(USER, ids)).hasSize(50);
    assertThat(entries.count(USER, EntryFilter.ALL.inTrash())).isEqualTo(50);
    assertThat(entries.purge(USER, ids)).isEqualTo(50);
    assertThat(entries.count(USER, EntryFilter.ALL.inTrash())).isZero();
  }

  @Test
  void moving_to_the_trash_is_a_new_revision() {
    Entry stored = entries.save(entry("edited elsewhere"));
    entries.trash(USER, List.of(stored.id()));
    assertThatThrownBy(() -> entries.save(stored.withText("mine", "mine")))
        .isInstanceOf(EntryConflictException.class);
    assertThat(entries.find(USER, stored.id()).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void changes_since_a_time_are_reported() {
    entries.save(entry("old"));
    Instant start = store().stores().clock().now();
    Entry fresh = entries.save(entry("new"));
    EntryChanges changes = entries.changesSince(USER, start);
    assertThat(changes.total()).isEqualTo(2);
    assertThat(changes.changed()).contains(fresh.header());
    assertThat(changes.asOf()).isAfterOrEqualTo(start);
    Instant muchLater = changes.asOf().plusSeconds(60);
    assertThat(entries.changesSince(USER, muchLater).changed()).isEmpty();
    entries.trash(USER, List.of(fresh.id()));
    entries.purge(USER, List.of(fresh.id()));
    assertThat(entries.changesSince(USER, muchLater).total()).isEqualTo(1);
  }

  @Test
  @RequiresAbility(SET_DATES)
  void an_entry_of_another_program_with_missing_fields_can_be_read() {
    String id = EntryId.create().value();
    store()
        .stores()
        .database()
        .getCollection(EntryDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", id)
                .append("user_id", USER)
                .append("date", "2026-02-01")
                .append("text", "bare"));
    Entry read = entries.find(USER, new EntryId(id)).orElseThrow();
    assertThat(read.text()).isEqualTo("bare");
    assertThat(entries.save(read.withText("t", "more")).revision()).isEqualTo(1);
    assertThat(titles(EntryFilter.ALL)).containsExactly("t");
  }

  @Test
  void an_unreadable_entry_is_reported_without_its_text() {
    String id = EntryId.create().value();
    store()
        .stores()
        .database()
        .getCollection(EntryDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", id)
                .append("user_id", USER)
                .append("date", 20260201)
                .append("text", "secret"));
    assertThatThrownBy(() -> entries.find(USER, new EntryId(id)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(id)
        .hasMessageContaining("date")
        .hasMessageNotContaining("secret");
  }

  private void insertBare(String id, Object date) {
    store()
        .documents(EntryDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", id)
                .append("user_id", USER)
                .append("date", date)
                .append("text", "bare"));
  }

  private List<EntryHeader> allPages(int limit) {
    List<EntryHeader> all = new ArrayList<>();
    List<EntryHeader> page = entries.list(USER, EntryFilter.ALL, null, limit);
    all.addAll(page);
    while (page.size() == limit) {
      page = entries.list(USER, EntryFilter.ALL, PageKey.after(page.getLast()), limit);
      all.addAll(page);
    }
    return all;
  }

  @Test
  void entries_without_a_creation_time_are_on_the_pages() {
    List<Entry> drafts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      insertBare("bare-" + i, DAY.minusDays(i / 5).toString());
      // also some created before their day began
      drafts.add(entry(DAY.minusDays(i % 2), WRITTEN.minus(Duration.ofDays(i)), "e" + i, "x"));
    }
    entries.saveAll(drafts);
    List<EntryHeader> all = entries.list(USER, EntryFilter.ALL, null, 100);
    assertThat(all).hasSize(12);
    for (int limit = 1; limit < 8; limit++) {
      assertThat(allPages(limit)).as("pages of " + limit).isEqualTo(all);
    }
  }

  @Test
  @RequiresAbility(COMPARE_WITHIN_TYPES)
  void an_unreadable_entry_is_not_on_the_pages() {
    List<Entry> drafts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      drafts.add(entry(DAY, WRITTEN.plusSeconds(i), "e" + i, "x"));
    }
    entries.saveAll(drafts);
    insertBare("number", 20260201);
    Instant since = store().stores().clock().now();
    insertBare("sloppy", "2026-2-7");
    store()
        .documents(EntryDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", "titled")
                .append("user_id", USER)
                .append("date", DAY.toString())
                .append("created_at", WRITTEN.plusSeconds(3))
                .append("updated_at", since.plusSeconds(3))
                .append("title", 7));
    List<String> titles = List.of("e5", "e4", "e3", "e2", "e1", "e0");
    for (int limit : new int[] {100, 4, 3, 2, 1}) {
      assertThat(allPages(limit))
          .as("pages of " + limit)
          .extracting(EntryHeader::title)
          .isEqualTo(titles);
    }
    EntryChanges changes = entries.changesSince(USER, since);
    assertThat(changes.changed()).extracting(EntryHeader::title).contains("e5").doesNotContain("7");
    assertThat(changes.total()).as("the number of entries on the pages").isEqualTo(6);

    store()
        .documents(EntryDocumentMapper.COLLECTION)
        .updateOne(new Document("_id", "titled"), new Document("$set", new Document("title", "t")));
    assertThat(entries.changesSince(USER, since).total()).isEqualTo(7);
    assertThat(allPages(4)).hasSize(7);
  }
}
