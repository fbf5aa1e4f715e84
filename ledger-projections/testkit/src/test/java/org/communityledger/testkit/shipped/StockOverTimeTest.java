package org.communityledger.testkit.shipped;

import static org.assertj.core.groups.Tuple.tuple;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.StockHistory.DEPOT;
import static org.communityledger.testkit.shipped.StockHistory.JULY_1;
import static org.communityledger.testkit.shipped.StockHistory.KITS;
import static org.communityledger.testkit.shipped.StockHistory.OFFICE;
import static org.communityledger.testkit.shipped.StockHistory.RICE;
import static org.communityledger.testkit.shipped.StockHistory.STATION;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.communityledger.aid.StockEvent;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.aid.CustodyRow;
import org.communityledger.projection.aid.CustodyRow.Act;
import org.communityledger.projection.aid.CustodyRow.Hand;
import org.communityledger.projection.aid.LotCustody;
import org.communityledger.projection.aid.LotRow;
import org.communityledger.projection.aid.StockAtSite;
import org.communityledger.projection.aid.StockAtSite.Count;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of stock, at several moments of one history. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    StockHistory.tell(ledger);
  }

  private static ProjectionAssert<LotId, LotRow> balance(LedgerScenario ledger) {
    return assertThat(ledger).projection(StockBalance.class);
  }

  private static ProjectionAssert<LotId, CustodyRow> custody(LedgerScenario ledger) {
    return assertThat(ledger).projection(LotCustody.class);
  }

  @Test
  void everything_that_can_happen_to_stock_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Arrays.stream(StockEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @Test
  void the_balance_tells_what_is_left_where(LedgerScenario ledger) {
    balance(ledger).row(KITS).returns(
        Optional.of(new StockAtSite(DEPOT, 100, 0, 65, 0, 0, 0, 0, 0, Optional.empty())), it -> it.at(DEPOT));
    balance(ledger).row(KITS).returns(
        Optional.of(new StockAtSite(STATION, 0, 57, 0, 5, 3, 10, 1, 2,
            Optional.of(new Count(55, -2, When.on(JULY_1.plusDays(1)))))),
        it -> it.at(STATION));
    balance(ledger).row(KITS).returns(79L, it -> it.total(StockAtSite::balance));
    balance(ledger).row(KITS).returns(Optional.of(JULY_1.plusYears(1)), LotRow::bestBefore);
  }

  @Test
  void the_figures_of_a_lot_add_up(LedgerScenario ledger) {
    balance(ledger).figure("stock.received{item=summer-kit,lot=kits-2024,site=depot,unit=COPY}").isExactly(100);
    balance(ledger).figure("stock.given{lot=kits-2024}").isExactly(10);
    balance(ledger).figure("stock.notReturned{lot=kits-2024}").isExactly(1);
    balance(ledger).figure("stock.writtenOff{lot=kits-2024}").isExactly(2);
    balance(ledger).figure("stock.shortfall{lot=kits-2024,site=station}").isExactly(3);
    balance(ledger).figure("stock.inTransit{lot=kits-2024,site=station}").isExactly(5);
    balance(ledger).figure("stock.balance{lot=kits-2024}").isExactly(79);
    balance(ledger).figure("stock.balance{site=station,unit=COPY}").isExactly(44);
    balance(ledger).figure("stock.missing{lot=kits-2024,site=station}").isExactly(2);
    balance(ledger).figure("stock.surplus{lot=kits-2024}").isAbsent();
    balance(ledger).figure("stock.overdrawn{lot=kits-2024}").isAbsent();
  }

  @Test
  void a_corrected_receipt_counts_as_corrected_and_as_typed_as_known_before(LedgerScenario ledger) {
    balance(ledger).figure("stock.received{lot=rice-2024}").isExactly(50);
    balance(ledger).figure("stock.writtenOff{lot=rice-2024}").isAbsent();
    balance(ledger).figure("stock.surplus{lot=rice-2024}").isExactly(10);

    AsOf beforeTheRetractions = AsOf.asKnown(ledger.position() - 5);
    balance(ledger).asOf(beforeTheRetractions).figure("stock.balance{lot=rice-2024}").isExactly(420);
    balance(ledger).asOf(beforeTheRetractions).figure("stock.writtenOff{lot=rice-2024}").isExactly(20);
  }

  @Test
  void what_was_sent_off_although_it_was_not_there_is_overdrawn(LedgerScenario ledger) {
    balance(ledger).row(RICE).returns(Optional.of(-10L), it -> it.at(DEPOT).map(StockAtSite::balance));
    balance(ledger).figure("stock.balance{lot=rice-2024,site=depot}").isExactly(0);
    balance(ledger).figure("stock.overdrawn{lot=rice-2024,site=depot}").isExactly(10);
    balance(ledger).figure("stock.inTransit{lot=rice-2024,site=station}").isExactly(60);
  }

  @Test
  void as_happened_a_dispatch_of_some_day_widens_what_is_left(LedgerScenario ledger) {
    balance(ledger).asOf(AsOf.asHappened(JULY_1.plusDays(4))).figure("stock.balance{lot=kits-2024,site=depot}")
        .isExactly(40);
    balance(ledger).asOf(AsOf.asHappened(JULY_1.plusDays(6))).figure("stock.balance{lot=kits-2024,site=depot}")
        .isAtLeast(35).isAtMost(40);
    balance(ledger).asOf(AsOf.asHappened(JULY_1.plusDays(6))).figure("stock.inTransit{lot=kits-2024,site=station}")
        .isAtLeast(0).isAtMost(5);
    balance(ledger).asOf(AsOf.asHappened(JULY_1.plusDays(8))).figure("stock.balance{lot=kits-2024,site=depot}")
        .isExactly(35);
  }

  @Test
  void custody_tells_through_whose_hands_a_lot_went(LedgerScenario ledger) {
    custody(ledger).row(KITS).satisfies(it -> assertThatHands(it.hands()).extracting(Hand::act).containsExactly(
        Act.RECEIVED, Act.DISPATCHED, Act.ACCEPTED, Act.COUNTED, Act.WRITTEN_OFF, Act.DISPATCHED));
    custody(ledger).row(KITS).satisfies(it -> assertThatHands(it.hands()).element(0).isEqualTo(
        new Hand(Act.RECEIVED, new PersonId("keeper"), Optional.of(OFFICE), Optional.of(OFFICE), Optional.empty(),
            DEPOT,
            100, When.on(JULY_1), false, 8)));
    custody(ledger).row(KITS).satisfies(it -> assertThatHands(it.hands()).element(2).isEqualTo(
        new Hand(Act.ACCEPTED, new PersonId("driver"), Optional.empty(), Optional.empty(), Optional.of(DEPOT), STATION,
            57, When.on(JULY_1), false, 10)));
  }

  @Test
  void what_was_taken_back_stays_in_the_chain_struck_out(LedgerScenario ledger) {
    custody(ledger).row(RICE).satisfies(it -> assertThatHands(it.hands())
        .extracting(Hand::act, Hand::quantity, Hand::isStruckOut)
        .containsExactly(tuple(Act.RECEIVED, 500L, true),
            tuple(Act.RECEIVED, 50L, false), tuple(Act.COUNTED, 510L, false), tuple(Act.DISPATCHED, 60L, false),
            tuple(Act.WRITTEN_OFF, 20L, true)));
  }

  private static ListAssert<Hand> assertThatHands(List<Hand> hands) {
    return Assertions.assertThat(hands);
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    balance(ledger).rebuildsToTheSameState().ignoresRedelivery();
    custody(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
