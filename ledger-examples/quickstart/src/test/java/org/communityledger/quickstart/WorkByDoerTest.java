package org.communityledger.quickstart;

import static org.communityledger.testkit.LedgerAssertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.projection.AsOf;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkByDoerTest {
  static final CaseId WALL = new CaseId("wall");
  static final OrgId OFFICE = new OrgId("kaiyuan");
  static final OrgId GUODONG = new OrgId("guodong");
  static final LocalDate JULY_19 = LocalDate.of(2024, 7, 19);
  static final LocalDate AUGUST_5 = LocalDate.of(2024, 8, 5);

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  private static final Actor FOREMAN = Actor.of(new PersonId("foreman"), "foreman").onBehalfOf(GUODONG);

  private final CaseReported reported = new CaseReported(WALL, CaseKind.HAZARD, "leaning-wall",
      new PlaceId("yunqiyuan"), Optional.empty(), Severity.HIGH, Optional.empty(), Channel.PATROL, Optional.empty());
  private final CaseAccepted accepted = new CaseAccepted(WALL, OFFICE, Optional.empty(), Optional.empty());
  private final CaseAssigned assigned = new CaseAssigned(WALL, GUODONG, "repair", Optional.empty(),
      Optional.of(EventId.parse("c1.1")));
  private final WorkCompleted completed = new WorkCompleted(WALL, GUODONG, Optional.empty(), Extent.WHOLE,
      Optional.empty(), EventId.parse("c1.2"));

  @Test
  void nobody_verifies_their_own_work(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).given(reported, accepted, assigned)
        .at(AUGUST_5).as(FOREMAN).given(completed);

    ledger.when(new VerifyWork(WALL, true)).thenRefused(new VerifierIsDoer(WALL, GUODONG));

    assertThat(ledger).projection(WorkByDoer.class).row(GUODONG).isEqualTo(new WorkByDoer.Row(1, 1));
    assertThat(ledger).projection(WorkByDoer.class).asOf(AsOf.asHappened(JULY_19)).row(GUODONG)
        .isEqualTo(new WorkByDoer.Row(1, 0));
  }
}
