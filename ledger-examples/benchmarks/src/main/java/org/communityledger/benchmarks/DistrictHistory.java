package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;
import org.communityledger.Ledger;

/**
 * All that is recorded in a made-up district, in order of time and without end: what there is, and cases from their
 * report to their close, 60 a day. It holds every type of event there is, the rules would allow each, a few things are named
 * all the time and most hardly ever, and a few entries are wrong and are taken back. The same seed gives the same
 * history. It is also the clock by which it is recorded. Not thread-safe, save for the time.
 */
final class DistrictHistory implements InstantSource {
  private static final Instant START = Instant.parse("2016-01-04T00:30:00Z");
  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(60);

  private final District district;
  private final UnaryOperator<Step> telling;
  private final PriorityQueue<Due> due = new PriorityQueue<>(
      Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private volatile Instant now = START;
  private long courses;

  DistrictHistory(long seed) {
    this(seed, BETWEEN);
  }

  /** With another time between one case and the next: a calm district goes through more years with fewer entries. */
  DistrictHistory(long seed, Duration between) {
    this(seed, between, UnaryOperator.identity());
  }

  private DistrictHistory(long seed, Duration between, UnaryOperator<Step> telling) {
    this.telling = telling;
    this.district = new District(new Chance(seed), START);
    Settling settling = new Settling(district);
    begin(settling);
    add(START.plus(settling.beginning()), new Arrivals(district, between, this::begin));
  }

  /**
   * The same history, but 30 % of the events tell something personal: a narrative, photos, findings, remarks or a reason.
   */
  static DistrictHistory withPersonalValues(long seed) {
    return new DistrictHistory(seed, BETWEEN, new PersonalWords(new Chance(~seed))::tellingOf);
  }

  /** A course, when it goes on; of two at the same time, the one that was given first comes first. */
  private record Due(Instant at, long number, Course course) {}

  private void begin(Course course) {
    course.pause().ifPresent(it -> add(district.now().plus(it), course));
  }

  private void add(Instant at, Course course) {
    due.add(new Due(at, courses++, course));
  }

  /** The next thing recorded; the clock stands at its time. */
  Step next() {
    while (true) {
      Due next = due.remove();
      district.timeIs(next.at());
      now = next.at();
      Optional<Step> step = next.course().step();
      next.course().pause().ifPresent(it -> add(next.at().plus(it), next.course()));
      if (step.isPresent()) {
        return telling.apply(step.get());
      }
    }
  }

  /** Lets pass what leads to so many entries. */
  void skip(long entries) {
    for (long passed = 0; passed < entries;) {
      passed += next().entries();
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Opens the ledger of this history, founding it if the file does not exist; only the founding takes an id from it. */
  Ledger open(Path file) {
    return Ledger.at(file).unrestricted().origin("ledger.example/street").zone(District.ZONE).clock(this)
        .ids(() -> "founding").open();
  }
}
