package app.fragments.http;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes metrics in Prometheus text format 0.0.4.
final class PrometheusText {
  private final StringBuilder text = new StringBuilder();

  /// Starts a metric; its samples follow.
  ///
  /// @param type `counter`, `gauge` or `histogram`
  void metric(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  void sample(String name, Map<String, String> labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append(
          labels.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(number(value)).append('\n');
  }

  /// Writes a metric with one sample and no labels.
  void single(String name, String type, String help, double value) {
    metric(name, type, help);
    sample(name, Map.of(), value);
  }

  static String number(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return "+Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
