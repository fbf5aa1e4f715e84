package org.communityledger.testkit;

import org.communityledger.Ledger;

/**
 * Where assertions on ledgers and their views begin. Can be imported beside AssertJ's own {@code assertThat}.
 *
 * <pre>{@code
 * assertThat(ledger).projection(CaseRegister.class).row(WALL).returns(Stage.DONE, CaseRow::stage);
 * assertThat(ledger).projection(CaseRegister.class).figure("cases.open{kind=HAZARD}").isAtLeast(200);
 * assertThat(ledger).projection(CaseRegister.class).asOf(AsOf.asHappened(JULY_31)).rows().hasSize(12);
 * assertThat(ledger).isIntact();
 * }</pre>
 */
public final class LedgerAssertions {
  private LedgerAssertions() {}

  /** Assertions on the ledger of a scenario. */
  public static LedgerAssert assertThat(LedgerScenario actual) {
    return new LedgerAssert(actual.ledger(), actual.views());
  }

  /**
   * Assertions on a ledger. That of a scenario is looked at like the scenario; of any other, views are rebuilt for each
   * question.
   */
  public static LedgerAssert assertThat(Ledger actual) {
    return LedgerScenario.of(actual).map(LedgerAssertions::assertThat)
        .orElseGet(() -> new LedgerAssert(actual, ViewsInUse.rebuilt(actual)));
  }
}
