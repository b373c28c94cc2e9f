package app.fragments.generator.digest;

import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.factcheck.TokenNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Groups fragments under headings: by their tags where these tell them apart, else by day where
/// the days are few, else by the words that many of them share.
///
/// @param title of the section
/// @param groups heading to fragments, from 0, in the order of the report
record FragmentGroups(String title, Map<String, List<Integer>> groups) {
  private static final int MOST_GROUPS = 8;
  private static final int MOST_DAYS = 10;
  private static final String BY_DAY = "By day";
  private static final String IN_DETAIL = "In detail";
  private static final String REST = "Other";

  /// How many sentences of a fragment are worth their room: a day's heading has few fragments, and
  /// often long ones; and a single day has but one heading.
  int perFragment() {
    return switch (title) {
      case IN_DETAIL -> 3;
      case BY_DAY -> 2;
      default -> 1;
    };
  }

  static FragmentGroups of(List<Entry> fragments, RepeatedTerms recurring) {
    Map<String, SortedSet<Integer>> byTag = byTag(fragments);
    long tagged = byTag.values().stream().flatMap(Set::stream).distinct().count();
    if (byTag.size() > 1 && tagged * 2 >= fragments.size()) {
      return new FragmentGroups("By theme", grouped(byTag, fragments.size()));
    }
    long days = fragments.stream().map(Entry::date).distinct().count();
    if (days > 1 && days <= MOST_DAYS) {
      return new FragmentGroups(BY_DAY, byDay(fragments));
    }
    Map<String, SortedSet<Integer>> byWord = new LinkedHashMap<>();
    recurring.words(4 * MOST_GROUPS).stream()
        .filter(word -> word.fragments().size() * 5 <= fragments.size() * 3)
        .forEach(word -> byWord.put(word.words(), word.fragments()));
    if (fragments.size() > 3 && byWord.size() > 1) {
      return new FragmentGroups("By theme", grouped(byWord, fragments.size()));
    }
    return days > 1
        ? new FragmentGroups(BY_DAY, byDay(fragments))
        : new FragmentGroups(IN_DETAIL, Map.of("", all(fragments)));
  }

  private static List<Integer> all(List<Entry> fragments) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      all.add(i);
    }
    return all;
  }

  /// The tags that not nearly every fragment has; the same in another case is the same tag.
  private static Map<String, SortedSet<Integer>> byTag(List<Entry> fragments) {
    Map<String, String> shown = new HashMap<>();
    Map<String, SortedSet<Integer>> byTag = new TreeMap<>();
    for (int i = 0; i < fragments.size(); i++) {
      for (String tag : fragments.get(i).tags()) {
        String name = shown.computeIfAbsent(TokenNormalizer.normalize(tag), key -> tag.strip());
        byTag.computeIfAbsent(name, key -> new TreeSet<>()).add(i);
      }
    }
    byTag.keySet().removeIf(String::isBlank);
    byTag.values().removeIf(in -> fragments.size() > 2 && in.size() * 10 > fragments.size() * 7);
    return byTag;
  }

  private static Map<String, List<Integer>> byDay(List<Entry> fragments) {
    Map<String, List<Integer>> byDay = new LinkedHashMap<>();
    all(fragments).stream()
        .sorted(Comparator.comparing((Integer i) -> fragments.get(i).date()))
        .forEach(
            i ->
                byDay
                    .computeIfAbsent(
                        Period.format(fragments.get(i).date()), key -> new ArrayList<>())
                    .add(i));
    return byDay;
  }

  /// Each fragment under one heading: the largest groups take theirs first, what fits none comes
  /// last.
  private static Map<String, List<Integer>> grouped(
      Map<String, SortedSet<Integer>> groups, int fragments) {
    Map<String, List<Integer>> result = new LinkedHashMap<>();
    Set<Integer> free = new TreeSet<>();
    for (int i = 0; i < fragments; i++) {
      free.add(i);
    }
    Map<String, SortedSet<Integer>> left = new LinkedHashMap<>(groups);
    while (!left.isEmpty() && !free.isEmpty() && result.size() < MOST_GROUPS) {
      String best = "";
      List<Integer> bestFree = List.of();
      for (Map.Entry<String, SortedSet<Integer>> group : left.entrySet()) {
        List<Integer> own = group.getValue().stream().filter(free::contains).toList();
        if (own.size() > bestFree.size()) {
          best = group.getKey();
          bestFree = own;
        }
      }
      if (bestFree.isEmpty()) {
        break;
      }
      result.put(heading(best), bestFree);
      bestFree.forEach(free::remove);
      left.remove(best);
    }
    if (!free.isEmpty()) {
      result.computeIfAbsent(REST, key -> new ArrayList<>());
      List<Integer> rest = new ArrayList<>(result.getOrDefault(REST, List.of()));
      rest.addAll(free);
      result.put(REST, rest);
    }
    return result;
  }

  private static String heading(String word) {
    String spaced = word.replace('-', ' ').replace('_', ' ').replace('/', ' ').strip();
    if (spaced.isEmpty()) {
      return word;
    }
    int first = spaced.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(spaced.substring(Character.charCount(first)))
        .toString();
  }
}
