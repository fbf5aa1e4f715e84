package org.communityledger.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.LiftHold;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;

/** What is said of figures, what is held for a court, and who wants to be forgotten. Not thread-safe. */
final class RecordMatters implements Matters {
  private static final List<String> OF_ITEMS = List.of("cases.open", "cases.open{kind=HAZARD}", "cases.doneUnverified",
      "orgs.registered");

  private final District district;
  private final Chance chance;
  private int leavers;

  RecordMatters(District district) {
    this.district = district;
    this.chance = district.chance();
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of();
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(3, this::attested), new Kind(0.5, this::held), new Kind(0.8, this::leaves));
  }

  /** A number or a statement of today; some are withdrawn. */
  private Course attested() {
    Agenda agenda = new Agenda(district);
    Said said = new Said();
    agenda.then(Agenda.HOURS, said::asked);
    if (chance.happens(80)) {
      agenda.then(Agenda.WEEKS, () -> district.asks(new WithdrawAttestation(said.recorded.orElseThrow())));
    }
    return agenda;
  }

  private final class Said {
    private Optional<EventId> recorded = Optional.empty();

    private Asked asked() {
      Claim claim = chance.happens(200)
          ? Claim.stating("task-completed")
          : Claim.of(Tally.atLeast(chance.between(10, 2_000), Unit.ITEM));
      Asked asked = district.asks(new Attest(chance.oneOf(OF_ITEMS), claim, district.today(),
          chance.happens(500) ? District.OFFICE : district.someCompany()));
      recorded = Optional.of(asked.event());
      return asked;
    }
  }

  private Course held() {
    Agenda agenda = new Agenda(district);
    HoldId hold = new HoldId(district.nextId());
    Tag subject = district.someResident().tag();
    agenda.then(Agenda.HOURS, () -> district.asks(new PlaceHold(hold, subject, "court")));
    if (chance.happens(700)) {
      agenda.approved(Agenda.DAY, "records.LiftHold", hold::tag,
          approval -> district.asks(new LiftHold(hold, approval)));
    }
    return agenda;
  }

  /** Somebody is registered, moves away, and asks to be forgotten. */
  private Course leaves() {
    Agenda agenda = new Agenda(district);
    PersonId leaver = new PersonId("leaver-" + leavers++);
    agenda.then(Agenda.HOURS,
        () -> district.asks(RegisterPerson.of(leaver, Optional.of(true), Optional.of("resident"))));
    agenda.approved(Agenda.WEEKS, "records.EraseSubject", leaver::tag,
        approval -> district.asks(new EraseSubject(leaver.tag(), "moved-away", approval)));
    return agenda;
  }
}
