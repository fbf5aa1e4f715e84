package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.Wall.AUGUST_5;
import static org.communityledger.testkit.Wall.CLERK;
import static org.communityledger.testkit.Wall.FOREMAN;
import static org.communityledger.testkit.Wall.GUODONG;
import static org.communityledger.testkit.Wall.JULY_19;
import static org.communityledger.testkit.Wall.WALL;
import static org.communityledger.testkit.Wall.accepted;
import static org.communityledger.testkit.Wall.assigned;
import static org.communityledger.testkit.Wall.completed;
import static org.communityledger.testkit.Wall.reported;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communityledger.access.Caller;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.decide.CommonRefusal.NothingIrregular;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.testkit.Garden.BedFull;
import org.communityledger.testkit.Garden.Plant;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest(setup = Garden.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingAStoryTest {
  @Test
  void a_command_meets_what_had_happened(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).given(reported(WALL), accepted(WALL), assigned(WALL, "c1.1"))
        .as(FOREMAN).given(completed(WALL, "c1.2"));

    ledger.at(AUGUST_5).when(VerifyWork.of(WALL, true)).thenRefused(new VerifierIsDoer(WALL, GUODONG), 4)
        .thenRefused(new VerifierIsDoer(WALL, GUODONG)).thenRefused(VerifierIsDoer.class);
    ledger.as(CLERK).when(VerifyWork.of(WALL, true))
        .thenEvents(new WorkVerified(WALL, Optional.empty(), EventId.parse("c2.0")));

    assertThat(ledger.position()).isEqualTo(5);
    assertThat(ledger).entries().extracting(RecordedEvent::event).element(5)
        .isEqualTo(new WorkVerified(WALL, Optional.empty(), EventId.parse("c2.0")));
  }

  @Test
  void a_reason_goes_with_the_next_command_only(LedgerScenario ledger) {
    ReasonMissing missing = new ReasonMissing("cases.ReturnAssignment");
    ledger.at(JULY_19).as(CLERK).given(reported(WALL), accepted(WALL), assigned(WALL, "c1.1"));

    ledger.when(new ReturnAssignment(WALL)).thenRefused(missing)
        .because("no scaffold").when(new ReturnAssignment(WALL))
        .thenEvents(new AssignmentReturned(WALL, EventId.parse("c1.2")));
    ledger.given(assigned(WALL, "c1.1")).when(new ReturnAssignment(WALL)).thenRefused(missing);

    assertThat(ledger).entries().element(4).extracting(it -> it.header().reason().isPresent()).isEqualTo(true);
  }

  @Test
  void what_is_irregular_is_said_of_the_next_command_alone(LedgerScenario ledger) {
    ApprovalId approval = new ApprovalId("a-1");
    ledger.at(JULY_19).as(CLERK).given(reported(WALL), accepted(WALL), assigned(WALL, "c1.1"));

    ledger.irregular("it was falling", approval).when(new StartWork(WALL))
        .thenRefused(new NothingIrregular("cases.StartWork"));
    ledger.when(new StartWork(WALL)).thenEvents(new WorkStarted(WALL, EventId.parse("c1.2")));
  }

  @Test
  void a_caller_is_bound_by_the_policy_and_an_actor_is_not(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).given(reported(WALL), accepted(WALL), assigned(WALL, "c1.1"));

    ledger.as(Caller.of(new PersonId("neighbour"), "resident")).when(new StartWork(WALL))
        .thenRefused(new NotPermitted("cases.StartWork",
            new Lack.OfPermission(List.of("resident"), List.of("grid worker", "community worker", "contractor"))));
    ledger.as(Caller.of(new PersonId("mason"), "contractor")).when(new StartWork(WALL))
        .thenEvents(new WorkStarted(WALL, EventId.parse("c1.2")));

    assertThat(ledger.ledger().reader().event(4).header().actor())
        .isEqualTo(Actor.of(new PersonId("mason"), "contractor"));
  }

  @Test
  void the_same_command_again_records_nothing(LedgerScenario ledger) {
    ledger.when(new Plant(NORTH, "rose")).thenEvents(new Planted(NORTH, "rose"));

    ledger.whenAgain().thenNothing();

    assertThat(ledger.position()).isEqualTo(1);
  }

  @Test
  void rules_of_ones_own_decide(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "rose"), new Planted(NORTH, "fern"));

    ledger.when(new Plant(NORTH, "oak")).thenRefused(new BedFull(NORTH), 1, 2);
  }

  @Test
  void ids_are_counted_from_the_founding_on(LedgerScenario ledger) {
    ledger.given(reported(WALL), accepted(WALL)).when(new Plant(NORTH, "rose"));

    assertThat(ledger).entries().extracting(it -> it.id().value()).containsExactly("c0.0", "c1.0", "c1.1", "c2.0");
    assertThat(ledger).entries().first().extracting(RecordedEvent::event).isInstanceOf(LedgerFounded.class);
  }

  @Test
  void the_clock_stands_until_it_is_put_forward(LedgerScenario ledger) {
    ledger.given(reported(WALL)).given(accepted(WALL)).at(JULY_19).given(new Planted(NORTH, "rose"))
        .at(Instant.parse("2024-08-05T01:02:03Z")).given(new Planted(NORTH, "fern"));

    assertThat(ledger).entries().extracting(RecordedEvent::recordedAt).containsExactly(
        Instant.parse("2000-01-01T04:00:00Z"), Instant.parse("2000-01-01T04:00:00Z"),
        Instant.parse("2000-01-01T04:00:00Z"), Instant.parse("2024-07-19T04:00:00Z"),
        Instant.parse("2024-08-05T01:02:03Z"));
  }

  @Test
  void the_clock_does_not_go_back(LedgerScenario ledger) {
    ledger.at(AUGUST_5);

    assertThatThrownBy(() -> ledger.at(JULY_19)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The ledger's clock stands at 2024-08-05T04:00:00Z and does not go back to 2024-07-19T04:00:00Z; to"
            + " record late what happened then, say occurred(…)");
  }

  @Test
  void what_happens_happens_on_the_day_of_the_clock_unless_told_otherwise(LedgerScenario ledger) {
    ledger.at(AUGUST_5).given(reported(WALL)).occurred(When.notAfter(JULY_19)).given(accepted(WALL))
        .at(AUGUST_5.plusDays(1)).given(new Planted(NORTH, "rose"));

    assertThat(ledger).entries().extracting(it -> it.header().occurred()).endsWith(When.on(AUGUST_5),
        When.notAfter(JULY_19), When.on(AUGUST_5.plusDays(1)));
  }

  @Test
  void actor_and_source_stay_until_others_are_named(LedgerScenario ledger) {
    Source form = Source.of(Source.Kind.FORM, "F-12");
    ledger.as(CLERK).from(form).given(reported(WALL)).as(FOREMAN).given(accepted(WALL));

    assertThat(ledger).entries().extracting(RecordedEvent::header).extracting(Header::actor)
        .endsWith(CLERK, FOREMAN);
    assertThat(ledger).entries().extracting(RecordedEvent::header).extracting(Header::source).endsWith(form, form);
  }

  @Test
  void looking_at_an_answer_before_anything_was_asked_is_a_mistake(LedgerScenario ledger) {
    assertThatThrownBy(ledger::thenNothing).isInstanceOf(IllegalStateException.class)
        .hasMessage("Nothing was asked yet; say when(…) first");
    assertThatThrownBy(ledger::whenAgain).isInstanceOf(IllegalStateException.class)
        .hasMessage("Nothing was asked yet; say when(…) first");
    ledger.when(new Plant(NORTH, "rose"));
    assertThatThrownBy(ledger::thenEvents).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Name the events to be recorded, or say thenNothing()");
  }
}
