package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.CaseHistory.GEAR;
import static org.communityledger.testkit.shipped.CaseHistory.JULY_19;
import static org.communityledger.testkit.shipped.CaseHistory.RAILING;
import static org.communityledger.testkit.shipped.CaseHistory.WALL;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of one history, at several moments of it. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    CaseHistory.tell(ledger);
  }

  private static ProjectionAssert<CaseId, CaseRow> register(LedgerScenario ledger) {
    return assertThat(ledger).projection(CaseRegister.class);
  }

  @Test
  void everything_that_can_happen_to_a_case_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Arrays.stream(CaseEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @Test
  void the_register_tells_where_each_case_stands(LedgerScenario ledger) {
    register(ledger).row(WALL).returns(Stage.ACCEPTED, CaseRow::stage);
    register(ledger).row(RAILING).returns(Stage.REPORTED, CaseRow::stage);
    register(ledger).row(GEAR).returns(Stage.DECLINED, CaseRow::stage);
    register(ledger).figure("cases.open{kind=HAZARD}").isExactly(2);
    register(ledger).figure("cases.open{kind=NEED}").isAbsent();
    register(ledger).figure("cases.stage").isExactly(3);
  }

  @Test
  void the_register_of_an_earlier_moment_knows_nothing_of_what_came_later(LedgerScenario ledger) {
    register(ledger).asOf(AsOf.asKnown(18)).row(WALL).returns(Stage.DONE, CaseRow::stage);
    register(ledger).asOf(AsOf.asKnown(18)).figure("cases.doneUnverified{kind=HAZARD}").isExactly(1);
  }

  @Test
  void as_happened_what_may_have_happened_widens_figures(LedgerScenario ledger) {
    ProjectionAssert<CaseId, CaseRow> inMid = register(ledger).asOf(AsOf.asHappened(JULY_19.minusDays(3)));

    inMid.rows().isEmpty();
    inMid.figure("cases.open{kind=HAZARD}").isAtLeast(0).isAtMost(2);
  }

  @Test
  void a_survey_that_was_corrected_is_struck_out_here_and_told_there(LedgerScenario ledger) {
    assertThat(ledger).projection(HazardFixHistory.class).row(WALL).satisfies(
        wall -> assertThat(wall.recorded()).filteredOn(Line::isStruckOut).extracting(it -> it.eventId().value())
            .containsExactly("c3.0", "c4.0"));
    assertThat(ledger).projection(HazardFixHistory.class).row(RAILING).satisfies(
        railing -> assertThat(railing.recorded()).extracting(it -> it.eventId().value())
            .containsExactly("c1.1", "c10.1", "c22.0", "c23.0"));
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    register(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).projection(HazardFixHistory.class).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
