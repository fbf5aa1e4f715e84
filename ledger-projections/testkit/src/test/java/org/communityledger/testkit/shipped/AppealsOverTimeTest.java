package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.AppealHistory.JUNE_1;
import static org.communityledger.testkit.shipped.AppealHistory.LIFT;
import static org.communityledger.testkit.shipped.AppealHistory.MEETING;
import static org.communityledger.testkit.shipped.AppealHistory.NOISE;
import static org.communityledger.testkit.shipped.AppealHistory.PAY;
import static org.communityledger.testkit.shipped.AppealHistory.SHADE;
import static org.communityledger.testkit.shipped.AppealHistory.WALL;

import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.AppealRow;
import org.communityledger.projection.cases.AppealRow.Hearing;
import org.communityledger.projection.cases.AppealRow.Standing;
import org.communityledger.projection.cases.Appeals;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppealsOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    AppealHistory.tell(ledger);
  }

  private static ProjectionAssert<CaseId, AppealRow> docket(LedgerScenario ledger) {
    return assertThat(ledger).projection(AppealDocket.class);
  }

  private static Appeals appeals(LedgerScenario ledger) {
    return AppealDocket.in(Replay.of(ledger.ledger().reader()).run(new AppealDocket()));
  }

  @Test
  void an_appeal_is_heard_at_meetings_or_waits_or_ends_unheard(LedgerScenario ledger) {
    docket(ledger).row(PAY).returns(Standing.HEARD, AppealRow::standing)
        .satisfies(it -> assertThat(it.hearings()).extracting(Hearing::meeting).containsExactly(MEETING, MEETING));
    docket(ledger).row(LIFT).returns(Standing.WAITING, AppealRow::standing);
    docket(ledger).row(NOISE).returns(Standing.ENDED_UNHEARD, AppealRow::standing);
    docket(ledger).row(SHADE).returns(Standing.WAITING, AppealRow::standing);
    docket(ledger).figure("cases.appeals{standing=WAITING}").isExactly(2);
    docket(ledger).figure("cases.appeals").isExactly(4);
  }

  @Test
  void a_hazard_is_no_appeal_even_if_it_is_heard(LedgerScenario ledger) {
    docket(ledger).hasNoRow(WALL);
  }

  @Test
  void days_unheard_run_from_the_day_of_the_appeal_as_far_as_it_is_known(LedgerScenario ledger) {
    Appeals appeals = appeals(ledger);

    assertThat(appeals.unheard(30, JUNE_1.plusDays(30))).isEqualTo(Tally.exact(0, Unit.ITEM));
    assertThat(appeals.unheard(30, JUNE_1.plusDays(31))).isEqualTo(Tally.between(1, 2, Unit.ITEM));
    assertThat(appeals.unheard(30, JUNE_1.plusDays(50))).isEqualTo(Tally.between(1, 2, Unit.ITEM));
    assertThat(appeals.unheard(30, JUNE_1.plusDays(51))).isEqualTo(Tally.exact(2, Unit.ITEM));
    assertThat(appeals.unheard(30, JUNE_1.minusDays(1))).isEqualTo(Tally.exact(0, Unit.ITEM));
    assertThat(appeals.surelyUnheard(30, JUNE_1.plusDays(31))).extracting(AppealRow::caseId).containsExactly(LIFT);
  }

  @Test
  void a_hearing_that_was_taken_back_counted_until_then(LedgerScenario ledger) {
    docket(ledger).asOf(AsOf.asKnown(ledger.position() - 1)).row(LIFT).returns(Standing.HEARD, AppealRow::standing);
  }

  @Test
  void the_docket_rebuilds_and_ignores_redelivery(LedgerScenario ledger) {
    docket(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
