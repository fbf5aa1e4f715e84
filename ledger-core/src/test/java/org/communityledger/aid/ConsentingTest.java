package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.CHILD;
import static org.communityledger.aid.AidScenario.FAMILY;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.PARENT;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.START;
import static org.communityledger.aid.AidScenario.STRANGER;
import static org.communityledger.aid.AidScenario.UNION;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;
import static org.communityledger.aid.AidScenario.person;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeRefusal.ConsentMissing;
import org.communityledger.aid.ProgrammeRefusal.GuardianNeeded;
import org.communityledger.aid.ProgrammeRefusal.SurrogateNeeded;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownProgramme;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentingTest {
  private static final ConsentMatter TO_KIT = ConsentMatter.of(KIT);
  private static final ConsentMatter TO_PAIRING = ConsentMatter.ofBond("PAIRING");
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final ConsentMatter TO_SCREENING = ConsentMatter.of(SCREENING);
  private static final PersonId SURROGATE = new PersonId("x-8f3a");

  private final AidScenario scenario = new AidScenario();

  @Test
  void somebody_consents_to_a_programme() {
    scenario.given(kit());

    scenario.when(GiveConsent.of(RIDER, TO_KIT, "participation")).isAcceptedWith(
        new ConsentGiven(RIDER, TO_KIT, Optional.of(ProgrammeKind.GOODS), List.of("participation"), Optional.empty(),
            Optional.empty()));
    assertThat(scenario.tags(scenario.ledger.last())).containsExactly(Tag.parse("consent:kit:person:rider-05"));
  }

  @Test
  void who_consents_and_to_what_must_exist() {
    scenario.when(GiveConsent.of(RIDER, TO_KIT, "participation")).isRefusedForLackOf(
        "programme:kit in ProgrammeClosed|ProgrammeOpened|TermsChanged", new UnknownProgramme(KIT));
    scenario.when(GiveConsent.of(STRANGER, TO_PAIRING, "contact"))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(STRANGER));
    assertThatIllegalArgumentException().isThrownBy(() -> GiveConsent.of(UNION, TO_PAIRING, "contact"));
    assertThatIllegalArgumentException().isThrownBy(() -> GiveConsent.of(RIDER, TO_PAIRING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConsentMatter(Optional.of(KIT), Optional.of("PAIRING")));
  }

  @Test
  void whoever_is_not_of_age_consents_through_somebody_who_is() {
    long registered = 7;
    assertThat(scenario.tags(registered)).containsExactly(CHILD.tag());

    scenario.when(GiveConsent.of(CHILD, TO_PAIRING, "contact")).isRefusedWith(new GuardianNeeded(CHILD), registered);
    scenario.when(GiveConsent.of(CHILD, TO_PAIRING, "contact").through(CHILD))
        .isRefusedWith(new GuardianNeeded(CHILD), registered);
    scenario.when(GiveConsent.of(CHILD, TO_PAIRING, "contact").through(STRANGER))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(STRANGER));
    scenario.when(GiveConsent.of(CHILD, TO_PAIRING, "contact").through(PARENT)).isAccepted();
  }

  @Test
  void a_household_of_children_consents_through_a_guardian_and_one_with_a_grown_up_does_not_need_to() {
    PersonId orphan = new PersonId("orphan");
    HouseholdId orphans = new HouseholdId("orphans");
    long registered = scenario.given(person(orphan, false, "pupil"));
    scenario.given(new RegisterHousehold(orphans, List.of(orphan), Tally.exact(1, Unit.PERSON)));

    scenario.when(GiveConsent.of(orphans, TO_PAIRING, "contact"))
        .isRefusedWith(new GuardianNeeded(orphans), registered);
    scenario.when(GiveConsent.of(orphans, TO_PAIRING, "contact").through(PARENT)).isAccepted();
    scenario.when(GiveConsent.of(FAMILY, TO_PAIRING, "contact")).isAccepted();
  }

  @Test
  void a_consent_is_taken_back_once() {
    scenario.when(new WithdrawConsent(RIDER, TO_PAIRING)).isRefusedForLackOf(
        "consent:PAIRING:person:rider-05 in ConsentGiven|ConsentWithdrawn", new ConsentMissing(TO_PAIRING, RIDER));
    long given = scenario.given(GiveConsent.of(RIDER, TO_PAIRING, "contact"));

    scenario.when(new WithdrawConsent(RIDER, TO_PAIRING))
        .isAcceptedWith(new ConsentWithdrawn(RIDER, TO_PAIRING, scenario.ledger.id(given)));
    scenario.when(new WithdrawConsent(RIDER, TO_PAIRING))
        .isRefusedWith(new ConsentMissing(TO_PAIRING, RIDER), given + 1);
    scenario.when(GiveConsent.of(RIDER, TO_PAIRING, "contact")).isAccepted();
  }

  @Test
  void nothing_is_given_without_the_consent_it_takes() {
    scenario.given(kit().on(Terms.none().withConsent()));
    scenario.when(bottle(FIRST, RIDER)).isRefusedForLackOf(
        "consent:kit:person:rider-05 in ConsentGiven|ConsentWithdrawn", new ConsentMissing(TO_KIT, RIDER));
    long late = scenario.given(GiveConsent.of(RIDER, TO_KIT, "participation"), on(7, 20));
    scenario.when(bottle(FIRST, RIDER), on(7, 19)).isRefusedWith(new ConsentMissing(TO_KIT, RIDER), late);

    scenario.when(bottle(FIRST, RIDER), on(7, 20)).isAccepted();

    scenario.whenRetracted(late).isRefusedWith(new DependentEvents(scenario.ledger.id(late)), late + 1);
    long withdrawn = scenario.given(new WithdrawConsent(RIDER, TO_KIT));
    scenario.when(bottle(AidScenario.SECOND, RIDER)).isRefusedWith(new ConsentMissing(TO_KIT, RIDER), withdrawn);
  }

  @Test
  void what_was_given_after_a_withdrawal_that_comes_late_has_lost_its_ground() {
    scenario.given(kit().on(Terms.none().withConsent()));
    scenario.given(GiveConsent.of(RIDER, TO_KIT, "participation"), on(7, 2));
    long given = scenario.given(bottle(FIRST, RIDER), on(7, 20));

    scenario.given(new WithdrawConsent(RIDER, TO_KIT), on(7, 10));

    assertThat(scenario.event(scenario.ledger.last(), LateConflict.class)).isEqualTo(new LateConflict(KIT.tag(),
        scenario.ledger.id(given), scenario.ledger.id(scenario.ledger.last() - 1), "ConsentMissing"));
  }

  @Test
  void in_a_sensitive_programme_nobody_takes_part_under_the_id_they_are_registered_with() {
    long opened = scenario.given(OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", START, UNION));

    scenario.when(GiveConsent.of(RIDER, TO_SCREENING, "screening"))
        .isRefusedWith(new SurrogateNeeded(SCREENING), 4);
    scenario.when(GiveConsent.of(new HouseholdId("unheard-of"), TO_SCREENING, "screening"))
        .isRefusedWith(new SurrogateNeeded(SCREENING), opened);
    scenario.when(GiveConsent.of(SURROGATE, TO_SCREENING, "screening").standingFor(OTHER)).isAcceptedWith(
        new ConsentGiven(SURROGATE, TO_SCREENING, Optional.of(ProgrammeKind.SCREENING), List.of("screening"),
            Optional.empty(),
            Optional.of(RuleScenario.sealed(SURROGATE, "HEALTH", OTHER))));
    assertThat(scenario.tags(scenario.ledger.last())).extracting(Tag::toString).containsExactlyInAnyOrder(
        "consent:screening:person:x-8f3a", "subject:person:x-8f3a");
  }
}
