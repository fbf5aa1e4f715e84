package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.membership.RolesScenario.CLERK;
import static org.communityledger.membership.RolesScenario.COURT;
import static org.communityledger.membership.RolesScenario.FAMILY;
import static org.communityledger.membership.RolesScenario.LI;
import static org.communityledger.membership.RolesScenario.OFFICE;
import static org.communityledger.membership.RolesScenario.STREET;
import static org.communityledger.membership.RolesScenario.UNION;
import static org.communityledger.membership.RolesScenario.WANG;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownBond;
import org.communityledger.kernel.Unknown.UnknownHousehold;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.When;
import org.communityledger.membership.BondCommand.EndBond;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.BondCommand.LogContact;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.BondRefusal.AlreadyFormed;
import org.communityledger.membership.BondRefusal.BondClosed;
import org.communityledger.membership.BondRefusal.BondExists;
import org.communityledger.membership.BondRefusal.ConsentMissing;
import org.communityledger.membership.BondRefusal.NotSupported;
import org.communityledger.membership.BondRefusal.SelfBond;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PairingTest {
  private static final BondId BOND = new BondId("bond-01");
  private static final BondId OTHER = new BondId("bond-02");
  private static final When JULY = When.during(TODAY.minusDays(32), TODAY.minusDays(2));
  private final RolesScenario scenario = new RolesScenario();

  @Test
  void a_family_that_consented_is_paired_with_a_sponsor() {
    long consented = consent(FAMILY);

    scenario.when(bond(BOND, WANG, FAMILY)).isAcceptedWith(new BondFormed(BOND, "family-care", WANG, FAMILY, OFFICE,
        Optional.of(STREET), Optional.of(scenario.id(consented)), Optional.empty()));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags()).containsExactlyInAnyOrder(BOND.tag(),
        new Tag("pair", "family-care:person:p-wang:household:family-01"), scenario.id(consented).tag());
  }

  @Test
  void without_consent_nobody_is_paired() {
    scenario.when(bond(BOND, WANG, FAMILY)).isRefusedForLackOf(
        "consent:family-care:household:family-01 in ConsentGiven|ConsentWithdrawn",
        new ConsentMissing("family-care", FAMILY));
    consent(LI);

    scenario.when(bond(BOND, WANG, FAMILY)).isRefusedForLackOf(
        "consent:family-care:household:family-01 in ConsentGiven|ConsentWithdrawn",
        new ConsentMissing("family-care", FAMILY));
  }

  @Test
  void a_consent_that_was_withdrawn_is_none() {
    consent(FAMILY);
    long withdrawn = scenario.given(new WithdrawConsent(FAMILY, ConsentMatter.ofBond("family-care")));

    scenario.when(bond(BOND, WANG, FAMILY)).isRefusedWith(new ConsentMissing("family-care", FAMILY), withdrawn);
  }

  @Test
  void a_bond_does_not_rest_on_a_consent_that_was_given_after_it() {
    long consented = consent(FAMILY);

    scenario.when(bond(BOND, WANG, FAMILY), When.on(TODAY.minusDays(1)))
        .isRefusedWith(new ConsentMissing("family-care", FAMILY), consented);
  }

  @Test
  void an_organisation_is_paired_without_a_consent() {
    scenario.when(bond(BOND, COURT, UNION)).isAcceptedWith(new BondFormed(BOND, "family-care", COURT, UNION, OFFICE,
        Optional.of(STREET), Optional.empty(), Optional.empty()));
  }

  @Test
  void all_who_are_named_must_be_known() {
    HouseholdId household = new HouseholdId("unknown");
    OrgId org = new OrgId("unknown");

    scenario.when(bond(BOND, WANG, household))
        .isRefusedForLackOf("household:unknown in HouseholdRegistered", new UnknownHousehold(household));
    scenario.when(bond(BOND, household, FAMILY))
        .isRefusedForLackOf("household:unknown in HouseholdRegistered", new UnknownHousehold(household));
    scenario.when(new FormBond(BOND, "family-care", WANG, FAMILY, org))
        .isRefusedForLackOf("org:unknown in OrgRegistration", new UnknownOrg(org));
  }

  @Test
  void nobody_is_paired_with_themselves() {
    consent(FAMILY);

    scenario.when(bond(BOND, FAMILY, FAMILY)).isRefusedWith(new SelfBond(FAMILY, FAMILY));
  }

  @Test
  void nobody_supports_the_household_they_belong_to_nor_is_supported_by_it() {
    long registered = scenario.ledger.last();

    scenario.when(bond(BOND, LI, FAMILY)).isRefusedWith(new SelfBond(LI, FAMILY), registered);
    scenario.when(bond(BOND, FAMILY, LI)).isRefusedWith(new SelfBond(FAMILY, LI), registered);
  }

  @Test
  void the_same_two_have_one_bond_of_a_kind() {
    consent(FAMILY);
    long formed = scenario.given(bond(BOND, WANG, FAMILY));

    scenario.when(bond(OTHER, WANG, FAMILY))
        .isRefusedWith(new BondExists("family-care", WANG, FAMILY, BOND), formed);
  }

  @Test
  void that_they_were_paired_again_all_the_same_is_recorded_as_irregular() {
    consent(FAMILY);
    long formed = scenario.given(bond(BOND, WANG, FAMILY));
    scenario.whenIrregular(bond(OTHER, WANG, FAMILY), "membership.FormBond", OTHER).isAccepted();
    scenario.given(new EndBond(OTHER));

    scenario.when(bond(new BondId("bond-03"), WANG, FAMILY))
        .isRefusedWith(new BondExists("family-care", WANG, FAMILY, BOND), formed);
  }

  @Test
  void one_sponsor_may_support_several_and_one_family_have_several_sponsors() {
    consent(FAMILY);
    consent(LI);
    scenario.given(bond(BOND, WANG, FAMILY));

    scenario.when(bond(OTHER, WANG, LI)).isAccepted();
    scenario.when(bond(new BondId("bond-03"), COURT, FAMILY)).isAccepted();
  }

  @Test
  void an_id_stands_for_one_bond() {
    consent(FAMILY);
    long formed = scenario.given(bond(BOND, WANG, FAMILY));

    scenario.when(bond(BOND, COURT, FAMILY)).isRefusedWith(new AlreadyFormed(BOND), formed);
  }

  @Test
  void a_contact_is_logged_with_a_note_sealed_for_the_supported() {
    formed();

    scenario.when(LogContact.of(BOND, FAMILY, "visit").noting("the boy starts school"))
        .isAcceptedWith(new BondContactLogged(BOND, "family-care", WANG, FAMILY, "visit",
            Optional.of(RuleScenario.sealed(FAMILY, "BOND", "the boy starts school"))));
    assertThat(scenario.ledger.at(scenario.ledger.last()).tags()).containsExactlyInAnyOrder(BOND.tag(),
        new Tag("pair", "family-care:person:p-wang:household:family-01"), new Tag("subject", "household:family-01"));
  }

  @Test
  void a_contact_names_whom_the_bond_supports() {
    long formed = formed();

    scenario.when(LogContact.of(BOND, LI, "visit")).isRefusedWith(new NotSupported(BOND, LI, FAMILY), formed);
    scenario.when(LogContact.of(OTHER, FAMILY, "visit"))
        .isRefusedForLackOf("bond:bond-02 in BondFormed", new UnknownBond(OTHER));
  }

  @Test
  void after_its_end_there_are_no_contacts_in_a_bond() {
    formed();
    long ended = scenario.given(new EndBond(BOND));

    scenario.when(LogContact.of(BOND, FAMILY, "visit")).isRefusedWith(new BondClosed(BOND), ended);
    scenario.when(new EndBond(BOND)).isRefusedWith(new BondClosed(BOND), ended);
  }

  @Test
  void a_contact_that_may_have_been_before_the_end_is_still_logged() {
    formed();
    long ended = scenario.given(new EndBond(BOND), When.on(TODAY.minusDays(10)));

    scenario.when(LogContact.of(BOND, FAMILY, "visit"), When.on(TODAY.minusDays(11))).isAccepted();
    scenario.when(LogContact.of(BOND, FAMILY, "visit"), JULY).isAccepted();
    scenario.when(LogContact.of(BOND, FAMILY, "visit"), When.on(TODAY.minusDays(9)))
        .isRefusedWith(new BondClosed(BOND), ended);
  }

  @Test
  void a_bond_ends_and_the_two_may_be_paired_anew() {
    long formed = formed();
    scenario.when(new EndBond(OTHER)).isRefusedForLackOf("bond:bond-02 in BondFormed", new UnknownBond(OTHER));
    scenario.when(new EndBond(BOND))
        .isAcceptedWith(new BondEnded(BOND, "family-care", WANG, FAMILY, scenario.id(formed)));
    long ended = scenario.ledger.last();

    scenario.given(bond(OTHER, WANG, FAMILY));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isEqualTo(new BondFormed(OTHER, "family-care", WANG,
        FAMILY, OFFICE, Optional.of(STREET), Optional.of(scenario.id(formed - 1)), Optional.of(scenario.id(ended))));
  }

  @Test
  void an_end_recorded_late_takes_the_ground_from_later_contacts() {
    formed();
    scenario.given(LogContact.of(BOND, FAMILY, "visit"), When.on(TODAY.minusDays(20)));
    long contact = scenario.given(LogContact.of(BOND, FAMILY, "call"), When.on(TODAY.minusDays(5)));

    scenario.given(new EndBond(BOND), When.on(TODAY.minusDays(10)));

    assertThat(scenario.ledger.last()).isEqualTo(contact + 2);
    assertThat(scenario.ledger.at(contact + 2).event()).isEqualTo(
        new LateConflict(BOND.tag(), scenario.id(contact), scenario.id(contact + 1), "BondClosed"));
  }

  @Test
  void a_bond_recorded_late_of_a_day_on_which_there_was_another_stands_with_a_remark() {
    formed();
    long ended = scenario.given(new EndBond(BOND), When.on(TODAY.minusDays(1)));

    scenario.given(bond(OTHER, WANG, FAMILY), JULY);

    assertThat(scenario.ledger.at(ended + 2).event()).isEqualTo(
        new LateConflict(OTHER.tag(), scenario.id(ended + 1), scenario.id(ended + 1), "BondExists"));
  }

  @Test
  void a_consent_withdrawn_late_takes_the_ground_from_a_later_bond() {
    long formed = formed();

    long remarked = scenario.given(new WithdrawConsent(FAMILY, ConsentMatter.ofBond("family-care")),
        When.on(TODAY.minusDays(55)));

    assertThat(remarked).isEqualTo(formed + 2);
    assertThat(scenario.ledger.at(remarked).event()).isEqualTo(
        new LateConflict(FAMILY.tag(), scenario.id(formed), scenario.id(formed + 1), "ConsentMissing"));
  }

  @Test
  void a_bond_is_ended_not_taken_back_and_its_consent_stays_under_it() {
    long formed = formed();

    retract(formed).isRefusedWith(new UseCompensation(scenario.id(formed)), formed);
    retract(formed - 1).isRefusedWith(new DependentEvents(scenario.id(formed - 1)), formed);
  }

  @Test
  void a_note_says_something() {
    LogContact contact = LogContact.of(BOND, FAMILY, "visit");

    assertThatIllegalArgumentException().isThrownBy(() -> contact.noting(" ")).withMessage("note must not be blank");
    assertThatIllegalArgumentException().isThrownBy(() -> LogContact.of(BOND, FAMILY, "went there"))
        .withMessageContaining("how must be a code word");
  }

  private RuleScenario.Answer retract(long position) {
    ApprovalId approval = new ApprovalId("approval-" + position);
    scenario.ledger.given(new GiveApproval(approval, "records.RetractEvent", scenario.id(position).tag(),
        Optional.empty()), Actor.of(new PersonId("chief"), "chief"));
    return scenario.ledger.when(new RetractEvent(scenario.id(position), approval, List.of()), CLERK);
  }

  private long formed() {
    scenario.given(GiveConsent.of(FAMILY, ConsentMatter.ofBond("family-care"), "pairing").through(LI),
        When.on(TODAY.minusDays(60)));
    return scenario.given(bond(BOND, WANG, FAMILY), When.on(TODAY.minusDays(50)));
  }

  private long consent(Party party) {
    return scenario.given(GiveConsent.of(party, ConsentMatter.ofBond("family-care"), "pairing").through(LI));
  }

  private static FormBond bond(BondId id, Party sponsor, Party supported) {
    return new FormBond(id, "family-care", sponsor, supported, OFFICE);
  }
}
