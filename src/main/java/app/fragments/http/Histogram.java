package app.fragments.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Counts durations by how long they were. Usable from any thread.
final class Histogram {
  private static final double NANOS = 1e9;

  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  /// @param bounds the buckets' upper ends in seconds, rising; one without end is added
  Histogram(double... bounds) {
    this.bounds = bounds.clone();
    counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
  }

  void observe(Duration duration) {
    double seconds = duration.toNanos() / NANOS;
    int bucket = 0;
    while (bucket < bounds.length && seconds > bounds[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(seconds);
  }

  void write(PrometheusText text, String name, String help) {
    text.metric(name, "histogram", help);
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i].sum();
      double bound = i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY;
      text.sample(name + "_bucket", Map.of("le", PrometheusText.number(bound)), count);
    }
    text.sample(name + "_sum", Map.of(), sum.sum());
    text.sample(name + "_count", Map.of(), count);
  }
}
