package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.RecordsHistory.AUDIT;
import static org.communityledger.testkit.shipped.RecordsHistory.COURT;
import static org.communityledger.testkit.shipped.RecordsHistory.JULY_19;
import static org.communityledger.testkit.shipped.RecordsHistory.OPEN;
import static org.communityledger.testkit.shipped.RecordsHistory.RIDER;
import static org.communityledger.testkit.shipped.RecordsHistory.WITNESS;
import static org.communityledger.testkit.shipped.RecordsHistory.id;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AttestedFigure;
import org.communityledger.projection.records.AttestedFigure.Attestation;
import org.communityledger.projection.records.AuditLine;
import org.communityledger.projection.records.AuditLine.Origin;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.ErasureRegister;
import org.communityledger.projection.records.Forgetting;
import org.communityledger.projection.records.Forgetting.Hold;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordsOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    RecordsHistory.tell(ledger);
  }

  @Test
  void what_is_said_stands_until_it_is_withdrawn_or_taken_back(LedgerScenario ledger) {
    assertThat(ledger).projection(Attestations.class).row(OPEN)
        .satisfies(row -> assertThat(row.attestations()).extracting(Attestation::event).containsExactly(id("c2.0")));
    assertThat(ledger).projection(Attestations.class).row("cases.closed")
        .returns(List.of(), AttestedFigure::standing)
        .satisfies(row -> assertThat(row.attestations()).extracting(Attestation::withdrawn)
            .containsExactly(Optional.of(id("c6.0"))));
    assertThat(ledger).projection(Attestations.class).row("cases.stage")
        .satisfies(row -> assertThat(row.standing()).extracting(Attestation::event).containsExactly(id("c8.1")));
  }

  @Test
  void numbers_and_statements_are_counted_apart(LedgerScenario ledger) {
    assertThat(ledger).projection(Attestations.class).figure("attestations.numbers").isExactly(2);
    assertThat(ledger).projection(Attestations.class).figure("attestations.statements").isExactly(1);
    assertThat(ledger).projection(Attestations.class).figure("attestations.figures").isExactly(2);
    assertThat(ledger).projection(Attestations.class).asOf(AsOf.asKnown(8)).figure("attestations.numbers")
        .isExactly(3);
    assertThat(ledger).projection(Attestations.class).asOf(AsOf.asKnown(8)).figure("attestations.figures")
        .isExactly(2);
  }

  @Test
  void the_trail_is_grouped_by_the_articles_of_the_page(LedgerScenario ledger) {
    SortedMap<Origin, List<AuditLine>> trail = AuditTrail
        .byOrigin(Replay.of(ledger.ledger().reader()).run(new AuditTrail()));

    assertThat(trail.keySet()).extracting(Origin::toString)
        .contains("PRESS 2024-08-02 page 5 # D", "PRESS 2024-08-02 page 5 # E");
    assertThat(trail.entrySet()).filteredOn(it -> it.getKey().locator().equals(Optional.of("D")))
        .flatExtracting(it -> it.getValue().stream().map(AuditLine::event).map(EventId::value).toList())
        .containsExactly("c1.0", "c1.1", "c1.2", "c1.3", "c2.0");
  }

  @Test
  void the_trail_has_every_entry_and_shows_what_was_struck_out(LedgerScenario ledger) {
    assertThat(ledger).projection(AuditTrail.class).rows().hasSize(Math.toIntExact(ledger.position() + 1));
    assertThat(ledger).projection(AuditTrail.class).row(6L).returns("FigureAttested", AuditLine::type)
        .returns(Optional.of(id("c8.0")), AuditLine::struckOutBy);
    assertThat(ledger).projection(AuditTrail.class).row(12L).returns(Optional.of(id("c3.0")), AuditLine::corrects)
        .returns(Optional.empty(), AuditLine::struckOutBy);
    assertThat(ledger).projection(AuditTrail.class).figure("audit.struckOut{source=PRESS}").isExactly(1);
  }

  @Test
  void the_register_tells_who_was_forgotten_and_who_is_held(LedgerScenario ledger) {
    When july22 = When.on(JULY_19.plusDays(3));

    assertThat(ledger).projection(ErasureRegister.class).row(RIDER).satisfies(rider -> {
      assertThat(rider.request()).map(Forgetting.Request::basis).contains("request");
      assertThat(rider.done()).map(Forgetting.Done::values).contains(0L);
      assertThat(rider.holds()).containsExactly(
          new Hold(COURT, "court-order", july22, Optional.of(When.on(JULY_19.plusDays(5)))));
    });
    assertThat(ledger).projection(ErasureRegister.class).row(WITNESS)
        .isEqualTo(new Forgetting(WITNESS, Optional.empty(),
            Optional.empty(), List.of(new Hold(AUDIT, "audit", july22, Optional.empty()))));
    assertThat(ledger).projection(ErasureRegister.class).figure("erasures.requested").isExactly(1);
    assertThat(ledger).projection(ErasureRegister.class).figure("erasures.done").isExactly(1);
    assertThat(ledger).projection(ErasureRegister.class).figure("holds.inForce").isExactly(1);
  }
}
