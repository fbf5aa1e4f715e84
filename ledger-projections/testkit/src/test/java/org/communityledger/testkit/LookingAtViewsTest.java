package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.Wall.AUGUST_5;
import static org.communityledger.testkit.Wall.CLERK;
import static org.communityledger.testkit.Wall.JULY_19;
import static org.communityledger.testkit.Wall.OFFICE;
import static org.communityledger.testkit.Wall.RAILING;
import static org.communityledger.testkit.Wall.WALL;
import static org.communityledger.testkit.Wall.accepted;
import static org.communityledger.testkit.Wall.reported;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.communityledger.Ledger;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookingAtViewsTest {
  private static final String ACCEPTANCE = "  #2 On 5 August 2024, person clerk (clerk, for organisation kaiyuan) accepted"
      + " case wall with organisation kaiyuan as its owner, without a due date.";
  private static final String WALL_REPORT = "  #1 On 19 July 2024, person clerk (clerk, for organisation kaiyuan) reported"
      + " hazard wall at place yunqiyuan, of the category leaning-wall, severity high, found on patrol.";
  private static final String RAILING_REPORT = "  #3 On 5 August 2024, person clerk (clerk, for organisation kaiyuan)"
      + " reported hazard railing at place yunqiyuan, of the category leaning-wall, severity high, found on patrol.";

  /** The wall reported late and accepted, then the railing reported. */
  private static void tell(LedgerScenario ledger) {
    ledger.at(AUGUST_5).as(CLERK).occurred(When.on(JULY_19)).given(reported(WALL))
        .at(AUGUST_5).given(accepted(WALL)).given(reported(RAILING));
  }

  @Test
  void rows_are_ordinary_objects(LedgerScenario ledger) {
    tell(ledger);

    assertThat(ledger).projection(CaseRegister.class).row(WALL).returns(Stage.ACCEPTED, CaseRow::stage)
        .extracting(CaseRow::owner).isEqualTo(Optional.of(OFFICE));
    assertThat(ledger).projection(CaseRegister.class).rows().containsOnlyKeys(WALL, RAILING);
    assertThat(ledger).projection(new HazardFixHistory()).rows().hasSize(2);
  }

  @Test
  void the_ledger_of_a_scenario_is_looked_at_like_the_scenario(LedgerScenario scenario, Ledger ledger) {
    tell(scenario);

    assertThat(ledger).isSameAs(scenario.ledger());
    assertThat(ledger).projection(CaseRegister.class).rows().hasSize(2);
    assertThat(scenario.views().all()).hasSize(1);
  }

  @Test
  void any_other_ledger_can_be_looked_at(@TempDir Path folder) {
    try (Ledger ledger = Ledger.open(folder.resolve("other.ledger"))) {
      ledger.history().append(Header.of(new CommandId("c1"), CLERK, When.on(JULY_19),
          Source.of(Source.Kind.FORM, "F-1")), List.of(reported(WALL)));

      assertThat(ledger).projection(CaseRegister.class).row(WALL).returns(Stage.REPORTED, CaseRow::stage);
      assertThat(ledger).projection(CaseRegister.class).rebuildsToTheSameState().ignoresRedelivery();
      assertThat(ledger).isIntact();
    }
  }

  @Test
  void a_red_row_tells_the_events_behind_it(LedgerScenario ledger) {
    tell(ledger);
    String events = "row wall of cases.CaseRegister at #3, of these events:\n" + WALL_REPORT + "\n" + ACCEPTANCE;

    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL).extracting(CaseRow::stage)
        .isEqualTo(Stage.CLOSED), "[" + events + "] \nexpected: CLOSED\n but was: ACCEPTED");
    requireMessageStart(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL).isNull(), "[" + events + "]");
    requireMessageStart(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL)
        .returns(Stage.CLOSED, CaseRow::stage), "[" + events + "]");
    requireMessageStart(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL)
        .satisfies(row -> assertThat(row.isOpen()).isFalse()), "[" + events + "]");
    requireMessageStart(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL)
        .extracting(CaseRow::stage, CaseRow::due).containsExactly(Stage.CLOSED, Optional.empty()), "[" + events + "]");
  }

  @Test
  void red_rows_tell_the_events_behind_each(LedgerScenario ledger) {
    tell(ledger);

    requireMessageStart(() -> assertThat(ledger).projection(CaseRegister.class).rows().hasSize(3),
        "[rows of cases.CaseRegister at #3\nrow railing, of these events:\n" + RAILING_REPORT
            + "\nrow wall, of these events:\n" + WALL_REPORT + "\n" + ACCEPTANCE
            + "] \nExpected size: 3 but was: 2 in:");
  }

  @Test
  void a_missing_row_tells_the_events_that_led_to_none(LedgerScenario ledger) {
    tell(ledger);
    ledger.given(new EventRetracted(EventId.parse("c3.0"), Optional.empty(), List.of(RAILING.tag())));

    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).row(RAILING),
        "cases.CaseRegister at #4 has no row railing, of these events:\n" + RAILING_REPORT
            + " [struck out by #4]\nIt has rows [wall]");
    assertThat(ledger).projection(CaseRegister.class).hasNoRow(RAILING);
  }

  @Test
  void an_unwanted_row_tells_its_events(LedgerScenario ledger) {
    ledger.at(AUGUST_5).as(CLERK).occurred(When.on(JULY_19)).given(reported(WALL));

    assertThatThrownBy(() -> assertThat(ledger).projection(CaseRegister.class).hasNoRow(WALL))
        .hasMessageStartingWith(
            "Expected cases.CaseRegister at #1 to have no row wall, but it has\n  CaseRow[caseId=wall,")
        .hasMessageEndingWith(", of these events:\n" + WALL_REPORT);
  }

  @Test
  void a_row_nobody_knows_of_has_no_events(LedgerScenario ledger) {
    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).row(WALL),
        "cases.CaseRegister at #0 has no row wall, of these events:\n  none\nIt has rows []");
  }

  @Test
  void views_can_be_seen_as_known_then(LedgerScenario ledger) {
    tell(ledger);

    assertThat(ledger).projection(CaseRegister.class).asOf(AsOf.asKnown(1)).row(WALL)
        .returns(Stage.REPORTED, CaseRow::stage);
    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).asOf(AsOf.asKnown(1)).row(WALL)
        .extracting(CaseRow::stage).isEqualTo(Stage.ACCEPTED),
        "[row wall of cases.CaseRegister at #1, of these events:\n" + WALL_REPORT
            + "] \nexpected: ACCEPTED\n but was: REPORTED");
    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).asOf(AsOf.asKnown(4)),
        "Nothing can be known as of #4: the last entry is #3", IllegalArgumentException.class);
  }

  @Test
  void views_can_be_seen_as_happened_by_then(LedgerScenario ledger) {
    tell(ledger);
    AsOf july = AsOf.asHappened(LocalDate.of(2024, 7, 31));

    assertThat(ledger).projection(CaseRegister.class).asOf(july).rows().containsOnlyKeys(WALL);
    assertThat(ledger).projection(CaseRegister.class).asOf(july).rebuildsToTheSameState().ignoresRedelivery();
    requireMessage(() -> assertThat(ledger).projection(CaseRegister.class).asOf(july).row(WALL)
        .extracting(CaseRow::stage).isEqualTo(Stage.ACCEPTED),
        "[row wall of cases.CaseRegister at #3 as happened by 2024-07-31, of these events:\n" + WALL_REPORT + "\n"
            + ACCEPTANCE + " [not surely by 2024-07-31]] \nexpected: ACCEPTED\n but was: REPORTED");
  }

  @Test
  void a_class_that_cannot_be_made_is_named(LedgerScenario ledger) {
    requireMessage(() -> assertThat(ledger).projection(Pots.class),
        "org.communityledger.testkit.Pots has no constructor"
            + " without parameters; name an instance in LedgerSetup.projections(), or ask for one with projection(instance)",
        IllegalArgumentException.class);
    assertThat(ledger).projection(new Pots("clay")).rows().isEmpty();
    assertThat(ledger).projection(Pots.class).rows().isEmpty();
  }

  private static void requireMessage(ThrowingCallable action, String message) {
    requireMessage(action, message, AssertionError.class);
  }

  private static void requireMessage(ThrowingCallable action, String message, Class<? extends Throwable> type) {
    assertThatThrownBy(action).isInstanceOf(type).hasMessage(message);
  }

  private static void requireMessageStart(ThrowingCallable action, String start) {
    assertThatThrownBy(action).isInstanceOf(AssertionError.class).message().satisfies(
        it -> assertThat(it.stripLeading()).startsWith(start));
  }
}
