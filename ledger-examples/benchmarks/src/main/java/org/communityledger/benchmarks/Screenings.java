package org.communityledger.benchmarks;

import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/** People who are examined, under names that nobody knows them by. Not thread-safe. */
final class Screenings {
  private final District district;
  private final Chance chance;

  Screenings(District district) {
    this.district = district;
    this.chance = district.chance();
  }

  /** Somebody consents, is examined, and has what was found looked after. */
  Course one() {
    Agenda agenda = new Agenda(district);
    PersonId surrogate = new PersonId("surrogate-" + district.nextId());
    DeliveryId examination = new DeliveryId(district.nextId());
    agenda.then(Agenda.HOURS, () -> district.asks(
        GiveConsent.of(surrogate, ConsentMatter.of(AidMatters.SCREENING), "examination", "finding")));
    agenda.then(Agenda.DAYS, () -> district.asks(Deliver.of(examination, AidMatters.SCREENING, surrogate,
        District.OFFICE, AidLine.of("eye-test", Tally.exact(1, Unit.EXAM)))));
    boolean followUp = chance.happens(200);
    if (chance.happens(850)) {
      agenda.then(Agenda.DAY, () -> district.asks(new RecordFinding(examination, surrogate,
          Sealed.of(followUp ? "to-be-seen-again" : "nothing"), followUp)));
      if (followUp && chance.happens(700)) {
        agenda.then(Agenda.WEEKS, () -> district.asks(new CloseFollowUp(examination)));
      }
    }
    return agenda;
  }
}
