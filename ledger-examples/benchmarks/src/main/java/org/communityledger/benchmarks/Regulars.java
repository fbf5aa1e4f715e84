package org.communityledger.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.aid.Acknowledgement;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/** Those who come again and again to a station for the same thing, until they come no more. Not thread-safe. */
final class Regulars {
  private static final int FEWEST_VISITS = 40;
  private static final int MOST_VISITS = 800;
  private static final Duration BETWEEN_MEALS = Duration.ofHours(36);
  private static final Duration BETWEEN_BOTTLES = Duration.ofDays(2);
  private static final int DAYS_BETWEEN_HAIRCUTS = 20;
  private static final List<Acknowledgement> PROOFS = List.of(Acknowledgement.SIGNATURE, Acknowledgement.CARD,
      Acknowledgement.CARD, Acknowledgement.FINGERPRINT, Acknowledgement.NONE);

  private final District district;
  private final Chance chance;
  private final PartyMatters parties;
  private final List<SiteId> stations;
  private final Supplies milk;
  private final Set<PersonId> eaters = new HashSet<>();
  private final Set<PersonId> drinkers = new HashSet<>();
  private final Set<PersonId> shorn = new HashSet<>();

  /**
   * Nobody yet.
   *
   * @param milk what is given out of lots
   */
  Regulars(District district, PartyMatters parties, List<SiteId> stations, Supplies milk) {
    this.district = district;
    this.chance = district.chance();
    this.parties = parties;
    this.stations = stations;
    this.milk = milk;
  }

  /** Somebody has lunch at a station, once a day at most. */
  Course eats() {
    return newcomer(eaters).map(it -> new Eater(it).agenda).orElseGet(() -> new Agenda(district));
  }

  /** Somebody gets milk. */
  Course drinks() {
    return newcomer(drinkers).map(it -> new Drinker(it).agenda).orElseGet(() -> new Agenda(district));
  }

  /** Somebody has a haircut every few weeks, having consented to it. */
  Course isShorn() {
    return newcomer(shorn).map(this::haircuts).orElseGet(() -> new Agenda(district));
  }

  private Optional<PersonId> newcomer(Set<PersonId> known) {
    return Optional.of(district.anyResident()).filter(known::add);
  }

  private Deliver given(ProgrammeId programme, PersonId person, SiteId station, AidLine line) {
    return new Deliver(new DeliveryId(district.nextId()), programme, Optional.empty(), person, List.of(line),
        Optional.empty(), Optional.of(station), Optional.empty(), District.OFFICE, chance.oneOf(PROOFS));
  }

  private Actor volunteer() {
    return Actor.of(district.someWorker(), "volunteer").onBehalfOf(District.OFFICE);
  }

  private final class Eater {
    private final Agenda agenda = new Agenda(district);
    private final PersonId person;
    private final SiteId station = chance.oneOf(stations);
    private Optional<LocalDate> last = Optional.empty();
    private int visits = chance.between(FEWEST_VISITS, MOST_VISITS);

    private Eater(PersonId person) {
      this.person = person;
      agenda.perhaps(BETWEEN_MEALS, this::visit);
    }

    /** Very few get a second one, which somebody has to approve of. */
    private Optional<Asked> visit() {
      boolean isSecond = last.equals(Optional.of(district.today()));
      if (isSecond && !chance.happens(5)) {
        agenda.perhaps(BETWEEN_MEALS, this::visit);
        return Optional.empty();
      }
      Deliver meal = given(AidMatters.LUNCHES, person, station, AidLine.of("lunch", Tally.exact(1, Unit.PIECE)));
      if (isSecond) {
        planSecond(meal);
        return Optional.empty();
      }
      last = Optional.of(district.today());
      if (visits-- > 0) {
        agenda.perhaps(BETWEEN_MEALS, this::visit);
      }
      return Optional.of(district.asks(volunteer(), meal));
    }

    private void planSecond(Deliver meal) {
      LocalDate day = district.today();
      ApprovalId approval = new ApprovalId(district.nextId());
      agenda.after(Duration.ofHours(1),
          () -> Optional.of(district.approves(approval, "aid.Deliver", meal.delivery().tag())));
      agenda.after(Duration.ofHours(1), () -> {
        agenda.perhaps(BETWEEN_MEALS, this::visit);
        return Optional.of(district.asks(volunteer(), When.on(day), meal)
            .irregular("the cook had one left", approval));
      });
    }
  }

  private final class Drinker {
    private final Agenda agenda = new Agenda(district);
    private final PersonId person;
    private final SiteId station = chance.oneOf(stations);
    private Optional<LocalDate> last = Optional.empty();
    private int visits = chance.between(FEWEST_VISITS, MOST_VISITS);

    private Drinker(PersonId person) {
      this.person = person;
      agenda.perhaps(BETWEEN_BOTTLES, this::visit);
    }

    private Optional<Asked> visit() {
      if (visits-- > 0) {
        agenda.perhaps(BETWEEN_BOTTLES, this::visit);
      }
      if (last.equals(Optional.of(district.today()))) {
        return Optional.empty();
      }
      return milk.taken(station, 1).map(line -> {
        last = Optional.of(district.today());
        Deliver bottle = given(AidMatters.MILK, person, station, line);
        if (chance.happens(4)) {
          planReturn(bottle.delivery(), line);
        }
        return district.asks(volunteer(), bottle);
      });
    }

    private void planReturn(DeliveryId delivery, AidLine line) {
      agenda.approved(Agenda.HOURS, "aid.ReverseDelivery", delivery::tag,
          approval -> district.asks(new ReverseDelivery(delivery,
              chance.happens(800) ? List.of(milk.back(station, line)) : List.of(), approval))
              .because("it was for the neighbour"));
    }
  }

  /** Who is not of age consents through a guardian. */
  private Course haircuts(PersonId person) {
    Agenda agenda = new Agenda(district);
    ConsentMatter matter = ConsentMatter.of(AidMatters.HAIRCUTS);
    GiveConsent consent = GiveConsent.of(person, matter, "haircut");
    agenda.then(Agenda.HOURS,
        () -> district.asks(parties.isMinor(person) ? consent.through(district.someWorker()) : consent));
    SiteId station = chance.oneOf(stations);
    for (int left = chance.between(3, 14); left > 0; left--) {
      agenda.after(Duration.ofDays(DAYS_BETWEEN_HAIRCUTS + chance.between(1, 30)),
          () -> Optional.of(district.asks(volunteer(),
              given(AidMatters.HAIRCUTS, person, station, AidLine.of("haircut", Tally.exact(1, Unit.PERSON_TIME))))));
    }
    if (chance.happens(400)) {
      agenda.then(Agenda.WEEKS, () -> district.asks(new WithdrawConsent(person, matter)));
    }
    return agenda;
  }
}
