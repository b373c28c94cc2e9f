package app.fragments.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Renames a tag in all entries, trash and text included. If the new tag exists, both become one.
/// Tags below it move along: from `project` to `work`, `project/alpha` becomes `work/alpha`.
public final class TagRename {
  private static final int PAGE = 500;

  private final EntryStore store;
  private final String userId;
  private final String from;
  private final String to;

  public TagRename(EntryStore store, String userId, String from, String to) {
    this.store = store;
    this.userId = userId;
    this.from = Tags.clean(from);
    this.to = Tags.clean(to);
  }

  /// What to restore in an entry.
  ///
  /// @param textBefore null if only the tags changed
  private record Change(
      List<String> tagsBefore,
      List<String> tagsAfter,
      @Nullable String textBefore,
      @Nullable String textAfter) {
    static Change of(Entry before, Entry after) {
      boolean isSame = before.text().equals(after.text());
      return new Change(
          before.tags(), after.tags(), isSame ? null : before.text(), isSame ? null : after.text());
    }
  }

  /// The entries that were changed, and how to change them back.
  public final class Result {
    private final Map<EntryId, Change> changes = new LinkedHashMap<>();
    private final List<EntryHeader> headers = new ArrayList<>();

    private void add(Entry before, Entry after) {
      changes.put(after.id(), Change.of(before, after));
      headers.add(after.header());
    }

    public List<EntryHeader> headers() {
      return headers;
    }

    /// Restores the tags and texts. What was written since stays. Blocks on the store.
    public List<EntryHeader> undo() {
      Result undone = new Result();
      changes.keySet().stream()
          .gather(Gatherers.windowFixed(PAGE))
          .forEach(
              ids ->
                  save(
                      store.findAll(userId, ids),
                      entry -> restored(entry, Objects.requireNonNull(changes.get(entry.id()))),
                      undone));
      return undone.headers();
    }
  }

  /// Renames the tag. Entries that somebody else saves meanwhile are read again. Blocks on the
  /// store.
  public Result run() {
    Result result = new Result();
    for (EntryFilter filter : List.of(EntryFilter.ALL, EntryFilter.ALL.inTrash())) {
      store
          .pages(userId, filter.withTags(List.of(from)), PAGE)
          .map(page -> page.stream().map(EntryHeader::id).toList())
          .forEach(ids -> save(store.findAll(userId, ids), this::renamed, result));
    }
    return result;
  }

  private void save(List<Entry> entries, UnaryOperator<Entry> change, Result result) {
    List<Entry> current = entries;
    while (!current.isEmpty()) {
      List<Entry> before =
          current.stream().filter(entry -> !change.apply(entry).equals(entry)).toList();
      List<Entry> saved = store.saveAll(before.stream().map(change).toList());
      List<EntryId> refused = new ArrayList<>();
      int next = 0;
      for (Entry entry : before) {
        if (next < saved.size() && saved.get(next).id().equals(entry.id())) {
          result.add(entry, saved.get(next++));
        } else {
          refused.add(entry.id());
        }
      }
      current = store.findAll(userId, refused);
    }
  }

  private Entry renamed(Entry entry) {
    boolean isInText = InlineTags.of(entry.text()).stream().anyMatch(this::isOld);
    Stream<String> tags = entry.tags().stream().map(this::renamed);
    if (!isInText) {
      return entry.withTags(Tags.distinct(tags.toList()));
    }
    if (InlineTags.isValid(to)) {
      return entry
          .withTags(Tags.distinct(tags.toList()))
          .withText(entry.title(), InlineTags.replace(entry.text(), this::renamed));
    }
    // a name with spaces can't be written in a text
    Stream<String> moved =
        InlineTags.of(entry.text()).stream().filter(this::isOld).map(this::renamed);
    return entry
        .withTags(Tags.distinct(Stream.concat(tags, moved).toList()))
        .withText(entry.title(), InlineTags.unmark(entry.text(), this::isOld));
  }

  private boolean isOld(String tag) {
    return Tags.isWithin(tag, Tags.key(from));
  }

  private String renamed(String tag) {
    if (!isOld(tag)) {
      return tag;
    }
    int end = -1;
    for (long slashes = from.chars().filter(c -> c == '/').count(); slashes >= 0; slashes--) {
      end = tag.indexOf('/', end + 1);
    }
    return end < 0 ? to : to + tag.substring(end);
  }

  private static Entry restored(Entry now, Change change) {
    List<String> tags = change.tagsBefore();
    if (!now.tags().equals(change.tagsAfter())) {
      tags =
          Tags.distinct(
              Stream.concat(
                      now.tags().stream().filter(tag -> !isAdded(tag, change)),
                      change.tagsBefore().stream().filter(tag -> !change.tagsAfter().contains(tag)))
                  .toList());
    }
    String text = now.text();
    if (change.textBefore() != null && text.equals(change.textAfter())) {
      text = change.textBefore();
    }
    return now.withTags(tags).withText(now.title(), text);
  }

  private static boolean isAdded(String tag, Change change) {
    return change.tagsAfter().contains(tag) && !change.tagsBefore().contains(tag);
  }
}
