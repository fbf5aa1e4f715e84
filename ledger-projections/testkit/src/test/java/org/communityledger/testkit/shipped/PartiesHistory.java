package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/** Four organisations with other names, two branches, and two households: inexactly dated, taken back, corrected. */
final class PartiesHistory {
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);
  static final OrgId DISTRICT = new OrgId("pingcheng-district");
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final OrgId GARMENT = new OrgId("garment");
  static final OrgId WORKS = new OrgId("guodong");
  static final OrgId RIDERS = new OrgId("rider-branch");
  static final OrgId COURIERS = new OrgId("courier-branch");
  static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  static final HouseholdId EAST = new HouseholdId("h-east");
  static final HouseholdId WEST = new HouseholdId("h-west");
  static final PersonId MOTHER = new PersonId("p-1");
  static final PersonId SON = new PersonId("p-2");
  static final When IN_MID_JULY = When.during(JULY_19.minusDays(3), JULY_19);
  static final When JULY_20 = When.on(JULY_19.plusDays(1));

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);

  private PartiesHistory() {}

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).given(org(DISTRICT, "GOVERNMENT", Optional.empty(), true));
    ledger.given(org(OFFICE, "SUBDISTRICT", Optional.of(DISTRICT), true));
    ledger.given(org(GARMENT, "COMPANY", Optional.of(DISTRICT), false));
    ledger.given(org(WORKS, "COMPANY", Optional.of(OFFICE), false)); // c4.0
    ledger.given(new AliasRecorded(OFFICE.tag(), "开源", false));
    ledger.given(new AliasRecorded(OFFICE.tag(), "街道办", false));
    ledger.given(new AliasRecorded(ESTATE.tag(), "云栖", false));
    ledger.occurred(IN_MID_JULY)
        .given(new HouseholdRegistered(EAST, List.of(MOTHER, SON), Tally.exact(3, Unit.PERSON))); // c8.0
    ledger.at(JULY_19.plusDays(1)).given(new HouseholdRegistered(WEST, List.of(), Tally.atLeast(1, Unit.PERSON)));
    ledger.given(new HouseholdMemberMoved(SON, Optional.of(EAST), WEST, Optional.of(id("c8.0"))));
    ledger.given(new HouseholdMemberMoved(MOTHER, Optional.of(EAST), WEST, Optional.of(id("c8.0")))); // c11.0
    ledger.given(new AliasRecorded(OFFICE.tag(), "开源", true));
    retract(ledger, "c11.0", List.of());
    retract(ledger, "c4.0", List.of(new Replacement(
        new RegisterOrg(WORKS, "COMPANY", "国栋物业公司", true, Optional.of(OFFICE), Optional.empty()),
        Optional.empty())));
    ledger.given(branch(RIDERS, "骑手党支部"), branch(COURIERS, "快递党支部"));
    ledger.at(JULY_19.plusDays(5))
        .given(new BranchDissolved(COURIERS, Optional.empty(), List.of(MOTHER), id("c12.0")));
  }

  private static BranchFounded branch(OrgId org, String name) {
    return new BranchFounded(org, name, Optional.of(OFFICE), Optional.empty(), Optional.of(ESTATE),
        new LadderId("party"), List.of(MOTHER), 3, List.of(), Optional.empty());
  }

  private static OrgRegistered org(OrgId org, String kind, Optional<OrgId> parent, boolean nameComplete) {
    return new OrgRegistered(org, kind, org.value(), nameComplete, parent, Optional.empty());
  }

  private static void retract(LedgerScenario ledger, String event, List<Replacement> replacements) {
    ApprovalId approval = new ApprovalId("for-" + event);
    ledger.as(CHIEF).when(new GiveApproval(approval, "records.RetractEvent", id(event).tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(id(event), approval, replacements));
  }

  static EventId id(String text) {
    return EventId.parse(text);
  }
}
