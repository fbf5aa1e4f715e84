package org.communityledger.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.communityledger.cases.DefineSlaPolicy;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PolicyId;

/** Cases from their report to their close, and the deadlines they are under. Not thread-safe. */
final class CaseMatters implements Matters {
  static final PolicyId REPAIRS = new PolicyId("sla-repairs");
  static final PolicyId SERVICE = new PolicyId("sla-service");
  private static final int CASES_IN_A_YEAR_AMONG_A_THOUSAND = 100;

  private final District district;
  private final Chance chance;
  private final Pool<ActivityId> meetings;
  private final Recent accepted = new Recent();
  private final Map<PolicyId, Integer> versions = new HashMap<>();

  /**
   * Cases of a district.
   *
   * @param meetings those that were held, where cases can be heard
   */
  CaseMatters(District district, Pool<ActivityId> meetings) {
    this.district = district;
    this.chance = district.chance();
    this.meetings = meetings;
  }

  /** Cases that were accepted. */
  Supplier<Optional<CaseId>> accepted() {
    return accepted::last;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of(() -> revised(REPAIRS), () -> revised(SERVICE));
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(CASES_IN_A_YEAR_AMONG_A_THOUSAND, this::reported), new Kind(0.1, this::revised));
  }

  private Course reported() {
    int draw = chance.between(1, 100);
    Optional<Party> reporter = draw <= 25
        ? Optional.empty()
        : Optional.of(draw <= 65 ? district.someWorker() : district.someResident());
    return new CaseCourse(district, reporter, accepted, meetings).agenda();
  }

  private Course revised() {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.DAYS, () -> revised(chance.happens(500) ? REPAIRS : SERVICE));
    return agenda;
  }

  /** The next version of a policy. Categories that it leaves out have no due date. */
  private Asked revised(PolicyId policy) {
    Map<String, Integer> days = new TreeMap<>();
    CaseFile.CATEGORIES.stream().filter(it -> !it.equals("parking"))
        .forEach(it -> days.put(it, chance.between(5, 40)));
    return district.asks(new DefineSlaPolicy(policy, versions.merge(policy, 1, Integer::sum), days));
  }
}
