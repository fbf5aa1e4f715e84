package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.OneMore.CLERK;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.Limit;
import org.communityledger.aid.StockMove;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.Evidence;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.membership.MembershipRefusal.StageSkipped;
import org.communityledger.membership.MembershipRefusal.TooFewFounders;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article B: a day for riders, and a branch that rests on their station. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RidersDayTest {
  private static final ProgrammeId KIT = new ProgrammeId("summer-kit");
  private static final LadderId LADDER = new LadderId("membership");
  private static final OrgId BRANCH = new OrgId("riders-branch");
  private static final PersonId RIDER_3 = new PersonId("rider-03");
  private static final LotId LOT = new LotId("lot-kit-item-1");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);
  private static final Actor SECRETARY = Actor.of(new PersonId("secretary-01"), "branch secretary")
      .onBehalfOf(new OrgId("qingyuan-office"));

  @TempDir
  Path folder;

  private static Deliver kit(PersonId rider, AidLine line) {
    return Deliver
        .at(new SiteId("station-1"), new DeliveryId("one-more-kit"), KIT, rider, new OrgId("street-union"), line)
        .in(new RoundId("riders-day"));
  }

  @Test
  void s07_the_page_names_five_kinds_of_things_and_counts_no_riders() {
    ExpectedFigure.require("S07");

    DeliveredToCrowd crowd = NeverTest.facts(PRESS, DeliveredToCrowd.class).getFirst();
    assertThat(crowd.people()).isEqualTo(Tally.unknown(Unit.PERSON));
    assertThat(crowd.lines()).hasSize(5);
    assertThat(crowd.linesOpen()).isTrue();
  }

  @Test
  void s07_forty_riders_get_five_things_each_and_nothing_is_left() {
    List<Delivered> kits = NeverTest.facts(ITEMISED, Delivered.class).stream()
        .filter(it -> it.programme().equals(KIT)).toList();

    assertThat(kits).hasSize(40).allSatisfy(it -> assertThat(it.lines()).hasSize(5));
    assertThat(kits.getLast().moves()).extracting(StockMove::balance).containsOnly(0L);
  }

  @Test
  void s07_nobody_gets_the_kit_twice_on_one_day() {
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, CLERK, kit(RIDER_3, AidLine.of("kit-item-1", ONE)),
          new AlreadyServed(KIT, RIDER_3, Limit.of(1, Limit.Per.ROUND))))
          .singleElement().isInstanceOf(Delivered.class);
    }
  }

  @Test
  void s07_nobody_gets_what_is_not_in_stock() {
    PersonId late = new PersonId("rider-41");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OneMore.send(ledger, CLERK, RegisterPerson.of(late, Optional.of(true), Optional.of("rider")));

      assertThat(OneMore.causesOfRefusing(ledger, CLERK, kit(late, AidLine.of("kit-item-1", ONE, LOT)),
          new StockShort(LOT, new SiteId("station-1"), 1, 0)))
          .isNotEmpty().last().isInstanceOf(Delivered.class);
    }
  }

  @Test
  void s09_a_branch_is_said_to_rest_on_the_station_and_three_members_found_it() {
    ExpectedFigure.require("S09");

    assertThat(NeverTest.facts(PRESS, BranchFounded.class)).isEmpty();
    assertThat(NeverTest.facts(ITEMISED, BranchFounded.class)).singleElement()
        .returns(BRANCH, BranchFounded::org)
        .returns(Optional.of(new SiteId("station-1")), BranchFounded::restsOn);
    assertThat(NeverTest.facts(ITEMISED, StandingAdopted.class)).hasSize(3);
  }

  @Test
  void s09_two_members_found_no_branch() {
    OrgId other = new OrgId("other-branch");
    FoundBranch withTwo = new FoundBranch(other, "Other branch", new OrgId("qingyuan-office"), Optional.empty(), LADDER,
        List.of(new PersonId("member-01"), new PersonId("member-02")), new ApprovalId("other"));
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OneMore.send(ledger, CLERK, new GiveApproval(new ApprovalId("other"), "membership.FoundBranch", other.tag(),
          Optional.empty()));

      assertThat(OneMore.causesOfRefusing(ledger, SECRETARY, withTwo, new TooFewFounders(other, LADDER, 2, 3)))
          .hasSize(2).hasOnlyElementsOfType(StandingAdopted.class);
    }
  }

  @Test
  void s10_an_adviser_was_sent_whom_nobody_names() {
    ExpectedFigure.require("S10");

    for (PageLedger ledger : PageLedger.values()) {
      assertThat(NeverTest.facts(ledger, Appointed.class)).filteredOn(it -> it.role().equals("adviser")).singleElement()
          .returns(Optional.empty(), Appointed::person).returns(Tag.parse("org:rider-station"), Appointed::at);
    }
  }

  @Test
  void s11_thirteen_apply_two_become_activists_and_eleven_are_applicants() {
    ExpectedFigure.require("S11");
  }

  @Test
  void s11_nobody_applies_twice() {
    Apply again = new Apply(new StandingId("again"), RIDER_3, LADDER, BRANCH, Sealed.of("once more"));
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, SECRETARY, again,
          new DuplicateStanding(RIDER_3, LADDER, new StandingId("standing-03"))))
          .singleElement().isInstanceOf(ApplicationSubmitted.class);
    }
  }

  @Test
  void s11_no_stage_is_skipped() {
    StandingId standing = new StandingId("standing-03");
    AdvanceStage leap = new AdvanceStage(standing, RIDER_3, "development-candidate", List.of(BRANCH),
        List.of(Evidence.of("opinions")));
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, SECRETARY, leap,
          new StageSkipped(standing, "applicant", "development-candidate", Optional.of("activist"))))
          .isNotEmpty();
    }
  }
}
