package org.communityledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CHIEF;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.When;
import org.communityledger.projection.WallLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseRegisterTest {
  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_reported_case_is_registered_as_it_was_reported() {
    When lately = When.notAfter(TODAY.minusDays(3)).asStated("近日");
    ledger.given(report(WALL), lately);

    CaseRow row = wall();

    assertThat(row.kind()).isEqualTo(CaseKind.HAZARD);
    assertThat(row.category()).isEqualTo("wall");
    assertThat(row.place()).isEqualTo(ESTATE);
    assertThat(row.severity()).isEqualTo(Severity.LOW);
    assertThat(row.reported()).isEqualTo(lately);
    assertThat(row.stage()).isEqualTo(Stage.REPORTED);
    assertThat(row.position()).isEqualTo(5);
    assertThat(row.owner()).isEmpty();
    assertThat(row.doer()).isEmpty();
    assertThat(row.outcome()).isEmpty();
    assertThat(row.due()).isEmpty();
  }

  @Test
  void done_is_not_verified_and_verified_is_not_closed() {
    done(WALL);
    assertThat(register().doneButUnverified()).extracting(CaseRow::caseId).containsExactly(WALL);
    assertThat(wall().owner()).contains(OFFICE);
    assertThat(wall().doer()).contains(GUODONG);
    assertThat(wall().due()).contains(TODAY.plusDays(7));

    ledger.given(VerifyWork.of(WALL, true), CHIEF, When.on(TODAY));
    assertThat(register().doneButUnverified()).isEmpty();
    assertThat(wall().verifier()).contains(CHIEF);
    assertThat(wall().outcome()).isEmpty();

    ledger.given(new CloseCase(WALL, CaseOutcome.FIXED, Optional.empty()));
    assertThat(wall().stage()).isEqualTo(Stage.CLOSED);
    assertThat(wall().outcome()).contains(CaseOutcome.FIXED);
  }

  @Test
  void rejected_work_has_no_verifier_and_is_not_done() {
    done(WALL);
    ledger.given(VerifyWork.of(WALL, false), CHIEF, When.on(TODAY));

    assertThat(wall().stage()).isEqualTo(Stage.WORKING);
    assertThat(wall().verifier()).isEmpty();
    assertThat(register().doneButUnverified()).isEmpty();
  }

  @Test
  void a_reopened_case_has_neither_outcome_nor_verifier_and_is_due_anew() {
    done(WALL);
    ledger.given(VerifyWork.of(WALL, true), CHIEF, When.on(TODAY));
    ledger.given(new CloseCase(WALL, CaseOutcome.FIXED, Optional.empty()));
    ledger.given(new ReopenCase(WALL, TODAY.plusDays(30)), "it leans again");

    assertThat(wall().stage()).isEqualTo(Stage.ACCEPTED);
    assertThat(wall().outcome()).isEmpty();
    assertThat(wall().verifier()).isEmpty();
    assertThat(wall().doer()).isEmpty();
    assertThat(wall().due()).contains(TODAY.plusDays(30));
  }

  @Test
  void a_returned_case_has_no_doer() {
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.empty()));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()));
    ledger.given(new ReturnAssignment(WALL), "no scaffold");

    assertThat(wall().doer()).isEmpty();
    assertThat(wall().due()).isEmpty();
  }

  @Test
  void an_extension_moves_the_due_date_and_a_suspension_runs_out_by_itself() {
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    ledger.given(new ExtendDeadline(WALL, TODAY.plusDays(9), ledger.approved("cases.ExtendDeadline", WALL)));
    ledger.given(new SuspendCase(WALL, TODAY.plusDays(2), ledger.approved("cases.SuspendCase", WALL)));

    assertThat(wall().due()).contains(TODAY.plusDays(9));
    assertThat(wall().stage()).isEqualTo(Stage.SUSPENDED);
    assertThat(wall().progress().stageOn(TODAY.plusDays(1))).isEqualTo(Stage.SUSPENDED);
    assertThat(wall().progress().stageOn(TODAY.plusDays(2))).isEqualTo(Stage.ACCEPTED);
  }

  @Test
  void cases_are_counted_by_kind_and_stage() {
    done(WALL);
    ledger.given(report(RAILING));
    ledger.given(ReportCase.of(new CaseId("gear"), CaseKind.NEED, "gear", ESTATE, Severity.UNRATED, Channel.VISIT));

    Cases cases = register();

    assertThat(cases.all()).hasSize(3);
    assertThat(cases.byKind()).isEqualTo(Map.of(CaseKind.HAZARD, 2L, CaseKind.NEED, 1L));
    assertThat(cases.byStage()).isEqualTo(Map.of(Stage.DONE, 1L, Stage.REPORTED, 2L));
    assertThat(cases.byKindAndStage()).isEqualTo(Map.of(CaseKind.HAZARD, Map.of(Stage.DONE, 1L, Stage.REPORTED, 1L),
        CaseKind.NEED, Map.of(Stage.REPORTED, 1L)));
  }

  private void done(CaseId id) {
    ledger.given(report(id));
    ledger.given(new AcceptCase(id, OFFICE, Optional.of(POLICY)));
    ledger.given(new AssignCase(id, GUODONG, "repair", Optional.empty()));
    ledger.given(CompleteWork.of(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()));
  }

  private Cases register() {
    return CaseRegister.in(ledger.replay().run(new CaseRegister()));
  }

  private CaseRow wall() {
    return register().find(WALL).orElseThrow();
  }
}
