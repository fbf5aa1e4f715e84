package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.Measures;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.parties.Identity;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.seal.Opened;

/** The rows S45 to S47, which come in when the page is long printed. */
final class Later {
  private static final LocalDate SEPTEMBER_10 = LocalDate.of(2024, 9, 10);
  private static final Actor CLERK = Actor.of(new PersonId("clerk-02"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief-01"), "head of office");
  private static final EventId LEAFLETS = EventId.parse("item-s38-leaflets.0");
  private static final Tag RIDER_5 = Tag.parse("person:rider-05");

  private Later() {}

  static void enterTheApplicationOfJune(Ledger ledger) {
    record(ledger, CLERK, When.during(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30)),
        new Apply(new StandingId("standing-14"), new PersonId("rider-14"), new LadderId("membership"),
            new OrgId("riders-branch"), Sealed.of("application 14 (invented)")));
  }

  static void correctTheLeaflets(Ledger ledger) {
    ApprovalId approval = new ApprovalId("leaflets-approved");
    When today = When.on(SEPTEMBER_10);
    record(ledger, CHIEF, today, new GiveApproval(approval, "records.RetractEvent", LEAFLETS.tag(), Optional.empty()));
    RecordTally counted = RecordTally.of(new ActivityId("court-outreach"), Measures.MATERIALS, "leaflets",
        Tally.exact(240, Unit.COPY));
    record(ledger, CLERK, today,
        new RetractEvent(LEAFLETS, approval, List.of(new Replacement(counted, Optional.empty()))));
  }

  static void eraseRider5(Ledger ledger) {
    ApprovalId approval = new ApprovalId("erasure-approved");
    When today = When.on(SEPTEMBER_10);
    record(ledger, CHIEF, today, new GiveApproval(approval, "records.EraseSubject", RIDER_5, Optional.empty()));
    record(ledger, CLERK, today, new EraseSubject(RIDER_5, "request", approval));
  }

  /** The name of rider-05 as recorded, or that it is erased. */
  static String identityOfRider5(Ledger ledger) {
    RecordedEvent registered = WholePageTest.events(ledger.reader()).stream()
        .filter(it -> it.event() instanceof PersonRegistered person && person.person().tag().equals(RIDER_5))
        .findFirst().orElseThrow();
    Sealed<Identity> identity = ((PersonRegistered) registered.event()).identity().orElseThrow();
    return switch (ledger.personal().open(registered, identity, Identity.class)) {
      case Opened.Plain<Identity> it -> it.value().name().orElseThrow();
      case Opened.Erased<Identity> it -> "erased";
    };
  }

  private static void record(Ledger ledger, Actor actor, When when, Command command) {
    Outcome outcome = ledger.record(command,
        ledger.header(actor, when, Source.of(Source.Kind.FIRST_HAND, "afterwards")));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }
}
