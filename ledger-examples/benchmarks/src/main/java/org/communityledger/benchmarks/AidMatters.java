package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.Limit;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/**
 * Whom a district helps with what: lunches and milk day by day, rice by the quarter, haircuts, screenings, water for
 * whoever comes by. More of its entries tell of deliveries than of anything else. Not thread-safe.
 */
final class AidMatters implements Matters {
  static final ProgrammeId LUNCHES = new ProgrammeId("lunches");
  static final ProgrammeId MILK = new ProgrammeId("milk");
  static final ProgrammeId RICE = new ProgrammeId("rice");
  static final ProgrammeId HAIRCUTS = new ProgrammeId("haircuts");
  static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final ProgrammeId WATER = new ProgrammeId("water");
  private static final ProgrammeId COAL = new ProgrammeId("coal");
  private static final ProgrammeId GAS = new ProgrammeId("gas");
  private static final double EATERS_AMONG_A_THOUSAND = 5;
  private static final double DRINKERS_AMONG_A_THOUSAND = 3;
  private static final double SHORN_AMONG_A_THOUSAND = 1.5;
  /** How many begin again in a year for each who is there, as others do not come any more. */
  private static final double NEW_IN_A_YEAR = 0.6;
  private static final int DAYS_BETWEEN_HAIRCUTS = 20;

  private final District district;
  private final Chance chance;
  private final List<SiteId> stations;
  private final Supplies milk;
  private final Supplies rice;
  private final Regulars regulars;
  private final RiceRounds rounds;
  private final Screenings screenings;
  private int courses;

  AidMatters(District district, PartyMatters parties, List<SiteId> stations) {
    this.district = district;
    this.chance = district.chance();
    this.stations = stations;
    this.milk = new Supplies(district, stations, "milk", Unit.PIECE, 20 + district.among(4));
    this.rice = new Supplies(district, stations, "rice", Unit.PIECE, 20 + district.among(3));
    this.regulars = new Regulars(district, parties, stations, milk);
    this.rounds = new RiceRounds(district, parties, stations, rice);
    this.screenings = new Screenings(district);
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of(
        () -> opened(LUNCHES, ProgrammeKind.MEAL, Terms.none().limitedTo(Limit.of(1, Limit.Per.DAY))),
        () -> opened(MILK, ProgrammeKind.GOODS, Terms.none().limitedTo(Limit.of(1, Limit.Per.DAY))),
        () -> district.asks(OpenProgramme.of(RICE, ProgrammeKind.GOODS, "Rice for households", today(),
            District.OFFICE, District.SUPERVISION).forHouseholds().on(RiceRounds.terms(district))),
        () -> opened(HAIRCUTS, ProgrammeKind.SERVICE,
            Terms.none().withConsent()
                .limitedTo(Limit.of(1_000, Limit.Per.SERVICE).everyDays(DAYS_BETWEEN_HAIRCUTS))),
        () -> opened(SCREENING, ProgrammeKind.SCREENING, Terms.none().limitedTo(Limit.of(4, Limit.Per.PROGRAMME))),
        () -> opened(WATER, ProgrammeKind.GOODS, Terms.none().withCrowds()),
        () -> opened(COAL, ProgrammeKind.AGENCY, Terms.none()),
        () -> opened(GAS, ProgrammeKind.AGENCY, Terms.none().excluding(COAL)));
  }

  private Asked opened(ProgrammeId programme, ProgrammeKind kind, Terms terms) {
    return district.asks(
        OpenProgramme.of(programme, kind, "Programme " + programme, today(), District.OFFICE).on(terms));
  }

  private When today() {
    return When.on(district.today());
  }

  @Override
  public List<Supplier<Course>> underWay() {
    List<Supplier<Course>> all = new ArrayList<>();
    all.add(milk::kept);
    all.add(rice::kept);
    all.add(rounds::forEver);
    add(all, EATERS_AMONG_A_THOUSAND, regulars::eats);
    add(all, DRINKERS_AMONG_A_THOUSAND, regulars::drinks);
    add(all, SHORN_AMONG_A_THOUSAND, regulars::isShorn);
    return all;
  }

  private void add(List<Supplier<Course>> all, double amongAThousand, Supplier<Course> course) {
    for (int left = district.among(amongAThousand); left > 0; left--) {
      all.add(course);
    }
  }

  @Override
  public List<Kind> kinds() {
    return List.of(
        new Kind(EATERS_AMONG_A_THOUSAND * NEW_IN_A_YEAR, regulars::eats),
        new Kind(DRINKERS_AMONG_A_THOUSAND * NEW_IN_A_YEAR, regulars::drinks),
        new Kind(SHORN_AMONG_A_THOUSAND * NEW_IN_A_YEAR, regulars::isShorn),
        new Kind(6, screenings::one), new Kind(3, this::crowd), new Kind(2, this::fuel),
        new Kind(0.1, this::trainingCourse), new Kind(0.05, this::newTerms));
  }

  private DeliveryId delivery() {
    return new DeliveryId(district.nextId());
  }

  /** Bottles for whoever passes a station on a hot day. */
  private Course crowd() {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.HOURS, () -> {
      int people = chance.between(20, 400);
      AidLine bottles = AidLine.of("water", Tally.about(people, Unit.PIECE));
      DeliverToCrowd given = DeliverToCrowd.at(chance.oneOf(stations), delivery(), WATER,
          chance.happens(600) ? Tally.about(people, Unit.PERSON) : Tally.atLeast(people, Unit.PERSON), District.OFFICE,
          bottles);
      return district.asks(chance.happens(100) ? given.withMoreLines() : given);
    });
    return agenda;
  }

  /** Who heats with coal gets no gas. */
  private Course fuel() {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.DAYS, () -> {
      PersonId person = district.anyResident();
      ProgrammeId programme = person.value().hashCode() % 2 == 0 ? COAL : GAS;
      return district.asks(Deliver.of(delivery(), programme, person, District.OFFICE,
          AidLine.of(programme.value(), Tally.exact(1, Unit.PIECE))));
    });
    return agenda;
  }

  /** A programme for a few people that is soon over. */
  private Course trainingCourse() {
    ProgrammeId programme = new ProgrammeId("course-" + courses++);
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.DAYS, () -> opened(programme, ProgrammeKind.TRAINING, Terms.none()));
    for (int left = chance.between(5, 20); left > 0; left--) {
      agenda.then(Agenda.DAY, () -> district.asks(Deliver.of(delivery(), programme, district.anyResident(),
          District.OFFICE, AidLine.of("lesson", Tally.exact(1, Unit.SESSION)))));
    }
    agenda.then(Agenda.WEEKS, () -> district.asks(new CloseProgramme(programme)));
    return agenda;
  }

  private Course newTerms() {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.WEEKS, () -> district.asks(new ChangeTerms(RICE, RiceRounds.terms(district))));
    return agenda;
  }
}
