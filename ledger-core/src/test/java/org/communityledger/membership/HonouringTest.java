package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.membership.RolesScenario.CLERK;
import static org.communityledger.membership.RolesScenario.COURT;
import static org.communityledger.membership.RolesScenario.FAMILY;
import static org.communityledger.membership.RolesScenario.OFFICE;
import static org.communityledger.membership.RolesScenario.STREET;
import static org.communityledger.membership.RolesScenario.UNION;
import static org.communityledger.membership.RolesScenario.WANG;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownHonour;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.When;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.membership.HonourCommand.RevokeHonour;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;
import org.communityledger.membership.HonourRefusal.AlreadyGranted;
import org.communityledger.membership.HonourRefusal.HonourHeld;
import org.communityledger.membership.HonourRefusal.HonourNotHeld;
import org.communityledger.membership.HonourRefusal.SelfHonour;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HonouringTest {
  private static final HonourId PLAQUE = new HonourId("plaque");
  private static final HonourId OTHER = new HonourId("other");
  private final RolesScenario scenario = new RolesScenario();

  @Test
  void a_plaque_is_given() {
    scenario.when(plaque(PLAQUE)).isAcceptedWith(
        new HonourGranted(PLAQUE, "caring-company", UNION, FAMILY, "plaque", Optional.empty(), Optional.empty()));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags()).containsExactlyInAnyOrder(PLAQUE.tag(),
        new Tag("held", "caring-company:org:union"));
  }

  @Test
  void an_honour_lies_where_whoever_grants_it_has_its_office() {
    scenario.when(new GrantHonour(PLAQUE, "volunteer", WANG, OFFICE, "certificate")).isAcceptedWith(
        new HonourGranted(PLAQUE, "volunteer", WANG, OFFICE, "certificate", Optional.of(STREET), Optional.empty()));
  }

  @Test
  void nobody_has_a_title_twice() {
    long granted = scenario.given(plaque(PLAQUE));

    scenario.when(plaque(OTHER)).isRefusedWith(new HonourHeld("caring-company", UNION, PLAQUE), granted);
    scenario.when(new GrantHonour(OTHER, "caring-company", COURT, FAMILY, "plaque")).isAccepted();
  }

  @Test
  void that_it_was_given_again_all_the_same_is_recorded_as_irregular() {
    long granted = scenario.given(plaque(PLAQUE));
    scenario.whenIrregular(plaque(OTHER), "membership.GrantHonour", OTHER).isAccepted();
    scenario.given(new RevokeHonour(OTHER));

    scenario.when(plaque(new HonourId("third")))
        .isRefusedWith(new HonourHeld("caring-company", UNION, PLAQUE), granted);
  }

  @Test
  void an_id_stands_for_one_honour() {
    long granted = scenario.given(plaque(PLAQUE));

    scenario.when(new GrantHonour(PLAQUE, "volunteer", WANG, OFFICE, "certificate"))
        .isRefusedWith(new AlreadyGranted(PLAQUE), granted);
  }

  @Test
  void nobody_honours_themselves() {
    scenario.when(new GrantHonour(PLAQUE, "caring-company", UNION, UNION, "plaque"))
        .isRefusedWith(new SelfHonour(PLAQUE, UNION));
    scenario.ledger.when(plaque(PLAQUE), Actor.of(WANG, "clerk").onBehalfOf(UNION))
        .isRefusedWith(new SelfHonour(PLAQUE, UNION));
    scenario.ledger.when(new GrantHonour(PLAQUE, "volunteer", WANG, OFFICE, "certificate"), Actor.of(WANG, "clerk"))
        .isRefusedWith(new SelfHonour(PLAQUE, WANG));
  }

  @Test
  void both_must_be_known() {
    OrgId stranger = new OrgId("stranger");

    scenario.when(new GrantHonour(PLAQUE, "volunteer", stranger, OFFICE, "certificate"))
        .isRefusedForLackOf("org:stranger in OrgRegistration", new UnknownOrg(stranger));
    scenario.when(new GrantHonour(PLAQUE, "volunteer", OFFICE, stranger, "certificate"))
        .isRefusedForLackOf("org:stranger in OrgRegistration", new UnknownOrg(stranger));
  }

  @Test
  void an_honour_is_taken_back_once_and_can_be_granted_anew() {
    scenario.when(new RevokeHonour(PLAQUE)).isRefusedForLackOf("honour:plaque in HonourEvent",
        new UnknownHonour(PLAQUE));
    long granted = scenario.given(plaque(PLAQUE));
    scenario.when(new RevokeHonour(PLAQUE))
        .isAcceptedWith(new HonourRevoked(PLAQUE, "caring-company", UNION, scenario.id(granted)));
    long revoked = scenario.ledger.last();

    scenario.when(new RevokeHonour(PLAQUE)).isRefusedWith(new HonourNotHeld(PLAQUE), revoked);
    scenario.when(plaque(OTHER)).isAcceptedWith(new HonourGranted(OTHER, "caring-company", UNION, FAMILY, "plaque",
        Optional.empty(), Optional.of(scenario.id(revoked))));
  }

  @Test
  void a_late_honour_of_a_day_on_which_the_title_was_still_held_stands_with_a_remark() {
    scenario.given(plaque(PLAQUE), When.on(TODAY.minusDays(60)));
    long revoked = scenario.given(new RevokeHonour(PLAQUE), When.on(TODAY.minusDays(10)));

    scenario.given(plaque(OTHER), When.on(TODAY.minusDays(30)));

    long granted = revoked + 1;
    assertThat(scenario.ledger.at(granted + 1).event()).isEqualTo(
        new LateConflict(OTHER.tag(), scenario.id(granted), scenario.id(granted), "HonourHeld"));
  }

  @Test
  void an_honour_is_revoked_not_taken_back_as_a_slip() {
    long granted = scenario.given(plaque(PLAQUE));
    ApprovalId approval = new ApprovalId("approval");
    scenario.ledger.given(new GiveApproval(approval, "records.RetractEvent", scenario.id(granted).tag(),
        Optional.empty()), Actor.of(new PersonId("chief"), "chief"));

    scenario.ledger.when(new RetractEvent(scenario.id(granted), approval, List.of()), CLERK)
        .isRefusedWith(new UseCompensation(scenario.id(granted)), granted);
  }

  private static GrantHonour plaque(HonourId id) {
    return new GrantHonour(id, "caring-company", UNION, FAMILY, "plaque");
  }
}
