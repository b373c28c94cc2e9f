package app.fragments.journal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Compares tags. Two spellings are one tag if they differ in case only, or in how their accents
/// are encoded. A slash makes a hierarchy: `project` also stands for `project/alpha`.
public final class Tags {
  private static final int ASCII = 128;

  private Tags() {}

  /// What a user typed as a tag, without `#` and in composed letters; may be empty.
  public static String clean(String typed) {
    String tag = typed.strip().replaceFirst("^#+", "").strip();
    return isAscii(tag) ? tag : Normalizer.normalize(tag, Normalizer.Form.NFC);
  }

  /// The same for all spellings of a tag.
  public static String key(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /// Whether a tag is the wanted one or below it.
  ///
  /// @param wantedKey the key of the wanted tag
  public static boolean isWithin(String tag, String wantedKey) {
    String key = key(tag);
    return key.startsWith(wantedKey)
        && (key.length() == wantedKey.length() || key.charAt(wantedKey.length()) == '/');
  }

  public static boolean isSame(String one, String other) {
    return key(one).equals(key(other));
  }

  /// The tags and, from `project/alpha`, the tags above: everything that finds an entry.
  ///
  /// @return spelling by key
  public static Map<String, String> withParents(Collection<String> tags) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String tag : tags) {
      for (int end = tag.indexOf('/', 1); end > 0; end = tag.indexOf('/', end + 1)) {
        String parent = tag.substring(0, end);
        all.putIfAbsent(key(parent), parent);
      }
      all.putIfAbsent(key(tag), tag);
    }
    return all;
  }

  /// Keeps the first spelling of each tag.
  public static List<String> distinct(Collection<String> tags) {
    Set<String> keys = new LinkedHashSet<>();
    return tags.stream().filter(tag -> keys.add(key(tag))).toList();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}
