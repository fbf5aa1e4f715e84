package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.RAILING;
import static org.communityledger.cases.CaseScenario.WALL;

import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.UnmarkDuplicate;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseRefusal.DuplicateChain;
import org.communityledger.cases.CaseRefusal.DuplicateOfItself;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicatesTest {
  private static final CaseId THIRD = new CaseId("third");

  private final CaseScenario scenario = new CaseScenario();

  @Test
  void a_case_is_marked_as_a_duplicate_of_another() {
    scenario.given(CaseScenario.report(RAILING, Severity.LOW));
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new MarkDuplicate(WALL, RAILING)).isAcceptedWith(new CaseMarkedDuplicate(WALL, RAILING));
  }

  @Test
  void a_case_is_no_duplicate_of_itself() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new MarkDuplicate(WALL, WALL)).isRefusedWith(new DuplicateOfItself(WALL));
  }

  @Test
  void a_case_is_no_duplicate_of_an_unknown_one() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new MarkDuplicate(WALL, RAILING))
        .isRefusedForLackOf("case:railing in CaseReported", new UnknownCase(RAILING));
  }

  @Test
  void a_case_is_no_duplicate_of_a_duplicate() {
    long marked = scenario.wallAt(Stage.DUPLICATE);
    scenario.given(CaseScenario.report(THIRD, Severity.LOW));

    scenario.when(new MarkDuplicate(THIRD, WALL)).isRefusedWith(new DuplicateChain(THIRD, WALL), marked);
  }

  @Test
  void a_case_with_duplicates_does_not_become_one() {
    long marked = scenario.wallAt(Stage.DUPLICATE);
    scenario.given(CaseScenario.report(THIRD, Severity.LOW));

    scenario.when(new MarkDuplicate(RAILING, THIRD)).isRefusedWith(new DuplicateChain(RAILING, THIRD), marked);
  }

  @Test
  void a_case_whose_duplicates_were_unmarked_may_become_one() {
    scenario.wallAt(Stage.DUPLICATE);
    scenario.given(CaseScenario.report(THIRD, Severity.LOW));
    scenario.given(new UnmarkDuplicate(WALL));

    scenario.when(new MarkDuplicate(RAILING, THIRD)).isAccepted();
  }

  @Test
  void an_unmarked_case_returns_to_the_stage_it_had() {
    scenario.given(CaseScenario.report(RAILING, Severity.LOW));
    scenario.wallAt(Stage.ASSIGNED);
    long marked = scenario.given(new MarkDuplicate(WALL, RAILING));

    scenario.when(new UnmarkDuplicate(WALL)).isAcceptedWith(new DuplicateUnmarked(WALL, RAILING, scenario.id(marked)));
    scenario.when(new StartWork(WALL)).isAccepted();
  }
}
