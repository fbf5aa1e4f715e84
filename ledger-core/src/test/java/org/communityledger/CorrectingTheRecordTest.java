package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.accept;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;
import static org.communityledger.testing.Matters.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsRefusal.AlreadyRetracted;
import org.communityledger.records.RecordsRefusal.ApprovalUsed;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectingTheRecordTest {
  private static final ReportCase RIGHT = ReportCase.of(new CaseId("wall"), CaseKind.HAZARD, "cracked-wall",
      ESTATE, Severity.LOW, Channel.PATROL);

  private final Path file;
  private Ledger ledger;
  private int commands;

  CorrectingTheRecordTest(@TempDir Path folder) {
    file = folder.resolve("one.ledger");
    ledger = Ledger.at(file).unrestricted().open();
    record(registerEstate());
    record(registerOffice());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void an_event_is_replaced_by_what_should_have_been_said() {
    EventId wrong = record(report("wall"));
    ApprovalId approval = approve(wrong);
    RetractEvent retraction = new RetractEvent(wrong, approval,
        List.of(new Replacement(RIGHT, Optional.of(When.on(LocalDate.of(2024, 8, 1))))));

    Receipt receipt = receipt(ledger.record(retraction, header("correct")));

    assertThat(receipt.entries()).hasSize(2);
    RecordedEvent retracted = ledger.reader().event(receipt.entries().getFirst().position());
    RecordedEvent corrected = ledger.reader().event(receipt.entries().getLast().position());
    assertThat(retracted.event()).isInstanceOfSatisfying(EventRetracted.class,
        it -> assertThat(it.event()).isEqualTo(wrong));
    assertThat(retracted.corrects()).isEmpty();
    assertThat(corrected.event()).isInstanceOfSatisfying(CaseReported.class,
        it -> assertThat(it.category()).isEqualTo("cracked-wall"));
    assertThat(corrected.corrects()).contains(wrong);
    assertThat(corrected.header().occurred()).isEqualTo(When.on(LocalDate.of(2024, 8, 1)));
    assertThat(corrected.tags()).contains(new Tag("case", "wall"), wrong.tag());
    assertThat(ledger.reader().verify().isIntact()).isTrue();

    ledger.close();
    ledger = Ledger.at(file).unrestricted().open();
    assertThat(receipt(ledger.record(retraction, header("correct")))).isEqualTo(receipt);
    record(accept("wall"));
  }

  @Test
  void a_replacement_that_is_refused_records_nothing() {
    EventId wrong = record(report("wall"));
    ReportCase elsewhere = ReportCase.of(new CaseId("wall"), CaseKind.HAZARD, "cracked-wall",
        new PlaceId("nowhere"), Severity.LOW, Channel.PATROL);
    ApprovalId approval = approve(wrong);
    long size = ledger.reader().size();

    refusal(ledger.record(
        new RetractEvent(wrong, approval, List.of(new Replacement(elsewhere, Optional.empty()))), header("correct")));

    assertThat(ledger.reader().size()).isEqualTo(size);
  }

  @Test
  void an_event_on_which_others_rest_is_not_taken_away() {
    EventId reported = record(report("wall"));
    record(accept("wall"));
    long accepted = ledger.reader().size() - 1;
    ApprovalId approval = approve(reported);

    Outcome.Refused refused = refusal(
        ledger.record(new RetractEvent(reported, approval, List.of()), header("retract")));

    assertThat(refused.refusal()).isEqualTo(new DependentEvents(reported));
    assertThat(refused.causes()).containsExactly(accepted);

    receipt(ledger.record(new RetractEvent(reported, approval, List.of(new Replacement(RIGHT, Optional.empty()))),
        header("correct")));
  }

  @Test
  void an_event_is_taken_back_once() {
    EventId reported = record(report("wall"));
    ApprovalId approval = approve(reported);
    receipt(ledger.record(new RetractEvent(reported, approval, List.of()), header("retract")));
    long retracted = ledger.reader().size() - 1;

    Outcome.Refused again = refusal(ledger.record(new RetractEvent(reported, approval, List.of()), header("again")));

    assertThat(again.refusal()).isEqualTo(new AlreadyRetracted(reported));
    assertThat(again.causes()).containsExactly(retracted);
  }

  @Test
  void an_approval_is_used_once() {
    CaseId wall = new CaseId("wall");
    ApprovalId approval = new ApprovalId("withdrawal");
    CloseCase withdrawn = new CloseCase(wall, CaseOutcome.WITHDRAWN, Optional.of(approval));
    record(report("wall"));
    record(accept("wall"));
    receipt(ledger.record(new GiveApproval(approval, "cases.CloseCase", wall.tag(), Optional.empty()),
        header("approve", CHIEF)));
    receipt(ledger.record(withdrawn, header("withdraw").because("a mistake")));
    long used = ledger.reader().size() - 1;
    receipt(ledger.record(new ReopenCase(wall, LocalDate.of(2024, 9, 1)), header("reopen").because("it leans again")));

    Outcome.Refused again = refusal(ledger.record(withdrawn, header("again").because("a mistake")));

    assertThat(again.refusal()).isEqualTo(new ApprovalUsed(approval));
    assertThat(again.causes()).containsExactly(used);
  }

  private ApprovalId approve(EventId event) {
    ApprovalId approval = new ApprovalId("approval-" + commands);
    commands++;
    receipt(ledger.record(new GiveApproval(approval, "records.RetractEvent", event.tag(), Optional.empty()),
        header("approve-" + commands, CHIEF)));
    return approval;
  }

  private EventId record(Command command) {
    commands++;
    return receipt(ledger.record(command, header("c" + commands))).entries().getFirst().eventId();
  }
}
