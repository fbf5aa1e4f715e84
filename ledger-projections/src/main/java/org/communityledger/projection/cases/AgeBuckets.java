package org.communityledger.projection.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communityledger.kernel.Span;

/**
 * How ages in days are told apart.
 *
 * @param upTo the last day of each bucket but the last, which has no end, rising
 */
public record AgeBuckets(List<Long> upTo) {
  /** A week, a month, a quarter, and more. */
  public static final AgeBuckets USUAL = new AgeBuckets(List.of(7L, 30L, 90L));

  public AgeBuckets {
    upTo = List.copyOf(upTo);
    long before = -1;
    for (Long each : upTo) {
      if (each <= before) {
        throw new IllegalArgumentException("Ages must rise from 0 on: " + upTo);
      }
      before = each;
    }
  }

  /** The names of the buckets in which an age of so many days can be: {@code 0-7}, {@code 8-30}, {@code over-90}. */
  public List<String> of(Span age) {
    int first = bucket(age.least());
    int last = age.most().map(this::bucket).orElse(upTo.size());
    return IntStream.rangeClosed(first, last).mapToObj(this::name).toList();
  }

  private int bucket(long days) {
    return (int) upTo.stream().filter(it -> it < days).count();
  }

  private String name(int bucket) {
    Optional<Long> before = bucket == 0 ? Optional.empty() : Optional.of(upTo.get(bucket - 1));
    return bucket == upTo.size()
        ? before.map(it -> "over-" + it).orElse("any")
        : before.map(it -> it + 1).orElse(0L) + "-" + upTo.get(bucket);
  }

  /** The names of all buckets, the youngest first. */
  public List<String> names() {
    return Stream.iterate(0, it -> it <= upTo.size(), it -> it + 1).map(this::name).toList();
  }
}
