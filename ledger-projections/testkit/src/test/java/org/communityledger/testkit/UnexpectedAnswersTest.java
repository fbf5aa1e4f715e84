package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.Garden.SOUTH;
import static org.communityledger.testkit.Wall.AUGUST_5;
import static org.communityledger.testkit.Wall.CLERK;
import static org.communityledger.testkit.Wall.OFFICE;
import static org.communityledger.testkit.Wall.WALL;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseRefusal.AlreadyReported;
import org.communityledger.testkit.Garden.BedFull;
import org.communityledger.testkit.Garden.Plant;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest(setup = Garden.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnexpectedAnswersTest {
  private static final String FULL_BED = """
      refused with BedFull[bed=north]: Bed north has room for two plants.
      Caused by
        #1 Planted[bed=north, plant=rose]
        #2 Planted[bed=north, plant=fern]""";

  @BeforeEach
  void fill_the_northern_bed(LedgerScenario ledger) {
    ledger.at(AUGUST_5).as(CLERK).given(new Planted(NORTH, "rose"), new Planted(NORTH, "fern"));
  }

  @Test
  void refused_instead_of_recorded(LedgerScenario ledger) {
    ledger.when(new Plant(NORTH, "oak"));

    requireMessage(() -> ledger.thenEvents(new Planted(NORTH, "oak")),
        "Expected Plant[bed=north, plant=oak] to be recorded, but it was " + FULL_BED);
    requireMessage(ledger::thenNothing,
        "Expected Plant[bed=north, plant=oak] to be accepted without recording anything, but it was " + FULL_BED);
  }

  @Test
  void recorded_otherwise(LedgerScenario ledger) {
    ledger.when(new Plant(SOUTH, "oak"));

    requireMessage(() -> ledger.thenEvents(new Planted(NORTH, "oak")), """
        [events of Plant[bed=south, plant=oak]]\s
        Expecting actual:
          [Planted[bed=south, plant=oak]]
        to contain exactly (and in same order):
          [Planted[bed=north, plant=oak]]
        but some elements were not found:
          [Planted[bed=north, plant=oak]]
        and others were not expected:
          [Planted[bed=south, plant=oak]]
        """);
    requireMessage(ledger::thenNothing, """
        Expected Plant[bed=south, plant=oak] to record nothing, but it recorded
          #3 Planted[bed=south, plant=oak]""");
  }

  @Test
  void recorded_instead_of_refused(LedgerScenario ledger) {
    ledger.when(new Plant(SOUTH, "oak"));

    requireMessage(() -> ledger.thenRefused(new BedFull(SOUTH)), """
        Expected Plant[bed=south, plant=oak] to be refused with BedFull[bed=south], but it was accepted and recorded
          #3 Planted[bed=south, plant=oak]""");
    requireMessage(() -> ledger.thenRefused(BedFull.class), """
        Expected Plant[bed=south, plant=oak] to be refused with BedFull, but it was accepted and recorded
          #3 Planted[bed=south, plant=oak]""");
  }

  @Test
  void refused_for_another_reason(LedgerScenario ledger) {
    ledger.when(new Plant(NORTH, "oak"));

    requireMessage(() -> ledger.thenRefused(new BedFull(SOUTH)),
        "Expected Plant[bed=north, plant=oak] to be refused with BedFull[bed=south], but it was " + FULL_BED);
    requireMessage(() -> ledger.thenRefused(AlreadyReported.class),
        "Expected Plant[bed=north, plant=oak] to be refused with AlreadyReported, but it was " + FULL_BED);
  }

  @Test
  void refused_because_of_other_events(LedgerScenario ledger) {
    ledger.when(new Plant(NORTH, "oak"));

    requireMessage(() -> ledger.thenRefused(new BedFull(NORTH), 2),
        "Expected the refusal of Plant[bed=north, plant=oak] to be caused by #2, but it was " + FULL_BED);
  }

  @Test
  void refused_because_something_is_absent(LedgerScenario ledger) {
    ledger.when(new AcceptCase(WALL, OFFICE, Optional.empty()));

    requireMessage(() -> ledger.thenRefused(new BedFull(NORTH)),
        """
            Expected AcceptCase[caseId=wall, owner=kaiyuan, slaPolicy=Optional.empty] to be refused with BedFull[bed=north],\
             but it was refused with UnknownCase[id=wall]: No case is reported as wall.
            Nothing was found for case:wall in CaseReported up to #2""");
  }

  @Test
  void a_refusal_nobody_looked_at_does_not_pass_for_a_step_done(LedgerScenario ledger) {
    ledger.when(new Plant(NORTH, "oak"));

    requireMessage(() -> ledger.given(new Planted(SOUTH, "oak")),
        "No then… looked at the answer to Plant[bed=north, plant=oak], and it was " + FULL_BED);
  }

  private static void requireMessage(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
