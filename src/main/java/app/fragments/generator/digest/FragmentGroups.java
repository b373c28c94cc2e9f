package app.fragments.generator.digest;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Groups fragments under headings: by tag if tags tell them apart, otherwise by day if there are
/// few days, otherwise by the terms that many of them share.
///
/// @param groups fragment indexes by heading, in the order of the report
record FragmentGroups(String title, Map<String, List<Integer>> groups) {
  private static final int MAX_GROUPS = 8;
  private static final int MAX_DAYS = 10;
  private static final String BY_THEME = "By theme";
  private static final String BY_DAY = "By day";
  private static final String DETAILS = "Details";

  /// How many sentences of a fragment to show. A day has few fragments, often long ones; a single
  /// day is one group.
  int perFragment() {
    return title.equals(DETAILS) ? 3 : title.equals(BY_DAY) ? 2 : 1;
  }

  static FragmentGroups of(List<Entry> fragments, RepeatedTerms terms) {
    int count = fragments.size();
    Map<String, SortedSet<Integer>> byTag = byTag(fragments);
    long tagged = byTag.values().stream().flatMap(Set::stream).distinct().count();
    if (byTag.size() > 1 && tagged * 2 >= count) {
      return new FragmentGroups(BY_THEME, withoutOverlap(byTag, count));
    }
    long days = fragments.stream().map(Entry::date).distinct().count();
    if (days > 1 && days <= MAX_DAYS) {
      return new FragmentGroups(BY_DAY, byDay(fragments));
    }
    Map<String, SortedSet<Integer>> byTerm = new LinkedHashMap<>();
    terms.top(4 * MAX_GROUPS).stream()
        .filter(term -> term.fragments().size() * 5 <= count * 3)
        .forEach(term -> byTerm.put(term.text(), term.fragments()));
    if (count > 3 && byTerm.size() > 1) {
      return new FragmentGroups(BY_THEME, withoutOverlap(byTerm, count));
    }
    return days > 1
        ? new FragmentGroups(BY_DAY, byDay(fragments))
        : new FragmentGroups(DETAILS, Map.of("", IntStream.range(0, count).boxed().toList()));
  }

  /// Ignores tags that almost every fragment has, and differences in case.
  private static Map<String, SortedSet<Integer>> byTag(List<Entry> fragments) {
    Map<String, String> spelling = new HashMap<>();
    Map<String, SortedSet<Integer>> byTag = new TreeMap<>();
    for (int i = 0; i < fragments.size(); i++) {
      for (String tag : fragments.get(i).tags()) {
        String name = spelling.computeIfAbsent(TokenNormalizer.normalize(tag), key -> tag.strip());
        byTag.computeIfAbsent(name, key -> new TreeSet<>()).add(i);
      }
    }
    byTag.keySet().removeIf(String::isBlank);
    byTag.values().removeIf(in -> fragments.size() > 2 && in.size() * 10 > fragments.size() * 7);
    return byTag;
  }

  private static Map<String, List<Integer>> byDay(List<Entry> fragments) {
    return IntStream.range(0, fragments.size())
        .boxed()
        .sorted(Comparator.comparing(i -> fragments.get(i).date()))
        .collect(
            Collectors.groupingBy(
                i -> DateFormats.period(fragments.get(i).date(), fragments.get(i).date()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /// Puts each fragment in one group: the largest groups choose first, the rest comes last.
  private static Map<String, List<Integer>> withoutOverlap(
      Map<String, SortedSet<Integer>> groups, int fragments) {
    Map<String, List<Integer>> result = new LinkedHashMap<>();
    Set<Integer> free = new TreeSet<>(IntStream.range(0, fragments).boxed().toList());
    while (result.size() < MAX_GROUPS) {
      String largest = "";
      List<Integer> members = List.of();
      for (Map.Entry<String, SortedSet<Integer>> group : groups.entrySet()) {
        List<Integer> own = group.getValue().stream().filter(free::contains).toList();
        if (own.size() > members.size()) {
          largest = group.getKey();
          members = own;
        }
      }
      if (members.isEmpty()) {
        break;
      }
      result.computeIfAbsent(heading(largest), key -> new ArrayList<>()).addAll(members);
      members.forEach(free::remove);
    }
    if (!free.isEmpty()) {
      result.computeIfAbsent("Other", key -> new ArrayList<>()).addAll(free);
    }
    return result;
  }

  private static String heading(String term) {
    String spaced = term.replaceAll("[-_/]", " ").strip();
    if (spaced.isEmpty()) {
      return term;
    }
    int next = spaced.offsetByCodePoints(0, 1);
    return Character.toString(Character.toTitleCase(spaced.codePointAt(0)))
        + spaced.substring(next);
  }
}
