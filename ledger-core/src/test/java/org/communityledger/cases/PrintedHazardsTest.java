package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.ESTATE;
import static org.communityledger.cases.CaseScenario.GRID_WORKER;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.cases.CaseScenario.WORKER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseRefusal.VerificationMissing;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The hazards of the newspaper page of 2 August 2024, as far as the page tells. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintedHazardsTest {
  private static final CaseId BIKES = new CaseId("bikes-upstairs");
  private static final When LATELY = When.notAfter(LocalDate.of(2024, 8, 2)).asStated("近日");

  private final CaseScenario scenario = new CaseScenario();

  @Test
  void the_leaning_wall_is_done_but_closed_as_fixed_only_once_somebody_else_verified() {
    given(new ReportCase(WALL, CaseKind.HAZARD, "wall", ESTATE,
        Optional.of(Tally.atLeast(400, Unit.METRE).asStated("400多米")), Severity.HIGH, Optional.empty(),
        Optional.empty(), Channel.PATROL, Optional.empty(),
        Optional.empty()));
    given(new AcceptCase(WALL, OFFICE, Optional.empty()));
    given(RecordSurvey.of(WALL));
    given(new AgreePlan(WALL, List.of("demolish", "railing"), Optional.empty(), Extent.PART, Optional.empty()));
    given(new AssignCase(WALL, GUODONG, "demolish", Optional.empty()));
    long completed = given(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE,
        Optional.of(Tally.atLeast(3, Unit.DAY).asStated("demolition only"))));

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.FIXED), completed);
    scenario.when(VerifyWork.of(WALL, true), WORKER).isRefusedWith(new VerifierIsDoer(WALL, GUODONG), completed);
    scenario.when(VerifyWork.of(WALL, true), GRID_WORKER).isAccepted();
    scenario.when(CaseScenario.close(CaseOutcome.FIXED)).isAccepted();
  }

  @Test
  void residents_are_pleased_with_a_wall_nobody_verified() {
    scenario.wallAt(Stage.DONE);

    scenario.when(RateCase.of(WALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
        .isAccepted();
  }

  @Test
  void work_since_last_year_keeps_its_open_dates() {
    given(ReportCase.of(BIKES, CaseKind.HAZARD, "e-bikes", ESTATE, Severity.UNRATED, Channel.RESIDENT));
    given(new AcceptCase(BIKES, OFFICE, Optional.empty()));
    given(new AssignCase(BIKES, GUODONG, "blockers", Optional.empty()));
    When sinceLastYear = When.during(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 8, 2)).asStated("去年以来");
    scenario.ledger.given(new StartWork(BIKES), CLERK, sinceLastYear);

    long completed = given(CompleteWork.of(BIKES, GUODONG, Optional.empty(), Extent.UNKNOWN, Optional.empty()));

    assertThat(scenario.ledger.at(completed).event()).isInstanceOf(WorkCompleted.class);
    assertThat(scenario.ledger.at(completed - 1).header().occurred()).isEqualTo(sinceLastYear);
  }

  private long given(Command command) {
    return scenario.ledger.given(command, CLERK, LATELY);
  }
}
