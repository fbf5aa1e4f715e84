package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.communityledger.kernel.PolicyId;

/**
 * How a district comes to what it has: most of it is registered in the beginning, some of it as time goes by, and
 * policies are revised. Not thread-safe.
 */
final class Settling implements Course {
  static final PolicyId REPAIRS = new PolicyId("sla-repairs");
  static final PolicyId SERVICE = new PolicyId("sla-service");
  private static final int COMPANIES = 60;
  private static final int RESIDENTS = 200;
  private static final Duration AT_FIRST = Duration.ofSeconds(20);
  private static final Duration LATER = Duration.ofDays(6);

  private final District district;
  private final Deque<Supplier<Step>> beginnings = new ArrayDeque<>();

  Settling(District district) {
    this.district = district;
    beginnings.add(() -> district.newOffice(District.OFFICE));
    beginnings.add(() -> district.newOffice(District.SUPERVISION));
    beginnings.add(() -> revised(REPAIRS));
    beginnings.add(() -> revised(SERVICE));
    beginnings.add(district::newStreet);
    for (int i = 0; i < District.COMMUNITIES; i++) {
      int number = i;
      beginnings.add(() -> district.newCommunity(number));
    }
    add(District.FIRST_ESTATES, district::newEstate);
    add(COMPANIES, district::newCompany);
    add(RESIDENTS, () -> district.newPerson(district.newcomer(), "resident"));
    for (int i = 0; i < District.WORKERS; i++) {
      int number = i;
      beginnings.add(() -> district.newPerson(District.worker(number), "grid-worker"));
    }
  }

  private void add(int times, Supplier<Step> registration) {
    for (int i = 0; i < times; i++) {
      beginnings.add(registration);
    }
  }

  /** How long it takes until all is there that cases name. */
  Duration beginning() {
    return AT_FIRST.multipliedBy(beginnings.size() + 1);
  }

  @Override
  public Optional<Duration> pause() {
    return Optional.of(beginnings.isEmpty() ? district.chance().about(LATER) : AT_FIRST);
  }

  @Override
  public Optional<Step> step() {
    return Optional.of(beginnings.isEmpty() ? later() : beginnings.remove().get());
  }

  private Step later() {
    int draw = district.chance().between(1, 100);
    if (draw <= 40) {
      return district.newEstate();
    }
    return draw <= 90 ? district.newCompany() : revised(draw % 2 == 0 ? REPAIRS : SERVICE);
  }

  /** Categories that a policy leaves out have no due date. */
  private Step revised(PolicyId policy) {
    Map<String, Integer> days = new TreeMap<>();
    CaseFile.CATEGORIES.stream().filter(it -> !it.equals("parking"))
        .forEach(it -> days.put(it, district.chance().between(5, 40)));
    return district.nextVersion(policy, days);
  }
}
