package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.DAY;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.LedgerSession;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** North (#1) with its office (#3), south (#2) with its office (#4). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JurisdictionsOverStandingsTest {
  private static final PlaceId NORTH = new PlaceId("north");
  private static final PlaceId SOUTH = new PlaceId("south");
  private static final OrgId OF_NORTH = new OrgId("office-north");
  private static final OrgId OF_SOUTH = new OrgId("office-south");
  private static final LadderId PARTY = new LadderId("party");
  private static final PersonId RIDER = new PersonId("rider-01");
  private static final Caller OFFICER = Caller.of(new PersonId("officer"), "subdistrict officer");
  private static final Caller CHIEF_OF_NORTH = Caller.of(new PersonId("chief"), "subdistrict officer").within(NORTH);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void with_two_offices() {
    ledger = Ledger.at(folder.resolve("one.ledger")).open();
    given(new RegisterPlace(NORTH, "AREA", "北片", Optional.empty(), true));
    given(new RegisterPlace(SOUTH, "AREA", "南片", Optional.empty(), true));
    given(new RegisterOrg(OF_NORTH, "OFFICE", "北片社区", true, Optional.empty(), Optional.of(NORTH)));
    given(new RegisterOrg(OF_SOUTH, "OFFICE", "南片社区", true, Optional.empty(), Optional.of(SOUTH)));
    given(RegisterPerson.of(RIDER, Optional.of(true), Optional.empty()));
    given(RegisterPerson.of(new PersonId("officer"), Optional.empty(), Optional.empty()));
    given(DefineLadder.shipped(PARTY));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void applications_are_made_to_organisations_within() {
    requireOutside(send(CHIEF_OF_NORTH, application("s-1", OF_SOUTH)), "membership.Apply", 4);
    assertThat(send(CHIEF_OF_NORTH, application("s-1", OF_NORTH))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_standing_lies_where_its_organisation_is() {
    given(application("s-1", OF_SOUTH));
    HoldTalk talk = HoldTalk.of(new StandingId("s-1"), RIDER, OFFICER.who());

    requireOutside(send(CHIEF_OF_NORTH, talk), "membership.HoldTalk", 8);
    assertThat(send(CHIEF_OF_NORTH.within(SOUTH), talk)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_branch_lies_where_the_site_is_that_it_rests_on_or_else_its_parent() {
    SiteId station = new SiteId("station");
    given(OpenSite.of(station, "STATION", SOUTH, OF_NORTH));

    requireOutside(send(CHIEF_OF_NORTH, founding(OF_NORTH, Optional.of(station))), "membership.FoundBranch", 8);
    requireOutside(send(CHIEF_OF_NORTH, founding(OF_SOUTH, Optional.empty())), "membership.FoundBranch", 4);
    requireOutside(send(CHIEF_OF_NORTH, new DissolveBranch(OF_SOUTH)), "membership.DissolveBranch", 4);
  }

  @Test
  void ladders_are_for_those_who_may_act_everywhere() {
    assertThat(send(CHIEF_OF_NORTH, DefineLadder.shipped(new LadderId("union"))))
        .isEqualTo(new Outcome.Refused(new NotPermitted("membership.DefineLadder", new Lack.OfReach(NORTH)), List.of(),
            Optional.empty()));
  }

  private static Apply application(String standing, OrgId org) {
    return new Apply(new StandingId(standing), RIDER, PARTY, org, Sealed.of("I apply"));
  }

  private static FoundBranch founding(OrgId parent, Optional<SiteId> site) {
    return new FoundBranch(new OrgId("branch"), "支部", parent, site, PARTY, List.of(RIDER), new ApprovalId("approval"));
  }

  private void given(Command command) {
    assertThat(send(OFFICER, command)).isInstanceOf(Outcome.Accepted.class);
  }

  private Outcome send(Caller caller, Command command) {
    LedgerSession session = ledger.as(caller);
    return session.record(command, session.header(When.on(DAY), Source.of(Source.Kind.FORM, "F-12")));
  }

  private static void requireOutside(Outcome outcome, String act, long cause) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(new NotPermitted(act, new Lack.OfJurisdiction(SOUTH, NORTH)),
        List.of(cause), Optional.empty()));
  }
}
