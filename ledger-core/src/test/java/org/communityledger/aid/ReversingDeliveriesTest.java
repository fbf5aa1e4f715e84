package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.BOTTLE;
import static org.communityledger.aid.AidScenario.CHIEF;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.GRANT;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.STATION;
import static org.communityledger.aid.AidScenario.WATER;
import static org.communityledger.aid.AidScenario.WORKER;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.items;
import static org.communityledger.aid.AidScenario.kit;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidRefusal.AlreadyReversed;
import org.communityledger.aid.AidRefusal.QuotaExhausted;
import org.communityledger.aid.AidRefusal.ReturnsMoreThanGiven;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownDelivery;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReversingDeliveriesTest {
  private static final LotId HATS = new LotId("hats");

  private final AidScenario scenario = new AidScenario();

  private Answer reversed(DeliveryId delivery, LotQuantity... back) {
    return scenario.ledger.when(
        new ReverseDelivery(delivery, List.of(back), scenario.approve("aid.ReverseDelivery", delivery.tag())), WORKER,
        "given to the wrong rider");
  }

  private long given(long bottles) {
    scenario.given(kit());
    scenario.receive(WATER, 100);
    return scenario.given(Deliver.at(STATION, FIRST, KIT, RIDER, KEEPER, AidLine.of("water", items(bottles), WATER)));
  }

  @Test
  void what_comes_back_is_in_stock_again_and_the_rest_is_told_apart() {
    long given = given(10);

    reversed(FIRST, new LotQuantity(WATER, 7)).isAccepted();

    DeliveryReversed reversal = scenario.event(scenario.ledger.last(), DeliveryReversed.class);
    assertThat(reversal.made()).isEqualTo(scenario.ledger.id(given));
    assertThat(reversal.returned()).containsExactly(new LotQuantity(WATER, 7));
    assertThat(reversal.notReturned()).containsExactly(new LotQuantity(WATER, 3));
    assertThat(reversal.moves()).containsExactly(new StockMove(WATER, STATION, 7, 97));
    assertThat(reversal.quota()).isEmpty();
    assertThat(scenario.tags(scenario.ledger.last())).containsAll(scenario.tags(given))
        .contains(scenario.ledger.id(given).tag());
  }

  @Test
  void no_more_comes_back_than_was_given() {
    long given = given(10);

    reversed(FIRST, new LotQuantity(WATER, 11)).isRefusedWith(new ReturnsMoreThanGiven(FIRST, WATER, 10), given);
    reversed(FIRST, new LotQuantity(HATS, 1)).isRefusedWith(new ReturnsMoreThanGiven(FIRST, HATS, 0), given);
    reversed(FIRST).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), DeliveryReversed.class).moves())
        .containsExactly(new StockMove(WATER, STATION, 0, 90));
  }

  @Test
  void a_lot_comes_back_once_in_some_quantity() {
    ApprovalId approval = new ApprovalId("a");
    LotQuantity one = new LotQuantity(WATER, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReverseDelivery(FIRST, List.of(one, one), approval));
    assertThatIllegalArgumentException().isThrownBy(() -> new LotQuantity(WATER, 0));
  }

  @Test
  void a_delivery_is_reversed_once_for_a_reason_and_with_an_approval() {
    reversed(FIRST).isRefusedForLackOf("delivery:d-1 in Delivered|DeliveredToCrowd", new UnknownDelivery(FIRST));
    given(1);
    ApprovalId approval = scenario.approve("aid.ReverseDelivery", FIRST.tag());
    long approved = scenario.ledger.last();
    ReverseDelivery reverse = new ReverseDelivery(FIRST, List.of(), approval);
    scenario.when(reverse).isRefusedWith(new ReasonMissing("aid.ReverseDelivery"));
    scenario.ledger.when(reverse, CHIEF, "wrong rider").isRefusedWith(new SelfApproval(approval, CHIEF.who()),
        approved);
    ApprovalId none = new ApprovalId("none");
    scenario.ledger.when(new ReverseDelivery(FIRST, List.of(), none), WORKER, "wrong rider").isRefusedForLackOf(
        "approval:none in ApprovalGiven", new ApprovalMissing(Optional.of(none), "aid.ReverseDelivery", FIRST.tag()));
    scenario.ledger.when(reverse, WORKER, "wrong rider").isAccepted();
    long reversed = scenario.ledger.last();

    reversed(FIRST).isRefusedWith(new AlreadyReversed(FIRST), reversed);
    scenario.whenRetracted(reversed).isRefusedWith(new UseCompensation(scenario.ledger.id(reversed)), reversed);
  }

  @Test
  void a_reversal_gives_the_quota_back() {
    scenario.given(kit().on(Terms.none().withQuota(1)));
    long given = scenario.given(bottle(FIRST, RIDER));
    scenario.when(bottle(SECOND, OTHER)).isRefusedWith(new QuotaExhausted(KIT, Optional.empty(), 1), given);

    reversed(FIRST).isAccepted();

    assertThat(scenario.event(scenario.ledger.last(), DeliveryReversed.class).quota()).contains(new QuotaCount(-1, 0));
    scenario.when(bottle(SECOND, OTHER)).isAccepted();
  }

  @Test
  void who_got_something_else_or_is_entitled_stays_counted() {
    scenario.given(kit().on(Terms.none().withQuota(2)));
    scenario.given(bottle(FIRST, RIDER));
    scenario.given(bottle(SECOND, RIDER));
    reversed(FIRST).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), DeliveryReversed.class).quota()).contains(new QuotaCount(0, 1));

    scenario.given(Entitle.of(GRANT, KIT, RIDER, BOTTLE));
    reversed(SECOND).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), DeliveryReversed.class).quota()).contains(new QuotaCount(0, 1));
  }

  @Test
  void what_is_reversed_of_an_entitlement_can_be_given_again() {
    scenario.given(kit().on(Terms.none().withEntitlement()));
    scenario.given(Entitle.of(GRANT, KIT, RIDER, BOTTLE));
    scenario.given(bottle(FIRST, RIDER).fulfilling(GRANT));
    reversed(FIRST).isAccepted();

    scenario.when(bottle(SECOND, RIDER).fulfilling(GRANT)).isAccepted();
  }

  @Test
  void what_a_crowd_got_is_reversed_too() {
    scenario.given(kit().on(Terms.none().withCrowds().withQuota(50)));
    scenario.receive(WATER, 100);
    scenario.given(DeliverToCrowd.at(STATION, FIRST, KIT, Tally.exact(40, Unit.PERSON), KEEPER,
        AidLine.of("water", items(40), WATER)));

    reversed(FIRST, new LotQuantity(WATER, 40)).isAccepted();

    DeliveryReversed reversal = scenario.event(scenario.ledger.last(), DeliveryReversed.class);
    assertThat(reversal.quota()).contains(new QuotaCount(-40, 0));
    assertThat(reversal.moves()).containsExactly(new StockMove(WATER, STATION, 40, 100));
    assertThat(reversal.notReturned()).isEmpty();
  }
}
