package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.aid.AidScenario.CHILD;
import static org.communityledger.aid.AidScenario.FAMILY;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.JULY;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.items;
import static org.communityledger.aid.AidScenario.july;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.AidRefusal.TooSoon;
import org.communityledger.aid.Limit.Per;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.MoveHouseholdMember;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsOfDeliveriesTest {
  private static final DeliveryId THIRD = new DeliveryId("d-3");

  private final AidScenario scenario = new AidScenario();

  private void limited(Limit limit) {
    scenario.given(kit().on(Terms.none().limitedTo(limit)));
  }

  @Test
  void once_in_a_programme_is_once() {
    Limit once = Limit.of(1, Per.PROGRAMME);
    limited(once);
    long first = scenario.given(bottle(FIRST, RIDER), on(7, 2));

    scenario.when(bottle(SECOND, RIDER), on(8, 1)).isRefusedWith(new AlreadyServed(KIT, RIDER, once), first);
    scenario.when(bottle(SECOND, OTHER), on(8, 1)).isAccepted();
  }

  @Test
  void twice_in_a_round_is_twice() {
    Limit twice = Limit.of(2, Per.ROUND);
    limited(twice);
    scenario.given(july());
    long first = scenario.given(bottle(FIRST, RIDER).in(JULY), on(7, 2));
    long second = scenario.given(bottle(SECOND, RIDER).in(JULY), on(7, 2));

    scenario.when(bottle(THIRD, RIDER).in(JULY), on(7, 3))
        .isRefusedWith(new AlreadyServed(KIT, RIDER, twice), first, second);
  }

  @Test
  void once_a_day_is_again_tomorrow() {
    Limit daily = Limit.of(1, Per.DAY);
    limited(daily);
    long first = scenario.given(bottle(FIRST, RIDER), on(7, 2));

    scenario.when(bottle(SECOND, RIDER), on(7, 2)).isRefusedWith(new AlreadyServed(KIT, RIDER, daily), first);
    scenario.when(bottle(SECOND, RIDER), on(7, 3)).isAccepted();
    scenario.when(bottle(THIRD, RIDER), When.during(LocalDate.of(2024, 7, 2), LocalDate.of(2024, 7, 3))).isAccepted();
  }

  @Test
  void once_for_each_service_is_one_of_each() {
    Limit each = Limit.of(1, Per.SERVICE);
    limited(each);
    long first = scenario.given(bottle(FIRST, RIDER));

    scenario.when(bottle(SECOND, RIDER)).isRefusedWith(new AlreadyServed(KIT, RIDER, each), first);
    scenario.when(Deliver.of(SECOND, KIT, RIDER, KEEPER, AidLine.of("hat", items(1)))).isAccepted();
    scenario.when(Deliver.of(THIRD, KIT, RIDER, KEEPER, AidLine.of("towel", items(1)), AidLine.of("water", items(1))))
        .isRefusedWith(new AlreadyServed(KIT, RIDER, each), first);
  }

  @Test
  void days_lie_between_two_deliveries() {
    limited(Limit.of(9, Per.PROGRAMME).everyDays(7));
    long first = scenario.given(bottle(FIRST, RIDER), on(7, 1));

    scenario.when(bottle(SECOND, RIDER), on(7, 7)).isRefusedWith(new TooSoon(KIT, RIDER, 7), first);
    scenario.when(bottle(SECOND, RIDER), on(7, 8)).isAccepted();
  }

  @Test
  void only_what_is_surely_too_soon_is_refused() {
    limited(Limit.of(9, Per.PROGRAMME).everyDays(7));
    long first = scenario.given(bottle(FIRST, RIDER), When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 3)));

    scenario.when(bottle(SECOND, RIDER), on(7, 7)).isRefusedWith(new TooSoon(KIT, RIDER, 7), first);
    scenario.when(bottle(SECOND, RIDER), on(7, 8)).isAccepted();
  }

  @Test
  void a_delivery_to_a_household_follows_its_members_to_another_one() {
    HouseholdId grandparents = new HouseholdId("grandparents");
    Limit once = Limit.of(1, Per.PROGRAMME);
    scenario.given(kit().forHouseholds().on(Terms.none().limitedTo(once)));
    long first = scenario.given(bottle(FIRST, FAMILY));
    scenario.given(new RegisterHousehold(grandparents, List.of(), Tally.exact(2, Unit.PERSON)));
    scenario.given(new MoveHouseholdMember(CHILD, Optional.of(FAMILY), grandparents));

    scenario.when(bottle(SECOND, grandparents)).isRefusedWith(new AlreadyServed(KIT, CHILD, once), first);
  }

  @Test
  void what_was_reversed_does_not_count() {
    limited(Limit.of(1, Per.PROGRAMME));
    scenario.given(bottle(FIRST, RIDER));
    scenario.ledger.given(new ReverseDelivery(FIRST, List.of(), scenario.approve("aid.ReverseDelivery", FIRST.tag())),
        AidScenario.WORKER, "wrong rider");

    scenario.when(bottle(SECOND, RIDER)).isAccepted();
  }

  @Test
  void a_round_keeps_its_limit() {
    limited(Limit.of(1, Per.ROUND));
    scenario.given(july());
    scenario.given(new ChangeTerms(KIT, Terms.none()));
    long first = scenario.given(bottle(FIRST, RIDER).in(JULY), on(7, 2));

    scenario.when(bottle(SECOND, RIDER).in(JULY), on(7, 2))
        .isRefusedWith(new AlreadyServed(KIT, RIDER, Limit.of(1, Per.ROUND)), first);
  }

  @Test
  void a_late_entry_is_true_and_the_later_delivery_has_lost_its_ground() {
    limited(Limit.of(1, Per.PROGRAMME));
    long later = scenario.given(bottle(FIRST, RIDER), on(7, 20));

    scenario.when(bottle(SECOND, RIDER), on(7, 10)).isAccepted();

    long late = scenario.ledger.last() - 1;
    assertThat(scenario.event(late + 1, LateConflict.class)).isEqualTo(new LateConflict(FIRST.tag(),
        scenario.ledger.id(later), scenario.ledger.id(late), "AlreadyServed"));
    assertThat(scenario.ledger.at(late + 1).header().occurred()).isEqualTo(on(7, 20));
    assertThat(scenario.tags(late + 1)).contains(scenario.ledger.id(later).tag());
  }

  @Test
  void a_late_entry_that_leaves_enough_room_takes_no_ground_away() {
    limited(Limit.of(2, Per.PROGRAMME).everyDays(7));
    scenario.given(bottle(FIRST, RIDER), on(7, 20));

    long late = scenario.given(bottle(SECOND, RIDER), on(7, 10));

    assertThat(scenario.ledger.last()).isEqualTo(late);
    assertThat(scenario.ledger.at(late).event()).isInstanceOf(AidEvent.Delivered.class);
  }

  @Test
  void a_late_entry_too_close_before_another_one_takes_the_ground_of_its_interval() {
    limited(Limit.of(2, Per.PROGRAMME).everyDays(7));
    long later = scenario.given(bottle(FIRST, RIDER), on(7, 20));

    scenario.given(bottle(SECOND, RIDER), on(7, 15));

    assertThat(scenario.event(scenario.ledger.last(), LateConflict.class)).isEqualTo(new LateConflict(FIRST.tag(),
        scenario.ledger.id(later), scenario.ledger.id(scenario.ledger.last() - 1), "TooSoon"));
  }

  @Test
  void of_several_later_ones_the_last_loses_its_ground() {
    limited(Limit.of(2, Per.PROGRAMME));
    long last = scenario.given(bottle(FIRST, RIDER), on(7, 25));
    scenario.given(bottle(SECOND, RIDER), on(7, 20));

    scenario.given(bottle(THIRD, RIDER), on(7, 10));

    assertThat(scenario.event(scenario.ledger.last(), LateConflict.class).event())
        .isEqualTo(scenario.ledger.id(last));
  }

  @Test
  void what_was_given_against_the_limit_is_recorded_all_the_same_if_somebody_approves() {
    limited(Limit.of(1, Per.ROUND).everyDays(7));
    scenario.given(bottle(FIRST, RIDER), on(7, 20));

    scenario.whenIrregular(bottle(SECOND, RIDER), "aid.Deliver", SECOND.tag(), on(7, 21)).isAccepted();

    RuleBroken broken = scenario.event(scenario.ledger.last(), RuleBroken.class);
    assertThat(broken.rules()).containsExactly("AlreadyServed", "TooSoon");
    assertThat(broken.about()).isEqualTo(Tag.parse("delivery:d-2"));
  }
}
