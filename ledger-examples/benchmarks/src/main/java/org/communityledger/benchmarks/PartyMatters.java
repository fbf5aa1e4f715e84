package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyCommand.MoveHouseholdMember;
import org.communityledger.parties.PartyCommand.RecordAlias;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.RegisterPlace;

/** Who is there and where: places, organisations, persons and households, and how they change. Not thread-safe. */
final class PartyMatters implements Matters {
  /** How many are there from the beginning. */
  static final int COMPANIES = 60;
  private static final int PERSONS_AMONG_A_THOUSAND = 100;
  private static final int HOUSEHOLDS_AMONG_A_THOUSAND = 24;

  private final District district;
  private final Chance chance;
  private final Pool<HouseholdId> households;
  private final Pool<PersonId> alone;
  private final Pool<PersonId> members;
  private final Map<PersonId, HouseholdId> homes = new HashMap<>();
  private final Map<HouseholdId, Set<PersonId>> together = new HashMap<>();
  private final Set<PersonId> minors = new HashSet<>();
  private int aliases;

  PartyMatters(District district) {
    this.district = district;
    this.chance = district.chance();
    this.households = new Pool<>(chance);
    this.alone = new Pool<>(chance);
    this.members = new Pool<>(chance);
  }

  /** The households that are known. */
  Pool<HouseholdId> households() {
    return households;
  }

  /** Those who are known to live in a household. */
  Set<PersonId> membersOf(HouseholdId household) {
    return together.getOrDefault(household, Set.of());
  }

  /** Whether a person is registered as not of age. */
  boolean isMinor(PersonId person) {
    return minors.contains(person);
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    List<Supplier<Asked>> all = new ArrayList<>();
    all.add(() -> office(District.OFFICE));
    all.add(() -> office(District.SUPERVISION));
    all.add(() -> district.asks(
        new RegisterPlace(District.street(), "STREET", "The street", Optional.empty(), true)));
    for (int i = 0; i < District.COMMUNITIES; i++) {
      int number = i;
      all.add(() -> district.asks(new RegisterPlace(District.community(number), "COMMUNITY", "Community " + number,
          Optional.of(District.street()), true)));
    }
    add(all, District.FIRST_ESTATES, this::estate);
    add(all, COMPANIES, this::company);
    for (int i = 0; i < District.WORKERS; i++) {
      int number = i;
      all.add(() -> district
          .asks(RegisterPerson.of(District.worker(number), Optional.of(true), Optional.of("grid-worker"))));
    }
    add(all, district.among(PERSONS_AMONG_A_THOUSAND), this::resident);
    add(all, district.among(HOUSEHOLDS_AMONG_A_THOUSAND), this::household);
    return all;
  }

  private static void add(List<Supplier<Asked>> all, int times, Supplier<Asked> registration) {
    for (int i = 0; i < times; i++) {
      all.add(registration);
    }
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(16, () -> once(this::resident)), new Kind(4, () -> once(this::household)),
        new Kind(4, () -> once(this::move)), new Kind(0.4, () -> once(this::estate)),
        new Kind(0.5, () -> once(this::company)), new Kind(0.6, this::aliases));
  }

  private Course once(Supplier<Asked> registration) {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.HOURS, registration);
    return agenda;
  }

  private Asked office(OrgId office) {
    return district.asks(
        new RegisterOrg(office, "OFFICE", "The " + office.value(), true, Optional.empty(), Optional.empty()));
  }

  private Asked estate() {
    int number = district.newEstate();
    return district.asks(new RegisterPlace(District.estate(number), "ESTATE", "Estate " + number,
        Optional.of(District.community(number % District.COMMUNITIES)), chance.happens(900)));
  }

  /** Some belong to an older one. */
  private Asked company() {
    PlaceId place = district.someEstate();
    int number = district.newCompany();
    Optional<OrgId> parent = number >= 20 && chance.happens(200)
        ? Optional.of(District.company(number / 10))
        : Optional.empty();
    return district.asks(new RegisterOrg(District.company(number), number % 3 == 0 ? "PROPERTY" : "CONTRACTOR",
        "Works " + number, chance.happens(950), parent, Optional.of(place)));
  }

  private Asked resident() {
    PersonId person = district.newResident();
    alone.add(person);
    Optional<Boolean> over18 = chance.happens(980) ? Optional.of(chance.happens(850)) : Optional.empty();
    if (over18.equals(Optional.of(false))) {
      minors.add(person);
    }
    return district.asks(RegisterPerson.of(person, over18, Optional.of("resident")));
  }

  /** Not all who live there are known by name. */
  private Asked household() {
    HouseholdId household = new HouseholdId(district.nextId());
    List<PersonId> named = new ArrayList<>();
    for (int left = chance.between(1, 4); left > 0; left--) {
      alone.take().ifPresent(named::add);
    }
    named.forEach(members::add);
    named.forEach(it -> settle(it, household));
    households.add(household);
    return district.asks(new RegisterHousehold(household, named, chance.happens(700)
        ? Tally.exact(Math.max(1, named.size()), Unit.PERSON)
        : Tally.atLeast(named.size(), Unit.PERSON)));
  }

  private void settle(PersonId person, HouseholdId household) {
    HouseholdId left = homes.put(person, household);
    if (left != null) {
      membersOf(left).remove(person);
    }
    together.computeIfAbsent(household, it -> new HashSet<>()).add(person);
  }

  /** To another household, or for the first time to one. */
  private Asked move() {
    HouseholdId to = households.some().orElseThrow();
    Optional<PersonId> newcomer = chance.happens(400) ? alone.take() : Optional.empty();
    PersonId person = newcomer.or(members::some).orElseThrow();
    Optional<HouseholdId> from = Optional.ofNullable(homes.get(person));
    HouseholdId other = from.filter(to::equals).isEmpty() ? to : new HouseholdId(district.nextId());
    if (!other.equals(to)) {
      households.add(other);
      return district.asks(new RegisterHousehold(other, List.of(), Tally.exact(1, Unit.PERSON)));
    }
    if (from.isEmpty()) {
      members.add(person);
    }
    settle(person, to);
    return district.asks(new MoveHouseholdMember(person, from, to));
  }

  /** A name that people use for a place or an organisation; half of those not sure at first are confirmed later. */
  private Course aliases() {
    Id named = chance.happens(500) ? district.someEstate() : district.someCompany();
    String alias = "what they call " + aliases++;
    boolean confirmed = chance.happens(600);
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.HOURS, () -> district.asks(new RecordAlias(named.tag(), alias, confirmed)));
    if (!confirmed && chance.happens(500)) {
      agenda.then(Agenda.WEEKS, () -> district.asks(new RecordAlias(named.tag(), alias, true)));
    }
    return agenda;
  }
}
