package org.communityledger.testkit;

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

import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.EventId;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingAStoryTest {
  @Test
  void a_command_meets_what_had_happened(LedgerScenario ledger) {
    ledger.at(JULY_19).as(CLERK).given(reported(WALL), accepted(WALL), assigned(WALL, "c1.1"))
        .as(FOREMAN).given(completed(WALL, "c1.2"));

    ledger.at(AUGUST_5).when(new VerifyWork(WALL, true)).thenRefused(new VerifierIsDoer(WALL, GUODONG), 4);
    ledger.as(CLERK).when(new VerifyWork(WALL, true)).thenEvents(new WorkVerified(WALL, EventId.parse("c2.0")));
    ledger.whenAgain().thenNothing();

    assertThat(ledger).projection(CaseRegister.class).row(WALL).returns(Stage.VERIFIED, CaseRow::stage);
    assertThat(ledger.ledger()).projection(CaseRegister.class).row(WALL).extracting(CaseRow::stage, CaseRow::owner).isEqualTo(Stage.VERIFIED);
    
  }
}
