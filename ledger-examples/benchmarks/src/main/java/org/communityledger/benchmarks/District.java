package org.communityledger.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.cases.CaseEvent.AppliedPolicy;
import org.communityledger.cases.SlaPolicyDefined;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.PlaceEvent.PlaceRegistered;

/**
 * A made-up district: who and what is there, what time it is, how its clerks write. A few places, organisations and
 * persons are named all the time and most hardly ever. Not thread-safe.
 */
final class District {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final OrgId OFFICE = new OrgId("street-office");
  static final OrgId SUPERVISION = new OrgId("district-office");
  static final int FIRST_ESTATES = 200;
  static final int COMMUNITIES = 12;
  static final int WORKERS = 60;
  private static final int MOST_NAMED = 50_000;

  private final Chance chance;
  private final Zipf ranks = new Zipf(MOST_NAMED);
  private final Map<PolicyId, PolicyInForce> policies = new HashMap<>();
  private Instant now;
  private int estates;
  private int companies;
  private int residents;
  private int sheets;

  District(Chance chance, Instant start) {
    this.chance = chance;
    this.now = start;
  }

  Chance chance() {
    return chance;
  }

  Instant now() {
    return now;
  }

  void timeIs(Instant moment) {
    now = moment;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** When something happened that is recorded now: mostly today, at times days before, at times not exactly known. */
  When occurred(LocalDate notBefore) {
    LocalDate today = today();
    int draw = chance.between(1, 1000);
    if (draw <= 720) {
      return When.on(today);
    } else if (draw <= 870) {
      return When.on(later(notBefore, today.minusDays(chance.between(1, 3))));
    } else if (draw <= 920) {
      return When.on(later(notBefore, today.minusDays(chance.between(4, 30))));
    } else if (draw <= 950) {
      return When.during(later(notBefore, today.minusDays(chance.between(2, 10))), today);
    } else if (draw <= 980) {
      return When.at(now).inZone(ZONE);
    } else if (draw <= 995) {
      return When.notAfter(today).asStated("by today");
    }
    return When.unknown();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The day from which rules count a deadline: the last one on which it can have happened. */
  LocalDate dayOf(When occurred) {
    LocalDate today = today();
    return occurred.latest().filter(it -> !it.isAfter(today)).orElse(today);
  }

  /** An entry of something that leads to one event. */
  Step happened(Actor actor, When occurred, Function<EventId, Event> event) {
    Header header = header(actor, occurred);
    return new Step.Happened(header, event.apply(new EventId(header.command(), 0)));
  }

  /** An entry of the office, of today. */
  Step registered(Event event) {
    return happened(Actor.of(OFFICE, "clerk"), When.on(today()), it -> event);
  }

  Header header(Actor actor, When occurred) {
    return Header.of(new CommandId(nextId()), actor, occurred, source());
  }

  private Source source() {
    sheets++;
    Optional<String> line = chance.happens(200) ? Optional.of("line " + chance.between(1, 40)) : Optional.empty();
    return switch (chance.between(0, 9)) {
      case 0, 1, 2 -> Source.of(Source.Kind.FIRST_HAND, "patrol " + today());
      case 3, 4 -> new Source(Source.Kind.HOTLINE, "H-" + sheets, line, Optional.empty(), true, false);
      case 5 -> new Source(Source.Kind.IMPORT, "sheet " + today(), line, Optional.empty(), false, chance.happens(300));
      default -> new Source(Source.Kind.FORM, "F-" + sheets, line, Optional.empty(), true, false);
    };
  }

  String nextId() {
    return chance.id(now);
  }

  PlaceId someEstate() {
    return estate(chance.ranked(ranks, estates));
  }

  /** One of the estates that were there before anything else was. */
  PlaceId someFirstEstate() {
    return estate(chance.between(0, FIRST_ESTATES - 1));
  }

  OrgId someCompany() {
    return company(chance.ranked(ranks, companies));
  }

  PersonId someResident() {
    return resident(chance.ranked(ranks, residents));
  }

  PersonId someWorker() {
    return worker(chance.ranked(ranks, WORKERS));
  }

  /** The policy in force, as an acceptance applies it, with the day on which a case accepted on that day is due. */
  Deadline deadline(PolicyId policy, String category, LocalDate accepted) {
    PolicyInForce inForce = Optional.ofNullable(policies.get(policy)).orElseThrow();
    SlaPolicyDefined defined = inForce.defined();
    return new Deadline(new AppliedPolicy(policy, defined.version(), inForce.id()),
        Optional.ofNullable(defined.days().get(category)).map(accepted::plusDays));
  }

  /** What follows from a policy for a case. */
  record Deadline(AppliedPolicy policy, Optional<LocalDate> dueBy) {}

  private record PolicyInForce(SlaPolicyDefined defined, EventId id) {}

  /** The next version of a policy. */
  Step nextVersion(PolicyId policy, Map<String, Integer> days) {
    int version = Optional.ofNullable(policies.get(policy)).map(it -> it.defined().version() + 1).orElse(1);
    SlaPolicyDefined defined = new SlaPolicyDefined(policy, version, days);
    Step step = registered(defined);
    policies.put(policy, new PolicyInForce(defined, new EventId(step.header().command(), 0)));
    return step;
  }

  /** A community of the street that was not known before. */
  Step newCommunity(int number) {
    return registered(new PlaceRegistered(community(number), "COMMUNITY", "Community " + number, Optional.of(street()),
        true));
  }

  /** The street, of which all else is a part. */
  Step newStreet() {
    return registered(new PlaceRegistered(street(), "STREET", "The street", Optional.empty(), true));
  }

  /** An estate that was not known before. */
  Step newEstate() {
    int number = estates++;
    return registered(new PlaceRegistered(estate(number), "ESTATE", "Estate " + number,
        Optional.of(community(number % COMMUNITIES)), chance.happens(900)));
  }

  /** A public office. */
  Step newOffice(OrgId office) {
    return registered(new OrgRegistered(office, "OFFICE", "The " + office.value(), true, Optional.empty(),
        Optional.empty()));
  }

  /** A company that was not known before; some belong to an older one. */
  Step newCompany() {
    int number = companies++;
    Optional<OrgId> parent = number >= 20 && chance.happens(200) ? Optional.of(company(number / 10)) : Optional.empty();
    return registered(new OrgRegistered(company(number), number % 3 == 0 ? "PROPERTY" : "CONTRACTOR",
        "Works " + number, chance.happens(950), parent, Optional.of(someEstate())));
  }

  /** The id of a resident who was not known before; to be registered. */
  PersonId newcomer() {
    return resident(residents++);
  }

  Step newPerson(PersonId person, String descriptor) {
    return registered(new PersonRegistered(person, Optional.of(true), Optional.of(descriptor)));
  }

  private static PlaceId street() {
    return new PlaceId("street");
  }

  private static PlaceId community(int number) {
    return new PlaceId("community-" + number);
  }

  private static PlaceId estate(int number) {
    return new PlaceId("estate-" + number);
  }

  private static OrgId company(int number) {
    return new OrgId("works-" + number);
  }

  private static PersonId resident(int number) {
    return new PersonId("resident-" + number);
  }

  static PersonId worker(int number) {
    return new PersonId("worker-" + number);
  }
}
