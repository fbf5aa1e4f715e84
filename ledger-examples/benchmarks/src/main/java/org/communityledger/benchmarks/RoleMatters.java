package org.communityledger.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.membership.BondCommand.EndBond;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.BondCommand.LogContact;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.membership.HonourCommand.RevokeHonour;
import org.communityledger.parties.PartyCommand.RegisterPerson;

/** Advisers of companies, companies that look after households, and who is honoured. Not thread-safe. */
final class RoleMatters implements Matters {
  private static final String BOND = "pairing";
  private static final List<String> TITLES = List.of("model-neighbour", "good-shop", "volunteer-of-the-year");

  private final District district;
  private final Chance chance;
  private final Pool<HouseholdId> households;
  private final Set<HouseholdId> supported = new HashSet<>();
  private final Set<String> honoured = new HashSet<>();
  private int advisers;

  RoleMatters(District district, Pool<HouseholdId> households) {
    this.district = district;
    this.chance = district.chance();
    this.households = households;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of();
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(0.5, this::advises), new Kind(1, this::bond), new Kind(1, this::honour));
  }

  /** Each company has one adviser at a time; the next one comes under another role. */
  private Course advises() {
    Agenda agenda = new Agenda(district);
    int number = advisers++;
    PersonId person = new PersonId("adviser-" + number);
    OrgId at = District.company(number % PartyMatters.COMPANIES);
    AppointmentId appointment = new AppointmentId(district.nextId());
    agenda.then(Agenda.HOURS,
        () -> district.asks(RegisterPerson.of(person, Optional.of(true), Optional.of("resident"))));
    agenda.then(Agenda.DAYS, () -> district.asks(new Appoint(appointment, Optional.of(person),
        "adviser-" + number / PartyMatters.COMPANIES, at.tag(), District.OFFICE, When.on(district.today()),
        Optional.empty())));
    if (chance.happens(600)) {
      agenda.then(Agenda.MONTHS, () -> district.asks(new EndAppointment(appointment)));
    }
    return agenda;
  }

  /** A company looks after a household, which consents through somebody of age. */
  private Course bond() {
    Agenda agenda = new Agenda(district);
    Optional<HouseholdId> newlySupported = households.some().filter(supported::add);
    newlySupported.ifPresent(household -> {
      BondId bond = new BondId(district.nextId());
      OrgId sponsor = district.someCompany();
      agenda.then(Agenda.HOURS, () -> district.asks(
          GiveConsent.of(household, ConsentMatter.ofBond(BOND), "visits").through(district.someWorker())));
      agenda.then(Agenda.DAYS,
          () -> district.asks(new FormBond(bond, BOND, sponsor, household, District.OFFICE)));
      for (int left = chance.between(1, 12); left > 0; left--) {
        agenda.then(Agenda.MONTHS, () -> district.asks(LogContact.of(bond, household, "visit")));
      }
      if (chance.happens(500)) {
        agenda.then(Agenda.WEEKS, () -> district.asks(new EndBond(bond)));
      }
    });
    return agenda;
  }

  private Course honour() {
    Agenda agenda = new Agenda(district);
    Party to = chance.happens(700) ? district.anyResident() : district.someCompany();
    String title = chance.oneOf(TITLES) + "-" + district.today().getYear();
    if (honoured.add(title + to.tag())) {
      HonourId honour = new HonourId(district.nextId());
      agenda.then(Agenda.DAYS, () -> district.asks(District.SUPERVISOR,
          new GrantHonour(honour, title, to, District.SUPERVISION, "plaque")));
      if (chance.happens(100)) {
        agenda.then(Agenda.MONTHS, () -> district.asks(District.SUPERVISOR, new RevokeHonour(honour)));
      }
    }
    return agenda;
  }
}
