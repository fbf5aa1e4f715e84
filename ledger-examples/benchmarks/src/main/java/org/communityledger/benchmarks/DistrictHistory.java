package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.communityledger.Ledger;
import org.communityledger.kernel.Header;

/**
 * All that is recorded in a made-up district, in order of time and without end: what is there, and all matters that come
 * up, each in its own course. Whatever is asked, the rules decide, so that nothing is recorded that they would not allow.
 * It holds every type of event there is, a few things are named all the time and most hardly ever, and a few entries are
 * wrong and are taken back. The same seed and residents give the same history. It is also the clock by which it is
 * recorded. Not thread-safe, save for the time.
 */
final class DistrictHistory implements InstantSource {
  private static final Instant START = Instant.parse("2016-01-04T00:30:00Z");
  private static final Duration AT_FIRST = Duration.ofSeconds(20);
  private static final Duration YEAR = Duration.ofDays(365);
  /** Also among few residents everything comes up now and then. */
  private static final Duration SELDOM = Duration.ofDays(45);
  private static final int FEWEST = 1_000;
  private static final double ENTRIES_OF_A_RESIDENT_IN_A_YEAR = 3.2;
  static final int YEARS = 5;

  private final District district;
  private final RulesInMemory rules = new RulesInMemory();
  private final UnaryOperator<Asked> telling;
  private final boolean isTold;
  private final PriorityQueue<Due> due = new PriorityQueue<>(
      Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private volatile Instant now = START;
  private long courses;

  /** A district with so many residents; the more there are, the more happens in a year. */
  DistrictHistory(long seed, int residents) {
    this(seed, residents, UnaryOperator.identity(), false);
  }

  private DistrictHistory(long seed, int residents, UnaryOperator<Asked> telling, boolean isTold) {
    this.telling = telling;
    this.isTold = isTold;
    this.district = new District(new Chance(seed), START, residents, rules::find);
    List<Matters> matters = matters(district);
    Instant beginning = begin(matters);
    matters.stream().flatMap(it -> it.underWay().stream()).forEach(
        it -> add(beginning, new Beginning(it, this::begin)));
    matters.stream().flatMap(it -> it.kinds().stream())
        .forEach(
            it -> add(beginning, new Arrivals(district.chance(), between(it, residents), it.matter(), this::begin)));
  }

  /** Everything that goes on; what needs what others have comes after them. */
  private static List<Matters> matters(District district) {
    PartyMatters parties = new PartyMatters(district);
    SiteMatters sites = new SiteMatters(district);
    ActivityMatters activities = new ActivityMatters(district);
    MembershipMatters membership = new MembershipMatters(district, parties, sites.stations());
    RoleMatters roles = new RoleMatters(district, parties.households());
    AidMatters aid = new AidMatters(district, parties, sites.stations());
    CaseMatters cases = new CaseMatters(district, activities.meetings());
    AssetMatters assets = new AssetMatters(district, cases.accepted());
    RecordMatters records = new RecordMatters(district);
    return List.of(parties, sites, membership, activities, aid, roles, cases, assets, records);
  }

  /** The history that a benchmark of so many entries needs. */
  static DistrictHistory of(Options options, int size) {
    return new DistrictHistory(options.seed(), options.residents().orElseGet(() -> residentsFor(size)));
  }

  /** The same history, but with personal values. */
  static DistrictHistory withPersonalValues(Options options, int size) {
    return withPersonalValues(options.seed(), options.residents().orElseGet(() -> residentsFor(size)));
  }

  /**
   * The same history, but 30 % of the events tell something personal: a narrative, photos, findings, remarks or a reason.
   */
  static DistrictHistory withPersonalValues(long seed, int residents) {
    return new DistrictHistory(seed, residents, new PersonalWords(new Chance(~seed))::tellingOf, true);
  }

  /** How many residents lead to so many entries in five years. */
  static int residentsFor(int entries) {
    return (int) Math.max(FEWEST, entries / (YEARS * ENTRIES_OF_A_RESIDENT_IN_A_YEAR));
  }

  /** About how many entries so many residents lead to in so many years. */
  static int entriesOf(int residents, int years) {
    return (int) Math.min(Integer.MAX_VALUE, residents * (double) years * ENTRIES_OF_A_RESIDENT_IN_A_YEAR);
  }

  private static Duration between(Matters.Kind kind, int residents) {
    double timesInAYear = kind.often() * residents / 1_000;
    Duration between = Duration.ofMillis((long) (YEAR.toMillis() / timesInAYear));
    return between.compareTo(SELDOM) < 0 ? between : SELDOM;
  }

  /** A course, when it goes on; of two at the same time, the one that was given first comes first. */
  private record Due(Instant at, long number, Course course) {}

  /** What is there from the beginning; says when all of it is. */
  private Instant begin(List<Matters> matters) {
    Agenda agenda = new Agenda(district);
    List<Supplier<Asked>> beginnings = matters.stream().flatMap(it -> it.beginnings().stream()).toList();
    beginnings.forEach(it -> agenda.after(AT_FIRST, () -> Optional.of(it.get())));
    begin(agenda);
    return START.plus(AT_FIRST.multipliedBy(beginnings.size() + 1));
  }

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
      Optional<Step> step = next.course().step().map(telling).map(this::decided);
      next.course().pause().ifPresent(it -> add(next.at().plus(it), next.course()));
      if (step.isPresent()) {
        return step.get();
      }
    }
  }

  private Step decided(Asked asked) {
    return new Step(asked, isTold ? asked.header() : silent(asked.header()), rules.decide(asked, now));
  }

  /** The rules ask for some reasons, but sealed ones are never the same bytes twice. */
  private static Header silent(Header header) {
    return new Header(header.command(), header.actor(), header.occurred(), header.source(), Optional.empty(),
        header.correlation(), header.causation(), header.irregular(), header.today());
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
