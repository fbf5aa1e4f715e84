package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.cases.CaseScenario.DUE;
import static org.communityledger.cases.CaseScenario.MEETING;
import static org.communityledger.cases.CaseScenario.RAILING;
import static org.communityledger.cases.CaseScenario.TO_EXTEND;
import static org.communityledger.cases.CaseScenario.TO_SUSPEND;
import static org.communityledger.cases.CaseScenario.WALL;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.cases.CaseCommand.UnmarkDuplicate;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.decide.Context.Handling;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesOfACaseTest {
  private static final List<CaseCommand> COMMANDS = List.of(
      CaseScenario.accept(),
      new DeclineCase(WALL, DeclineGround.UNCLEAR, Optional.empty()),
      new MarkDuplicate(WALL, RAILING),
      new UnmarkDuplicate(WALL),
      new TakeInterimMeasure(WALL, "fence"),
      RecordSurvey.of(WALL),
      CaseScenario.plan(),
      CaseScenario.assign(),
      new ReturnAssignment(WALL),
      new StartWork(WALL),
      CaseScenario.complete(),
      VerifyWork.of(WALL, true),
      CaseScenario.close(CaseOutcome.REFERRED),
      new ReopenCase(WALL, DUE),
      new SuspendCase(WALL, DUE, TO_SUSPEND),
      new ResumeCase(WALL),
      new ExtendDeadline(WALL, DUE.plusDays(1), TO_EXTEND),
      HearCase.of(WALL, MEETING),
      RateCase.of(WALL, Optional.empty(), Optional.empty(), Optional.of(true),
          Optional.of(5)));

  // + is accepted, - is WrongStage, anything else is the name of the refusal.
  private static final String TABLE = """
      REPORTED   ACCEPTED    ASSIGNED  WORKING   DONE      VERIFIED  CLOSED     DECLINED  DUPLICATE SUSPENDED
      AcceptCase + - - - - - - - - -
      DeclineCase + - - - - - - - - -
      MarkDuplicate + + + + - - - - - -
      UnmarkDuplicate - - - - - - - - + -
      TakeInterimMeasure + + + + + + CaseClosed - - +
      RecordSurvey + + + + + + CaseClosed - - +
      AgreePlan + + + + + + CaseClosed - - +
      AssignCase - + - - - - - - - +
      ReturnAssignment - NotAssigned + + - - - - - -
      StartWork - NotAssigned + - - - - - - -
      CompleteWork - NotAssigned + + - - - - - -
      VerifyWork NothingToVerify NothingToVerify NothingToVerify NothingToVerify + \
      NothingToVerify NothingToVerify NothingToVerify NothingToVerify NothingToVerify
      CloseCase - + + + + + - - - -
      ReopenCase NotClosed NotClosed NotClosed NotClosed NotClosed NotClosed + + NotClosed NotClosed
      SuspendCase - + + + - - - - - AlreadySuspended
      ResumeCase - - - - - - - - - +
      ExtendDeadline - + + + + + - - - -
      HearCase + + + + + + - - - -
      RateCase + + + + + + + + - -
      """;

  static Stream<Arguments> table() {
    String[] lines = TABLE.lines().toArray(String[]::new);
    String[] stages = lines[0].trim().split(" +", -1);
    return Stream.of(lines).skip(1).map(it -> it.split(" +", -1))
        .flatMap(row -> IntStream.range(0, stages.length)
            .mapToObj(i -> Arguments.of(row[0], Stage.valueOf(stages[i]), row[i + 1])));
  }

  private static CaseCommand named(String name) {
    return COMMANDS.stream().filter(it -> it.getClass().getSimpleName().equals(name)).findAny().orElseThrow();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("table")
  void each_command_has_its_stages(String command, Stage stage, String expected) {
    CaseScenario scenario = new CaseScenario();
    if (stage != Stage.DUPLICATE) {
      scenario.given(CaseScenario.report(RAILING, Severity.LOW));
    }
    long since = scenario.wallAt(stage);

    var answer = scenario.when(named(command), "so that none is missing");

    switch (expected) {
      case "+" -> answer.isAccepted();
      case "-" -> answer.isRefusedWith(new WrongStage(WALL, stage), since);
      default -> assertThat(answer.refusalName()).contains(expected);
    }
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void nothing_is_done_to_an_unknown_case(CaseCommand command) {
    new CaseScenario().when(command).isRefusedForLackOf("case:wall in CaseReported", new UnknownCase(WALL));
  }

  @Test
  void the_table_has_every_command_about_an_existing_case() {
    assertThat(CaseRules.CONTEXT.commands()).extracting(Handling::name).map(it -> it.substring("cases.".length()))
        .filteredOn(it -> !it.equals("ReportCase") && !it.equals("DefineSlaPolicy"))
        .containsExactlyInAnyOrderElementsOf(COMMANDS.stream().map(it -> it.getClass().getSimpleName()).toList());
  }
}
