package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.DUE;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.RESIDENT;
import static org.communityledger.cases.CaseScenario.TO_CLOSE;
import static org.communityledger.cases.CaseScenario.WALL;
import static org.communityledger.cases.CaseScenario.WORKER;

import java.util.Optional;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseRefusal.AlreadyRated;
import org.communityledger.cases.CaseRefusal.NotClosed;
import org.communityledger.cases.CaseRefusal.OutcomeNotAllowed;
import org.communityledger.cases.CaseRefusal.RaterIsDoer;
import org.communityledger.cases.CaseRefusal.VerificationMissing;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.kernel.EventId;
import org.communityledger.records.RecordsRefusal.ApprovalMissing;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingCasesTest {
  private final CaseScenario scenario = new CaseScenario();

  @Test
  void verified_work_is_closed_as_fixed() {
    long verified = scenario.wallAt(Stage.VERIFIED);

    scenario.when(CaseScenario.close(CaseOutcome.FIXED)).isAcceptedWith(
        new CaseClosed(WALL, CaseOutcome.FIXED, Optional.empty(), Optional.of(scenario.id(verified))));
  }

  @Test
  void work_that_nobody_verified_is_not_fixed() {
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.FIXED), completed);
    scenario.when(CaseScenario.close(CaseOutcome.PARTLY_FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.PARTLY_FIXED), completed);
  }

  @Test
  void nothing_is_fixed_before_any_work_was_done() {
    scenario.wallAt(Stage.ASSIGNED);

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedForLackOf("case:wall in WorkVerified", new VerificationMissing(WALL, CaseOutcome.FIXED));
  }

  @Test
  void work_that_was_found_wanting_is_not_fixed() {
    scenario.wallAt(Stage.DONE);
    long rejected = scenario.given(VerifyWork.of(WALL, false));

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.FIXED), rejected);
  }

  @Test
  void a_verification_before_the_reopening_does_not_count() {
    scenario.wallAt(Stage.CLOSED);
    long reopened = scenario.given(new ReopenCase(WALL, DUE), "it leans again");

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.FIXED), reopened);
  }

  @Test
  void work_done_again_after_the_reopening_is_verified_again() {
    scenario.wallAt(Stage.CLOSED);
    scenario.given(new ReopenCase(WALL, DUE), "it leans again");
    scenario.given(CaseScenario.assign());
    long completed = scenario.given(CaseScenario.complete());

    scenario.when(CaseScenario.close(CaseOutcome.FIXED))
        .isRefusedWith(new VerificationMissing(WALL, CaseOutcome.FIXED), completed);
    scenario.given(VerifyWork.of(WALL, true));
    scenario.when(CaseScenario.close(CaseOutcome.FIXED)).isAccepted();
  }

  @Test
  void a_hazard_is_not_ended_by_an_answer() {
    long reported = scenario.wallAt(Stage.ACCEPTED) - 1;

    scenario.when(CaseScenario.close(CaseOutcome.ANSWERED))
        .isRefusedWith(new OutcomeNotAllowed(WALL, CaseKind.HAZARD, CaseOutcome.ANSWERED), reported);
  }

  @Test
  void a_query_is_ended_by_an_answer() {
    scenario.given(ReportCase.of(WALL, CaseKind.QUERY, "wall", CaseScenario.ESTATE, Severity.UNRATED, Channel.HOTLINE));
    scenario.given(CaseScenario.accept());

    scenario.when(CaseScenario.close(CaseOutcome.ANSWERED))
        .isAcceptedWith(new CaseClosed(WALL, CaseOutcome.ANSWERED, Optional.empty(), Optional.empty()));
  }

  @Test
  void nothing_is_left_unfixed_or_withdrawn_without_an_approval() {
    scenario.wallAt(Stage.ACCEPTED);
    ApprovalMissing missing = new ApprovalMissing(Optional.empty(), "cases.CloseCase", WALL.tag());

    scenario.when(CaseScenario.close(CaseOutcome.NOT_FIXED), "no money").isRefusedWith(missing);
    scenario.when(CaseScenario.close(CaseOutcome.WITHDRAWN), "a mistake").isRefusedWith(missing);
    scenario.when(new CloseCase(WALL, CaseOutcome.WITHDRAWN, Optional.of(TO_CLOSE)), "a mistake").isAcceptedWith(
        new CaseClosed(WALL, CaseOutcome.WITHDRAWN, Optional.of(TO_CLOSE), Optional.empty()));
  }

  @Test
  void nothing_is_left_unfixed_or_withdrawn_without_a_reason() {
    scenario.wallAt(Stage.ACCEPTED);
    ReasonMissing missing = new ReasonMissing("cases.CloseCase");

    scenario.when(new CloseCase(WALL, CaseOutcome.NOT_FIXED, Optional.of(TO_CLOSE))).isRefusedWith(missing);
    scenario.when(new CloseCase(WALL, CaseOutcome.WITHDRAWN, Optional.of(TO_CLOSE))).isRefusedWith(missing);
    scenario.when(CaseScenario.close(CaseOutcome.REFERRED)).isAccepted();
  }

  @Test
  void nothing_is_reopened_without_a_reason() {
    scenario.wallAt(Stage.CLOSED);

    scenario.when(new ReopenCase(WALL, DUE)).isRefusedWith(new ReasonMissing("cases.ReopenCase"));
  }

  @Test
  void nobody_approves_their_own_closing() {
    scenario.wallAt(Stage.ACCEPTED);

    scenario.ledger.when(new CloseCase(WALL, CaseOutcome.NOT_FIXED, Optional.of(TO_CLOSE)), CHIEF, "no money")
        .isRefusedWith(new SelfApproval(TO_CLOSE, CHIEF.who()), 6);
  }

  @Test
  void an_approval_that_is_not_needed_still_has_to_be_good() {
    scenario.wallAt(Stage.VERIFIED);

    scenario.when(new CloseCase(WALL, CaseOutcome.FIXED, Optional.of(TO_CLOSE)), CHIEF)
        .isRefusedWith(new SelfApproval(TO_CLOSE, CHIEF.who()), 6);
  }

  @Test
  void reopenings_are_counted() {
    EventId declined = scenario.id(scenario.wallAt(Stage.DECLINED));

    scenario.when(new ReopenCase(WALL, DUE), "it leans again").isAcceptedWith(new CaseReopened(WALL, 1, DUE, declined));
    long closed = scenario.given(CaseScenario.close(CaseOutcome.REFERRED));
    scenario.when(new ReopenCase(WALL, DUE), "it leans again")
        .isAcceptedWith(new CaseReopened(WALL, 2, DUE, scenario.id(closed)));
  }

  @Test
  void what_is_open_is_not_reopened() {
    long completed = scenario.wallAt(Stage.DONE);

    scenario.when(new ReopenCase(WALL, DUE)).isRefusedWith(new NotClosed(WALL, Stage.DONE), completed);
  }

  @Test
  void a_rating_names_the_closing_it_follows() {
    EventId closed = scenario.id(scenario.wallAt(Stage.CLOSED));

    scenario.when(rating(), RESIDENT).isAcceptedWith(new CaseRated(WALL, Optional.empty(), Optional.of(true),
        Optional.of(true), Optional.of(4), Optional.empty(), Optional.of(closed)));
  }

  @Test
  void the_doer_does_not_rate() {
    long completed = scenario.wallAt(Stage.CLOSED) - 2;

    scenario.when(rating(), WORKER).isRefusedWith(new RaterIsDoer(WALL, GUODONG), completed - 2);
  }

  @Test
  void the_doer_before_a_reopening_does_not_rate_either() {
    long completed = scenario.wallAt(Stage.CLOSED) - 2;
    scenario.given(new ReopenCase(WALL, DUE), "it leans again");

    scenario.when(rating(), WORKER).isRefusedWith(new RaterIsDoer(WALL, GUODONG), completed);
  }

  @Test
  void a_case_is_rated_once_before_its_first_closing_and_once_after_each() {
    scenario.wallAt(Stage.VERIFIED);
    long before = scenario.given(rating());

    scenario.when(rating(), RESIDENT).isRefusedWith(new AlreadyRated(WALL), before);
    scenario.given(CaseScenario.close(CaseOutcome.FIXED));
    long after = scenario.given(rating());
    scenario.given(new ReopenCase(WALL, DUE), "it leans again");
    scenario.when(rating(), RESIDENT).isRefusedWith(new AlreadyRated(WALL), after);
    scenario.given(CaseScenario.close(CaseOutcome.REFERRED));
    scenario.when(rating(), RESIDENT).isAccepted();
  }

  private static RateCase rating() {
    return RateCase.of(WALL, Optional.empty(), Optional.of(true), Optional.of(true), Optional.of(4));
  }
}
