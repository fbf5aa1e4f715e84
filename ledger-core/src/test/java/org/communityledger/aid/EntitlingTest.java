package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.BOTTLE;
import static org.communityledger.aid.AidScenario.CHILD;
import static org.communityledger.aid.AidScenario.FAMILY;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.GRANT;
import static org.communityledger.aid.AidScenario.JULY;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.PARENT;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.START;
import static org.communityledger.aid.AidScenario.UNION;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.items;
import static org.communityledger.aid.AidScenario.july;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.RevokeEntitlement;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidRefusal.AlreadyEntitled;
import org.communityledger.aid.AidRefusal.AlreadyFulfilled;
import org.communityledger.aid.AidRefusal.AlreadyRevoked;
import org.communityledger.aid.AidRefusal.EntitlementExists;
import org.communityledger.aid.AidRefusal.NotEligible;
import org.communityledger.aid.AidRefusal.NotEntitled;
import org.communityledger.aid.AidRefusal.OverEntitlement;
import org.communityledger.aid.AidRefusal.QuotaExhausted;
import org.communityledger.aid.AidRefusal.WrongItem;
import org.communityledger.aid.AidRefusal.WrongParty;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeRefusal.ConsentMissing;
import org.communityledger.aid.ProgrammeRefusal.RoundClosed;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownEntitlement;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntitlingTest {
  private static final EntitlementId ANOTHER = new EntitlementId("e-2");
  private static final AidLine FIVE = AidLine.of("water", items(5));

  private final AidScenario scenario = new AidScenario();

  private static Entitle five() {
    return Entitle.of(GRANT, KIT, RIDER, FIVE);
  }

  @Test
  void a_rider_is_granted_something_in_a_round_until_its_last_day() {
    scenario.given(kit().on(Terms.none().withEntitlement().withQuota(2)));
    long july = scenario.given(july());

    scenario
        .when(new Entitle(GRANT, KIT, Optional.of(JULY), RIDER, List.of(FIVE), Optional.of(Sealed.of("low income"))),
            on(7, 2))
        .isAcceptedWith(new EntitlementGranted(GRANT, KIT, Optional.of(JULY), RIDER, List.of(), List.of(FIVE),
            Optional.of(RuleScenario.sealed(RIDER, "AID", "low income")), 1, scenario.ledger.id(july),
            Optional.of(LocalDate.of(2024, 7, 31)), Optional.of(new QuotaCount(1, 1))));
    assertThat(scenario.tags(scenario.ledger.last())).extracting(Object::toString).containsExactlyInAnyOrder(
        "entitlement:e-1", "entitled:kit:person:rider-05", "entitled:kit:july:person:rider-05", "quota:kit:july",
        scenario.ledger.id(july).tag().toString(), "subject:person:rider-05");
  }

  @Test
  void an_entitlement_names_each_item_once_exactly_and_out_of_no_lot() {
    assertThatIllegalArgumentException().isThrownBy(() -> Entitle.of(GRANT, KIT, RIDER, FIVE, BOTTLE));
    assertThatIllegalArgumentException().isThrownBy(() -> Entitle.of(GRANT, KIT, RIDER));
    assertThatIllegalArgumentException().isThrownBy(() -> Entitle.of(GRANT, KIT, RIDER,
        AidLine.of("water", Tally.about(5, Unit.ITEM))));
  }

  @Test
  void a_party_is_entitled_once_in_a_round() {
    scenario.given(kit());
    scenario.given(july());
    long first = scenario.given(five().in(JULY), on(7, 2));

    scenario.when(five().in(JULY), on(7, 2)).isRefusedWith(new EntitlementExists(GRANT), first);
    scenario.when(Entitle.of(ANOTHER, KIT, RIDER, BOTTLE).in(JULY), on(7, 3))
        .isRefusedWith(new AlreadyEntitled(KIT, RIDER, GRANT), first);
    scenario.when(Entitle.of(ANOTHER, KIT, OTHER, BOTTLE).in(JULY), on(7, 3)).isAccepted();
  }

  @Test
  void only_those_are_entitled_whom_the_terms_are_for() {
    long opened = scenario.given(kit().on(Terms.none().onlyFor(Eligibility.of("rider"))));

    scenario.when(Entitle.of(GRANT, KIT, PARENT, FIVE)).isRefusedWith(new NotEligible(KIT, PARENT), 6);
    scenario.when(Entitle.of(GRANT, KIT, FAMILY, FIVE))
        .isRefusedWith(new WrongParty(KIT, FAMILY, Unit.PERSON), opened);
    scenario.when(five()).isAccepted();
  }

  @Test
  void age_is_proved_by_the_registration() {
    scenario.given(kit().forHouseholds().on(Terms.none().onlyFor(new Eligibility(List.of(), Optional.of(false)))));

    scenario.when(Entitle.of(GRANT, KIT, FAMILY, FIVE)).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), EntitlementGranted.class).members())
        .containsExactly(PARENT, CHILD);
  }

  @Test
  void what_takes_consent_is_granted_to_those_who_gave_it() {
    scenario.given(kit().on(Terms.none().withConsent()));

    scenario.when(five()).isRefusedForLackOf("consent:kit:person:rider-05 in ConsentGiven|ConsentWithdrawn",
        new ConsentMissing(ConsentMatter.of(KIT), RIDER));
  }

  @Test
  void entitlements_take_up_the_quota_and_give_it_back() {
    scenario.given(kit().on(Terms.none().withQuota(1)));
    long granted = scenario.given(five());
    scenario.when(Entitle.of(ANOTHER, KIT, OTHER, FIVE))
        .isRefusedWith(new QuotaExhausted(KIT, Optional.empty(), 1), granted);
    scenario.when(bottle(FIRST, OTHER)).isRefusedWith(new QuotaExhausted(KIT, Optional.empty(), 1), granted);

    scenario.when(new RevokeEntitlement(GRANT)).isAcceptedWith(new EntitlementRevoked(GRANT, KIT, Optional.empty(),
        RIDER, List.of(), List.of(FIVE), scenario.ledger.id(granted), Optional.of(new QuotaCount(-1, 0))));

    scenario.when(Entitle.of(ANOTHER, KIT, OTHER, FIVE)).isAccepted();
  }

  @Test
  void who_is_entitled_is_counted_once_however_often_they_come() {
    scenario.given(kit().on(Terms.none().withQuota(1)));
    scenario.given(five());

    long first = scenario.given(bottle(FIRST, RIDER).fulfilling(GRANT));
    long second = scenario.given(bottle(SECOND, RIDER));

    assertThat(scenario.event(first, AidEvent.Delivered.class).quota()).contains(new QuotaCount(0, 1));
    assertThat(scenario.event(second, AidEvent.Delivered.class).quota()).contains(new QuotaCount(0, 1));
  }

  @Test
  void what_is_granted_is_given_in_parts_and_no_more_of_it() {
    scenario.given(kit().on(Terms.none().withEntitlement()));
    long granted = scenario.given(five());
    long first = scenario.given(given(FIRST, 3));

    scenario.when(given(SECOND, 3)).isRefusedWith(new OverEntitlement(GRANT, "water"), granted, first);
    long second = scenario.given(given(SECOND, 2));

    scenario.when(new RevokeEntitlement(GRANT)).isRefusedWith(new AlreadyFulfilled(GRANT), granted, first, second);
  }

  private static Deliver given(DeliveryId id, long bottles) {
    return Deliver.of(id, KIT, RIDER, KEEPER, AidLine.of("water", items(bottles))).fulfilling(GRANT);
  }

  @Test
  void several_lines_of_one_item_count_together() {
    scenario.given(kit());
    long granted = scenario.given(five());

    scenario.when(Deliver.of(FIRST, KIT, RIDER, KEEPER, FIVE, BOTTLE).fulfilling(GRANT))
        .isRefusedWith(new OverEntitlement(GRANT, "water"), granted);
  }

  @Test
  void an_entitlement_is_for_its_party_its_items_and_its_round() {
    scenario.given(kit().on(Terms.none().withEntitlement()));
    long granted = scenario.given(five());

    scenario.when(bottle(FIRST, OTHER)).isRefusedForLackOf("entitled:kit:-:person:rider-06 in EntitlementGranted",
        new NotEntitled(KIT, OTHER));
    scenario.when(bottle(FIRST, OTHER).fulfilling(GRANT)).isRefusedWith(new NotEntitled(KIT, OTHER), granted);
    scenario.when(bottle(FIRST, RIDER).fulfilling(ANOTHER))
        .isRefusedForLackOf("entitlement:e-2 in EntitlementGranted", new UnknownEntitlement(ANOTHER));
    scenario.when(Deliver.of(FIRST, KIT, RIDER, KEEPER, AidLine.of("hat", items(1))).fulfilling(GRANT))
        .isRefusedWith(new WrongItem("hat", GRANT.tag()), granted);
  }

  @Test
  void what_was_revoked_is_not_given() {
    scenario.given(kit());
    scenario.given(five());
    long revoked = scenario.given(new RevokeEntitlement(GRANT));

    scenario.when(bottle(FIRST, RIDER).fulfilling(GRANT)).isRefusedWith(new NotEntitled(KIT, RIDER), revoked);
    scenario.when(new RevokeEntitlement(GRANT)).isRefusedWith(new AlreadyRevoked(GRANT), revoked);
    scenario.when(new RevokeEntitlement(ANOTHER)).isRefusedForLackOf("entitlement:e-2 in EntitlementGranted",
        new UnknownEntitlement(ANOTHER));
  }

  @Test
  void an_entitlement_lapses_with_the_programme() {
    scenario.given(kit().until(on(7, 31)));
    long granted = scenario.given(five(), on(7, 2));
    long opened = granted - 1;

    scenario.when(bottle(FIRST, RIDER).fulfilling(GRANT), on(8, 1))
        .isRefusedWith(new ProgrammeRefusal.ProgrammeClosed(KIT), opened);
    scenario.whenIrregular(bottle(FIRST, RIDER).fulfilling(GRANT), "aid.Deliver", FIRST.tag(), on(8, 1)).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), RuleBroken.class).rules())
        .containsExactly("ProgrammeClosed", "NotEntitled");
  }

  @Test
  void nothing_is_granted_in_a_round_that_is_over() {
    scenario.given(kit());
    scenario.given(july());
    long closed = scenario.given(new CloseRound(JULY), on(7, 20));

    scenario.when(five().in(JULY), on(7, 21)).isRefusedWith(new RoundClosed(JULY), closed);
    scenario.when(five().in(JULY), on(7, 20)).isAccepted();
  }

  @Test
  void who_has_something_of_a_programme_that_excludes_it_is_not_granted_it() {
    var meals = new ProgrammeId("meals");
    scenario.given(ProgrammeCommand.OpenProgramme.of(meals, ProgrammeKind.MEAL, "用餐", START, UNION));
    scenario.given(kit());
    long granted = scenario.given(Entitle.of(GRANT, meals, RIDER, AidLine.of("lunch", items(1))));
    scenario.given(new ChangeTerms(KIT, Terms.none().excluding(meals)));

    scenario.when(Entitle.of(ANOTHER, KIT, RIDER, FIVE))
        .isRefusedWith(new AidRefusal.ExcludedByOther(KIT, meals, RIDER), granted);
  }

  @Test
  void what_was_given_after_a_revocation_that_comes_late_has_lost_its_ground() {
    scenario.given(kit());
    scenario.given(five(), on(7, 2));
    long given = scenario.given(bottle(FIRST, RIDER).fulfilling(GRANT), on(7, 20));

    scenario.given(new RevokeEntitlement(GRANT), on(7, 10));

    assertThat(scenario.event(scenario.ledger.last(), LateConflict.class)).isEqualTo(new LateConflict(GRANT.tag(),
        scenario.ledger.id(given), scenario.ledger.id(scenario.ledger.last() - 1), "NotEntitled"));
  }

  @Test
  void an_entitlement_is_revoked_not_retracted() {
    scenario.given(kit());
    long granted = scenario.given(five());

    scenario.whenRetracted(granted).isRefusedWith(new UseCompensation(scenario.ledger.id(granted)), granted);
  }
}
