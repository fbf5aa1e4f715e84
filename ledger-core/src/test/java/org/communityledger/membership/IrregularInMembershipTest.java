package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.membership.MembershipScenario.BRANCH;
import static org.communityledger.membership.MembershipScenario.CHIEF;
import static org.communityledger.membership.MembershipScenario.CLERK;
import static org.communityledger.membership.MembershipScenario.OTHER;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.advance;
import static org.communityledger.membership.MembershipScenario.application;
import static org.communityledger.membership.MembershipScenario.branch;
import static org.communityledger.membership.MembershipScenario.on;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What happened although a rule of the world was broken is recorded as irregular; rules of the record have no such door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IrregularInMembershipTest {
  private static final ApprovalId TO_RECORD = new ApprovalId("to-record");
  private static final PersonId YOUTH = new PersonId("youth");

  private final MembershipScenario scenario = new MembershipScenario();

  @Test
  void a_stage_reached_too_early_is_recorded_and_marked() {
    scenario.given(application(), on(2023, 1, 5));
    scenario.given(advance("activist", "recommendation"), on(2024, 3, 5));
    approve("membership.AdvanceStage", STANDING.tag());

    whenIrregular(advance("development-candidate", "opinions"), on(2024, 7, 1)).isAccepted();

    long last = scenario.ledger.last();
    assertThat(((StageReached) scenario.ledger.at(last - 1).event()).stayProven()).isFalse();
    assertThat(scenario.ledger.at(last).event()).isEqualTo(new RuleBroken(STANDING.tag(), scenario.ledger.id(last - 1),
        List.of("StageTooEarly"), Optional.of(TO_RECORD)));
  }

  @Test
  void an_application_of_somebody_too_young_is_recorded_and_marked() {
    scenario.given(RegisterPerson.of(YOUTH, Optional.of(false), Optional.empty()));
    approve("membership.Apply", STANDING.tag());

    whenIrregular(application(STANDING, YOUTH), on(2024, 7, 1)).isAccepted();

    long last = scenario.ledger.last();
    assertThat(scenario.ledger.at(last).event()).isEqualTo(new RuleBroken(STANDING.tag(), scenario.ledger.id(last - 1),
        List.of("UnderAge"), Optional.of(TO_RECORD)));
  }

  @Test
  void a_branch_of_too_few_founders_is_recorded_and_marked() {
    scenario.threeMembers();
    scenario.approveBranch();
    approve("membership.FoundBranch", BRANCH.tag());

    whenIrregular(branch(RIDER, OTHER), on(2024, 7, 1)).isAccepted();

    long last = scenario.ledger.last();
    assertThat(((BranchFounded) scenario.ledger.at(last - 1).event()).holding()).hasSize(2);
    assertThat(scenario.ledger.at(last).event()).isEqualTo(new RuleBroken(BRANCH.tag(), scenario.ledger.id(last - 1),
        List.of("TooFewFounders"), Optional.of(TO_RECORD)));
  }

  @Test
  void a_second_standing_on_a_ladder_stays_refused() {
    long first = scenario.given(application());
    approve("membership.Apply", MembershipScenario.SECOND.tag());

    whenIrregular(application(MembershipScenario.SECOND, RIDER), on(2024, 7, 1))
        .isRefusedWith(new DuplicateStanding(RIDER, MembershipScenario.PARTY, STANDING), first);
  }

  private void approve(String what, Tag target) {
    scenario.ledger.given(new GiveApproval(TO_RECORD, what, target, Optional.empty()), CHIEF);
  }

  private Answer whenIrregular(Command command, When occurred) {
    return scenario.ledger.whenIrregular(command, CLERK, occurred, "so it was decided", TO_RECORD);
  }
}
