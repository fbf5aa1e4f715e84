package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.shipped.RecordsHistory.DISTRICT;
import static org.communityledger.testkit.shipped.RecordsHistory.JULY_19;
import static org.communityledger.testkit.shipped.RecordsHistory.OPEN;
import static org.communityledger.testkit.shipped.RecordsHistory.hazard;
import static org.communityledger.testkit.shipped.RecordsHistory.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.projection.AsOf.Knowledge;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.records.Reconciliation;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two hazards of 19 July, and a third of some day from the 18th to the 25th. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciliationTest {
  private static final LocalDate JULY_25 = JULY_19.plusDays(6);

  @BeforeEach
  void tell(LedgerScenario ledger) {
    ledger.at(JULY_19).given(
        new OrgRegistered(DISTRICT, "GOVERNMENT", "平城区", true, Optional.empty(), Optional.empty()), hazard("wall"),
        hazard("pole"));
    ledger.at(JULY_25).occurred(When.during(JULY_19.minusDays(1), JULY_25)).given(hazard("stair"));
    ledger.at(JULY_25);
  }

  @Test
  void a_claim_that_may_be_true_agrees(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(2)), JULY_19);
    attest(ledger, OPEN, Claim.of(items(3)), JULY_19);
    attest(ledger, OPEN, Claim.of(Tally.atLeast(1, Unit.ITEM)), JULY_19);

    assertThat(said(ledger, head())).extracting(Line::verdict).containsOnly(Verdict.AGREES).hasSize(3);
    assertThat(said(ledger, head())).extracting(Line::counted)
        .containsOnly(Optional.of(Figure.of(Tally.between(2, 3, Unit.ITEM))));
  }

  @Test
  void less_counted_than_said_is_short_and_more_is_over(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(4)), JULY_19);
    attest(ledger, OPEN, Claim.of(items(1)), JULY_19);

    assertThat(said(ledger, head())).extracting(Line::verdict).containsExactly(Verdict.SHORT, Verdict.OVER);
  }

  @Test
  void each_claim_is_held_against_its_own_day(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(3)), JULY_25);
    attest(ledger, OPEN, Claim.of(items(2)), JULY_25);
    attest(ledger, OPEN, Claim.of(items(2)), JULY_19.minusDays(7));

    assertThat(said(ledger, head())).extracting(Line::verdict)
        .containsExactly(Verdict.AGREES, Verdict.OVER, Verdict.UNCOUNTED);
  }

  @Test
  void what_is_said_and_not_counted_is_uncounted(LedgerScenario ledger) {
    attest(ledger, "cases.closed", Claim.of(items(1)), JULY_25);

    assertThat(said(ledger, head())).extracting(Line::verdict).containsExactly(Verdict.UNCOUNTED);
  }

  @Test
  void what_is_counted_and_not_said_is_unattested(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(3)), JULY_25);

    assertThat(reconciled(ledger, head()).lines()).filteredOn(it -> it.attestation().isEmpty())
        .containsExactly(new Line(FigureKey.parse("cases.stage{kind=HAZARD,stage=REPORTED}"),
            Optional.of(Figure.of(items(3))), Optional.empty(), Verdict.UNATTESTED));
  }

  @Test
  void what_is_withdrawn_is_not_compared_and_a_statement_stands_apart(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(9)), JULY_25); // c3.0
    attest(ledger, OPEN, Claim.stating("task-completed"), JULY_25);
    ledger.when(new WithdrawAttestation(EventId.parse("c3.0")));

    assertThat(said(ledger, head())).isEmpty();
    assertThat(reconciled(ledger, head()).statements())
        .extracting(it -> it.attestation().value().statement().orElseThrow()).containsExactly("task-completed");
    assertThat(reconciled(ledger, head()).lines()).extracting(it -> it.figure().name())
        .containsExactly("cases.open", "cases.stage");
  }

  @Test
  void a_late_entry_makes_it_over_and_the_report_of_then_stays(LedgerScenario ledger) {
    attest(ledger, OPEN, Claim.of(items(3)), JULY_25);
    long published = ledger.position();
    ledger.at(JULY_25.plusDays(40)).occurred(When.on(JULY_19)).given(hazard("gate"));

    assertThat(said(ledger, head())).extracting(Line::verdict).containsExactly(Verdict.OVER);
    assertThat(said(ledger, new Knowledge.UpTo(published))).extracting(Line::verdict)
        .containsExactly(Verdict.AGREES);
  }

  private static Knowledge head() {
    return new Knowledge.Head();
  }

  private static void attest(LedgerScenario ledger, String figure, Claim claim, LocalDate asOf) {
    ledger.when(new Attest(figure, claim, asOf, DISTRICT));
  }

  private static List<Line> said(LedgerScenario ledger, Knowledge knowledge) {
    return reconciled(ledger, knowledge).lines().stream().filter(it -> it.attestation().isPresent()).toList();
  }

  private static Reconciliation reconciled(LedgerScenario ledger, Knowledge knowledge) {
    return Reconciliation.of(Replay.of(ledger.ledger().reader()), knowledge, List.of(new CaseRegister()));
  }
}
