package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.accept;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;
import static org.communityledger.testing.Matters.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.Extent;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Sealed;
import org.communityledger.log.Query;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.seal.Opened;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IrregularActsInALedgerTest {
  private static final String WHY = "old Zhang saw it falling";
  private static final CaseId WALL = new CaseId("wall");
  private static final ApprovalId APPROVAL = new ApprovalId("as-it-happened");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");

  @TempDir
  private Path folder;

  @Test
  void the_leaf_names_approval_and_sealed_reason_and_the_next_one_the_rule() throws IOException {
    try (Ledger ledger = open()) {
      Receipt receipt = receipt(complete(ledger, WHY));

      RecordedEvent completion = ledger.reader().event(receipt.entries().get(0).position());
      assertThat(ledger.reader().event(receipt.entries().get(1).position()).event())
          .isEqualTo(new RuleBroken(WALL.tag(), completion.id(), List.of("PlanMissing"), Optional.of(APPROVAL)));
      String leaf = new String(ledger.reader().log()
          .read(Query.all(), completion.position(), completion.position() + 1, 1).getFirst().leaf(),
          StandardCharsets.UTF_8);
      assertThat(leaf).contains("\"irregular\":{\"reason\":{\"$sealed\":{\"k\":\"")
          .contains("}},\"approval\":\"as-it-happened\"}},\"tags\":[").contains("\"subject:case:wall\"");
      assertThat(reasonOf(ledger, completion)).isEqualTo(new Opened.Plain<>(WHY));
      assertThat(filesWith(WHY)).isEmpty();
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void the_reason_is_part_of_what_was_sent() {
    try (Ledger ledger = open()) {
      Receipt first = receipt(complete(ledger, WHY));

      assertThat(receipt(complete(ledger, WHY))).isEqualTo(first);
      assertThat(refusal(complete(ledger, "for another reason")).refusal())
          .isEqualTo(new CommandIdReused(new CommandId("complete")));
    }
  }

  @Test
  void erasing_the_case_forgets_the_reason_and_leaves_the_mark() {
    try (Ledger ledger = open()) {
      RecordedEvent completion = ledger.reader().event(receipt(complete(ledger, WHY)).entries().get(0).position());
      ApprovalId toErase = new ApprovalId("to-erase");
      receipt(ledger.record(new GiveApproval(toErase, "records.EraseSubject", WALL.tag(), Optional.empty()),
          header("approve-erasure", CHIEF)));
      receipt(ledger.record(new EraseSubject(WALL.tag(), "request", toErase), header("erase")));

      assertThat(reasonOf(ledger, completion)).isInstanceOf(Opened.Erased.class);
      assertThat(ledger.reader().event(completion.position())).isEqualTo(completion);
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  private static Outcome complete(Ledger ledger, String why) {
    Header header = header("complete").irregular(why, APPROVAL);
    return ledger.record(CompleteWork.of(WALL, OFFICE, Optional.empty(), Extent.WHOLE, Optional.empty()), header);
  }

  private static Opened<String> reasonOf(Ledger ledger, RecordedEvent event) {
    Sealed<String> reason = event.header().irregular().orElseThrow().reason();
    return ledger.personal().open(event, reason, String.class);
  }

  private Ledger open() {
    Ledger ledger = Ledger.at(folder.resolve("town.ledger")).unrestricted().open();
    receipt(ledger.record(registerEstate(), header("estate")));
    receipt(ledger.record(registerOffice(), header("office")));
    receipt(ledger.record(report("wall"), header("report")));
    receipt(ledger.record(accept("wall"), header("accept")));
    receipt(ledger.record(new AssignCase(WALL, OFFICE, "repair", Optional.empty()), header("assign")));
    receipt(ledger.record(new GiveApproval(APPROVAL, "cases.CompleteWork", WALL.tag(), Optional.empty()),
        header("approve", CHIEF)));
    return ledger;
  }

  private List<Path> filesWith(String words) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> contains(it, words)).toList();
    }
  }

  private static boolean contains(Path file, String words) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
