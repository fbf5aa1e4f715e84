package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.BOTTLE;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.JULY;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.STATION;
import static org.communityledger.aid.AidScenario.WATER;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.items;
import static org.communityledger.aid.AidScenario.july;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidRefusal.CrowdNotAllowed;
import org.communityledger.aid.AidRefusal.DeliveryExists;
import org.communityledger.aid.AidRefusal.LotExpired;
import org.communityledger.aid.AidRefusal.QuotaExhausted;
import org.communityledger.aid.AidRefusal.UnitMismatch;
import org.communityledger.aid.ProgrammeRefusal.RoundClosed;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveringToCrowdsTest {
  private static final DeliveryId THIRD = new DeliveryId("d-3");

  private final AidScenario scenario = new AidScenario();

  private static DeliverToCrowd crowd(DeliveryId delivery, Tally people, AidLine... lines) {
    return DeliverToCrowd.of(delivery, KIT, people, KEEPER, lines);
  }

  private static DeliverToCrowd atStation(DeliveryId delivery, Tally people, AidLine... lines) {
    return DeliverToCrowd.at(STATION, delivery, KIT, people, KEEPER, lines);
  }

  private static Tally persons(long number) {
    return Tally.exact(number, Unit.PERSON);
  }

  @Test
  void nobody_knows_how_many_got_how_much() {
    scenario.given(kit().on(Terms.none().withCrowds()));
    long july = scenario.given(july());
    AidLine some = AidLine.of("water", Tally.unknown(Unit.ITEM));

    scenario.when(crowd(FIRST, Tally.unknown(Unit.PERSON), some).withMoreLines().in(JULY), on(7, 17)).isAcceptedWith(
        new DeliveredToCrowd(FIRST, KIT, Optional.of(JULY), Tally.unknown(Unit.PERSON), List.of(some), true,
            Optional.empty(), Optional.empty(), KEEPER, 1, scenario.ledger.id(july), Optional.empty(), List.of()));
    assertThat(scenario.tags(scenario.ledger.last())).containsExactlyInAnyOrder(FIRST.tag(),
        Tag.parse("quota:kit:july"), scenario.ledger.id(july).tag());
  }

  @Test
  void only_a_programme_that_allows_it_is_given_to_a_crowd() {
    long opened = scenario.given(kit());

    scenario.when(crowd(FIRST, persons(40), BOTTLE)).isRefusedWith(new CrowdNotAllowed(KIT), opened);
  }

  @Test
  void people_are_counted_in_the_unit_of_the_programme() {
    long opened = scenario.given(kit().forHouseholds().on(Terms.none().withCrowds()));

    scenario.when(crowd(FIRST, persons(40), BOTTLE))
        .isRefusedWith(new UnitMismatch(KIT, Unit.PERSON, Unit.HOUSEHOLD), opened);
    assertThatIllegalArgumentException().isThrownBy(() -> crowd(FIRST, items(3), BOTTLE));
    assertThatIllegalArgumentException().isThrownBy(() -> crowd(FIRST, persons(40)));
  }

  @Test
  void it_takes_from_stock_like_any_other() {
    scenario.given(kit().on(Terms.none().withCrowds()));
    long received = scenario.receive(WATER, 100);
    AidLine sixty = AidLine.of("water", items(60), WATER);

    scenario.when(atStation(FIRST, persons(60), sixty, sixty).withMoreLines())
        .isRefusedWith(new StockShort(WATER, STATION, 120, 100), received);
    long given = scenario.given(atStation(FIRST, persons(60), sixty));

    assertThat(scenario.event(given, DeliveredToCrowd.class).moves())
        .containsExactly(new StockMove(WATER, STATION, -60, 40));
    scenario.when(crowd(FIRST, persons(1), BOTTLE)).isRefusedWith(new DeliveryExists(FIRST), given);
  }

  @Test
  void it_keeps_to_the_days_of_its_round_and_of_the_lot() {
    scenario.given(kit().on(Terms.none().withCrowds()));
    long july = scenario.given(july());
    long received = scenario.given(ReceiveStock.of(WATER, "water", items(9), STATION)
        .bestBefore(LocalDate.of(2024, 7, 20)));

    scenario.when(crowd(FIRST, persons(1), BOTTLE).in(JULY), on(8, 1)).isRefusedWith(new RoundClosed(JULY), july);
    scenario.when(atStation(FIRST, persons(1), AidLine.of("water", items(1), WATER)).in(JULY), on(7, 21))
        .isRefusedWith(new LotExpired(WATER), received);
  }

  @Test
  void named_parties_and_crowds_share_the_quota() {
    scenario.given(kit().on(Terms.none().withCrowds().withQuota(50)));
    scenario.given(july());
    long named = scenario.given(bottle(FIRST, RIDER).in(JULY), on(7, 17));
    assertThat(scenario.event(named, Delivered.class).quota()).contains(new QuotaCount(1, 1));

    scenario.when(crowd(SECOND, persons(50), BOTTLE).in(JULY), on(7, 17))
        .isRefusedWith(new QuotaExhausted(KIT, Optional.of(JULY), 50), named);
    long crowd = scenario.given(crowd(SECOND, Tally.between(40, 49, Unit.PERSON), BOTTLE).in(JULY), on(7, 17));
    assertThat(scenario.event(crowd, DeliveredToCrowd.class).quota()).contains(new QuotaCount(49, 50));
    scenario.when(bottle(THIRD, OTHER).in(JULY), on(7, 17))
        .isRefusedWith(new QuotaExhausted(KIT, Optional.of(JULY), 50), crowd);
    scenario.when(bottle(THIRD, RIDER).in(JULY), on(7, 17)).isAccepted();
  }

  @Test
  void of_a_crowd_without_a_most_the_least_is_counted() {
    long opened = scenario.given(kit().on(Terms.none().withCrowds().withQuota(50)));

    scenario.when(crowd(FIRST, persons(51), BOTTLE))
        .isRefusedWith(new QuotaExhausted(KIT, Optional.empty(), 50), opened);
    long crowd = scenario.given(crowd(FIRST, Tally.atLeast(50, Unit.PERSON), BOTTLE));

    scenario.when(bottle(SECOND, RIDER)).isRefusedWith(new QuotaExhausted(KIT, Optional.empty(), 50), crowd);
  }
}
