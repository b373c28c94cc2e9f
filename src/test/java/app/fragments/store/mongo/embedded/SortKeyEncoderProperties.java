package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortKeyEncoderProperties {

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                true,
                false,
                MinKey.getInstance(),
                MaxKey.getInstance(),
                0,
                -0.0,
                0.5,
                -0.5,
                "",
                "a",
                "a\u0000",
                "a\u0001",
                "\uffff",
                "🎉",
                Instant.EPOCH)
            .injectNull(0.1),
        Arbitraries.integers().map(Object.class::cast),
        Arbitraries.longs().between(-(1L << 53), 1L << 53).map(Object.class::cast),
        Arbitraries.doubles().between(-1e6, 1e6).map(Object.class::cast),
        Arbitraries.strings().ofMaxLength(4).map(Object.class::cast),
        Arbitraries.longs()
            .between(-100_000_000_000_000L, 100_000_000_000_000L)
            .map(Instant::ofEpochMilli)
            .map(Object.class::cast),
        Arbitraries.bytes().array(byte[].class).ofSize(12).map(ObjectId::new));
  }

  @Property(tries = 2_000)
  void keys_sort_like_their_values_and_descending_ones_in_reverse(
      @ForAll("values") Object one, @ForAll("values") Object other) {
    Assume.that(SortKeyEncoder.canWrite(one) && SortKeyEncoder.canWrite(other));
    int expected = Integer.signum(ValueComparator.asc().compare(one, other));
    assertThat(compare(one, other, true)).isEqualTo(expected);
    assertThat(compare(one, other, false)).isEqualTo(-expected);
  }

  @Property(tries = 500)
  void no_key_is_a_prefix_of_another(@ForAll("values") Object one, @ForAll("values") Object other) {
    Assume.that(SortKeyEncoder.canWrite(one) && SortKeyEncoder.canWrite(other));
    byte[] first = key(one, true);
    byte[] second = key(other, true);
    Assume.that(!Arrays.equals(first, second));
    int length = Math.min(first.length, second.length);
    assertThat(Arrays.mismatch(first, 0, length, second, 0, length)).isNotNegative();
  }

  private static int compare(Object one, Object other, boolean ascending) {
    return Integer.signum(Arrays.compareUnsigned(key(one, ascending), key(other, ascending)));
  }

  private static byte[] key(Object value, boolean ascending) {
    return new SortKeyEncoder().write(value, ascending).toBytes();
  }
}
