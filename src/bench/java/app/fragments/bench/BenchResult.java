package app.fragments.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The results of one benchmark: a table on standard output and a JSON file in `target/bench/`.
final class BenchResult {
  private final String name;
  private final String about;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /// @param name of the JSON file
  /// @param about what is measured and how, in a few sentences
  BenchResult(String name, String about) {
    this.name = name;
    this.about = about;
  }

  /// Adds a result.
  ///
  /// @param bound the target in the same unit, or an empty string
  void add(String what, double value, String unit, String bound) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("value", Math.round(value * 1000) / 1000.0);
    row.put("unit", unit);
    row.put("bound", bound);
    rows.add(row);
    System.out.printf(Locale.ROOT, "  %-62s %12.2f %-10s %s%n", what, value, unit, bound);
  }

  /// Writes the JSON file.
  void write() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", name);
    all.put("about", about);
    all.put("machine", Machine.describe());
    all.put("figures", rows);
    Path file = file(name);
    Files.createDirectories(file.getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
  }

  /// The JSON file of a benchmark.
  static Path file(String name) {
    return Path.of("target", "bench", name + ".json");
  }

  static double median(double[] values) {
    return percentile(values, 0.5);
  }

  /// The percentile: the value below which the given share of the values lies.
  static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }
}
