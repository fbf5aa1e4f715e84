package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.CLERK;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Proofs;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHead;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.seal.Opened;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgettingPeopleTest {
  private static final String CANARY = "the canary sings behind the third door";
  private static final Tag WALL = Tag.parse("case:wall");

  @TempDir
  private Path folder;

  @Test
  void what_was_told_can_be_opened_and_stands_nowhere_in_the_clear() throws Exception {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);

      assertThat(opened(ledger, reported)).isEqualTo(new Opened.Plain<>(CANARY));
      assertThat(new String(ledger.reader().log().read(Query.all(), 2, 3, 1).getFirst().leaf(),
          StandardCharsets.UTF_8)).contains("\"narrative\":{\"$sealed\":{\"k\":\"").contains("\"subject:case:wall\"");
      assertThat(filesWith(CANARY)).isEmpty();
    }
    assertThat(filesWith(CANARY)).isEmpty();
    assertThat(files()).contains("town.ledger", "town.ledger.personal", "town.ledger.keys");
  }

  @Test
  void values_survive_closing_and_opening() {
    try (Ledger ledger = open()) {
      reported(ledger);
    }
    try (Ledger ledger = open()) {
      assertThat(opened(ledger, ledger.reader().event(2))).isEqualTo(new Opened.Plain<>(CANARY));
      assertThat(ledger.personal().findings()).isEmpty();
    }
  }

  @Test
  void a_ledger_without_personal_values_keeps_no_store_for_them() throws Exception {
    try (Ledger ledger = open()) {
      receipt(ledger.record(registerEstate(), header("estate")));
      receipt(ledger.record(report("wall"), header("report")));
    }

    assertThat(files()).containsExactly("town.ledger");
  }

  @Test
  void the_same_words_again_are_a_resend_and_other_words_are_not() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);

      Receipt again = receipt(ledger.record(report("wall").telling(CANARY), header("report")));
      Outcome.Refused other = refusal(ledger.record(report("wall").telling("other words"), header("report")));

      assertThat(again.entries()).extracting(Receipt.Line::position).containsExactly(reported.position());
      assertThat(other.refusal()).isEqualTo(new CommandIdReused(header("report").command()));
      assertThat(ledger.reader().size()).isEqualTo(3);
      assertThat(opened(ledger, reported)).isEqualTo(new Opened.Plain<>(CANARY));
    }
  }

  @Test
  void erasing_forgets_the_words_and_changes_no_proof() throws Exception {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);
      TreeHead before = ledger.reader().head();

      Receipt request = erase(ledger);

      assertThat(opened(ledger, reported)).isInstanceOf(Opened.Erased.class);
      assertThat(ledger.reader().event(2)).isEqualTo(reported);
      assertThat(Proofs.root(before.size(), ledger.reader().log().hashes())).isEqualTo(before.root());
      assertThat(ledger.reader().verify().isIntact()).isTrue();
      assertThat(request.entries()).hasSize(1);
      assertThat(ledger.personal().erasure(WALL)).contains(new ErasureReceipt(WALL, "REQUEST",
          CHIEF.who(), request.entries().getFirst().eventId(), 4, Optional.of(5L), 1));
      assertThat(ledger.personal().erasure(WALL).orElseThrow().english()).contains("Values destroyed: 1.")
          .contains("backups");
      assertThat(ledger.personal().erasure(WALL).orElseThrow().chinese()).contains("销毁内容数：1").contains("备份");
    }
    assertThat(filesWith(CANARY)).isEmpty();
  }

  @Test
  void whoever_is_forgotten_gets_no_new_values() {
    try (Ledger ledger = open()) {
      reported(ledger);
      Receipt request = erase(ledger);
      long size = ledger.reader().size();

      Outcome.Refused refused = refusal(ledger.record(
          new RecordSurvey(report("wall").caseId(),
              Optional.of(Sealed.of("it still leans"))),
          header("survey")));

      assertThat(refused.refusal()).isEqualTo(new AlreadyErased(WALL));
      assertThat(refused.causes()).containsExactly(request.entries().getFirst().position());
      assertThat(ledger.reader().size()).isEqualTo(size);
      assertThatThrownBy(() -> ledger.history().append(header("bulk"),
          List.of(toldAgain((CaseReported) ledger.reader().event(2).event()))))
          .isInstanceOf(LedgerException.class).hasMessageContaining("records.ErasureRequested");
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void the_digest_of_what_was_sent_is_forgotten_too() {
    try (Ledger ledger = open()) {
      reported(ledger);
      assertThat(ledger.reader().log().decision("report").orElseThrow().digest()).hasSize(32);

      erase(ledger);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.reader().log().decision("report").orElseThrow().digest()).isEmpty();
      // Then the id alone decides.
      assertThat(receipt(ledger.record(report("wall").telling("guessed"), header("report"))).entries())
          .extracting(Receipt.Line::position).containsExactly(2L);
    }
  }

  @Test
  void erasing_again_changes_nothing() {
    try (Ledger ledger = open()) {
      reported(ledger);
      Receipt first = erase(ledger);

      Receipt again = receipt(ledger.record(eraseWall(), header("erase", CLERK)));

      assertThat(again).isEqualTo(first);
      assertThat(ledger.reader().size()).isEqualTo(6);
    }
  }

  @Test
  void a_restored_backup_of_the_store_is_erased_again() throws Exception {
    Path store = folder.resolve("town.ledger.personal");
    Path backup = folder.resolve("backup");
    try (Ledger ledger = open()) {
      reported(ledger);
    }
    Files.copy(store, backup);
    try (Ledger ledger = open()) {
      erase(ledger);
    }
    Files.delete(store);
    Files.copy(backup, store);

    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).singleElement().asString().contains("case:wall", "#4", "backup");
      assertThat(opened(ledger, ledger.reader().event(2))).isInstanceOf(Opened.Erased.class);
      assertThat(ledger.reader().size()).isEqualTo(6);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).isEmpty();
    }
  }

  @Test
  void while_another_program_reads_the_store_the_ledger_opens_and_says_what_is_not_finished() throws Exception {
    Path store = folder.resolve("town.ledger.personal");
    try (Ledger ledger = open()) {
      reported(ledger);
      receipt(ledger.record(new GiveApproval(new ApprovalId("yes"), "records.EraseSubject", WALL, Optional.empty()),
          header("approve", CHIEF)));
    }
    try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = reader.createStatement()) {
      try (Ledger ledger = open()) {
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM blob").close();
        assertThatThrownBy(() -> ledger.record(eraseWall(), header("erase", CLERK)))
            .isInstanceOf(LedgerException.class);
      }
      try (Ledger ledger = open()) {
        assertThat(ledger.personal().findings()).singleElement().asString().contains("#4", "cannot be finished now");
        assertThat(opened(ledger, ledger.reader().event(2))).isInstanceOf(Opened.Erased.class);
        assertThat(ledger.reader().size()).isEqualTo(5);
      }
    }

    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).singleElement().asString().contains("is finished now");
      assertThat(ledger.reader().size()).isEqualTo(6);
      assertThat(ledger.reader().verify().findings()).isEmpty();
    }
  }

  @Test
  void a_value_lost_without_an_erasure_is_an_error_with_position_and_field() throws Exception {
    try (Ledger ledger = open()) {
      reported(ledger);
    }
    Files.delete(folder.resolve("town.ledger.personal"));

    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> opened(ledger, ledger.reader().event(2))).isInstanceOf(LedgerException.class)
          .hasMessageContaining("town.ledger.personal").hasMessageContaining("restore it");
      assertThatThrownBy(() -> ledger.record(report("other").telling("new words"), header("other")))
          .isInstanceOf(LedgerException.class).hasMessageContaining("restore it");
      assertThat(files()).doesNotContain("town.ledger.personal");
    }
  }

  @Test
  void a_store_from_before_a_value_was_recorded_is_an_error_with_position_and_field() throws Exception {
    Path store = folder.resolve("town.ledger.personal");
    Path backup = folder.resolve("backup");
    try (Ledger ledger = open()) {
      reported(ledger);
    }
    Files.copy(store, backup);
    try (Ledger ledger = open()) {
      receipt(ledger.record(report("later").telling("later words"), header("later")));
    }
    Files.delete(store);
    Files.copy(backup, store);

    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> opened(ledger, ledger.reader().event(3))).isInstanceOf(LedgerException.class)
          .hasMessageContaining("#3").hasMessageContaining("fact/narrative").hasMessageContaining("no key");
    }
  }

  @Test
  void opening_an_older_ledger_by_mistake_takes_no_values_from_the_right_one() throws Exception {
    Path right = folder.resolve("town.ledger");
    Path older = folder.resolve("older");
    Path kept = folder.resolve("kept");
    try (Ledger ledger = open()) {
      receipt(ledger.record(registerEstate(), header("estate")));
    }
    Files.copy(right, older);
    for (String each : List.of("wall", "roof")) { // each time opened anew
      try (Ledger ledger = open()) {
        receipt(ledger.record(report(each).telling(CANARY), header(each)));
      }
    }
    Files.move(right, kept);
    Files.copy(older, right);
    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).singleElement().asString()
          .startsWith("The ledger is older than " + folder.resolve("town.ledger.personal"));
    }
    Files.delete(right);
    Files.move(kept, right);

    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).isEmpty();
      assertThat(opened(ledger, ledger.reader().event(2))).isEqualTo(new Opened.Plain<>(CANARY));
      assertThat(opened(ledger, ledger.reader().event(3))).isEqualTo(new Opened.Plain<>(CANARY));
      assertThat(ledger.reader().verify().findings()).isEmpty();
    }
  }

  @Test
  void keys_that_cannot_be_read_are_a_finding_where_there_are_values_and_asked_for_nowhere_else() throws Exception {
    Path plain = folder.resolve("plain.ledger");
    Ledger.at(plain).open().close();
    assertThat(Ledger.at(plain).keysInEnvironment("NOBODY_SET_THIS").verify((position, size) -> {}).isIntact())
        .isTrue();

    try (Ledger ledger = open()) {
      reported(ledger);
    }
    assertThat(Ledger.at(folder.resolve("town.ledger")).keysInEnvironment("NOBODY_SET_THIS")
        .verify((position, size) -> {}).findings()).singleElement().asString()
        .contains("the personal store cannot be checked: The environment variable NOBODY_SET_THIS has no key");
  }

  @Test
  void somebody_without_values_can_be_forgotten_before_there_is_any() {
    try (Ledger ledger = open()) {
      receipt(ledger.record(registerEstate(), header("estate")));
      receipt(ledger.record(report("wall"), header("report")));
      erase(ledger);

      assertThat(ledger.personal().erasure(WALL).orElseThrow().values()).isZero();
      receipt(ledger.record(report("other").telling("other words"), header("other")));
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).isEmpty();
      assertThat(ledger.reader().verify().findings()).isEmpty();
    }
  }

  @Test
  void keys_are_changed_and_the_old_one_is_dropped() throws Exception {
    Path keys = folder.resolve("town.ledger.keys");
    List<String> done = new ArrayList<>();
    try (Ledger ledger = open()) {
      reported(ledger);
      String before = Files.readString(keys);

      ledger.personal().rewrap((now, total) -> done.add(now + "/" + total));

      assertThat(Files.readString(keys)).endsWith(before).isNotEqualTo(before);
      assertThat(ledger.personal().dropOldKeys()).hasSize(1);
      assertThat(Files.readAllLines(keys)).hasSize(1).doesNotContain(before.strip());
    }
    try (Ledger ledger = open()) {
      assertThat(opened(ledger, ledger.reader().event(2))).isEqualTo(new Opened.Plain<>(CANARY));
      assertThat(done).last().isEqualTo("2/2");
    }
  }

  @Test
  void nobody_claims_that_an_erasure_is_complete() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);

      assertThat(refusal(ledger.record(new CompleteErasure(WALL, reported.id(), 1), header("claim"))).refusal())
          .isInstanceOf(NotPermitted.class);
    }
  }

  @Test
  void nobody_brings_in_an_erasure_by_which_nothing_is_destroyed() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);

      assertThatThrownBy(() -> ledger.history().append(header("bulk"),
          List.of(new ErasureRequested(WALL, "REQUEST", Optional.empty()))))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("send records.EraseSubject");
      assertThatThrownBy(() -> ledger.history().append(header("bulk"),
          List.of(new SubjectErased(WALL, reported.id(), 1))))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("send records.EraseSubject");
      assertThat(ledger.reader().size()).isEqualTo(3);
    }
  }

  @Test
  void an_erasure_stays_whatever_takes_it_back_without_rules() {
    try (Ledger ledger = open()) {
      reported(ledger);
      Receipt request = erase(ledger);
      ledger.history().append(header("bulk"), List.of(
          new EventRetracted(request.entries().getFirst().eventId(), Optional.empty(), List.of())));

      Outcome.Refused refused = refusal(ledger.record(
          new RecordSurvey(report("wall").caseId(), Optional.of(Sealed.of("it still leans"))), header("survey")));

      assertThat(refused.refusal()).isEqualTo(new AlreadyErased(WALL));
    }
  }

  /** With words of their own, whose digest the erasure empties, so that the id alone would decide; and without. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobody_keeps_an_erasure_from_being_completed_by_taking_its_id(boolean aboutTheForgotten) {
    try (Ledger ledger = open()) {
      receipt(ledger.record(registerEstate(), header("estate")));
      ReportCase wall = report("wall").telling(CANARY);
      receipt(ledger.record(aboutTheForgotten ? wall : report("other"), header("erased/erase")));
      receipt(ledger.record(aboutTheForgotten ? report("other") : wall, header("report")));
      erase(ledger);

      assertThat(ledger.personal().erasure(WALL).orElseThrow().erased()).contains(6L);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.personal().findings()).isEmpty();
      assertThat(ledger.reader().event(6).event()).isInstanceOf(SubjectErased.class);
      assertThat(ledger.reader().verify().findings()).isEmpty();
    }
  }

  @Test
  void what_came_without_rules_survives_closing_and_opening_too() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);
      ledger.history().append(header("bulk").because("it was told twice"),
          List.of(toldAgain((CaseReported) reported.event())));
    }
    try (Ledger ledger = open()) {
      RecordedEvent again = ledger.reader().event(3);
      assertThat(opened(ledger, again)).isEqualTo(new Opened.Plain<>("again"));
      assertThat(ledger.personal().open(again, again.header().reason().orElseThrow(), String.class))
          .isEqualTo(new Opened.Plain<>("it was told twice"));
    }
  }

  @Test
  void an_erasure_under_the_longest_id_is_completed() {
    String longest = "e".repeat(100);
    try (Ledger ledger = open()) {
      reported(ledger);
      receipt(ledger.record(new GiveApproval(new ApprovalId("yes"), "records.EraseSubject", WALL, Optional.empty()),
          header("approve", CHIEF)));
      receipt(ledger.record(eraseWall(), header(longest, CLERK)));

      assertThat(ledger.personal().erasure(WALL).orElseThrow().erased()).contains(5L);
    }
  }

  @Test
  void a_correction_with_a_reason_and_words_of_its_own_is_found_whole() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);
      receipt(ledger.record(
          new GiveApproval(new ApprovalId("yes"), "records.RetractEvent", reported.id().tag(), Optional.empty()),
          header("approve", CHIEF)));
      receipt(ledger.record(new RetractEvent(reported.id(), new ApprovalId("yes"),
          List.of(new Replacement(report("wall").telling("the second door"), Optional.empty()))),
          header("correct", CLERK).because("it was the second")));

      RecordedEvent corrected = ledger.reader().event(5);
      assertThat(opened(ledger, corrected)).isEqualTo(new Opened.Plain<>("the second door"));
      assertThat(ledger.personal().open(corrected, corrected.header().reason().orElseThrow(), String.class))
          .isEqualTo(new Opened.Plain<>("it was the second"));
      assertThat(ledger.reader().verify().findings()).isEmpty();
    }
  }

  @Test
  void a_reference_cannot_be_sent_as_a_value() {
    try (Ledger ledger = open()) {
      RecordedEvent reported = reported(ledger);
      Sealed<String> reference = ((CaseReported) reported.event()).narrative().orElseThrow();

      assertThatThrownBy(() -> ledger.record(report("other"), header("other").because(reference)))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/header/reason")
          .hasMessageContaining("in the clear");
    }
  }

  private RecordedEvent reported(Ledger ledger) {
    receipt(ledger.record(registerEstate(), header("estate")));
    receipt(ledger.record(report("wall").telling(CANARY), header("report")));
    return ledger.reader().event(2);
  }

  private static Opened<String> opened(Ledger ledger, RecordedEvent reported) {
    return ledger.personal().open(reported, ((CaseReported) reported.event()).narrative().orElseThrow(), String.class);
  }

  private static EraseSubject eraseWall() {
    return new EraseSubject(WALL, "REQUEST", new ApprovalId("yes"));
  }

  private static Receipt erase(Ledger ledger) {
    receipt(ledger.record(new GiveApproval(new ApprovalId("yes"), "records.EraseSubject", WALL, Optional.empty()),
        header("approve", CHIEF)));
    return receipt(ledger.record(eraseWall(), header("erase", CLERK)));
  }

  private static CaseReported toldAgain(CaseReported it) {
    return new CaseReported(it.caseId(), it.kind(), it.category(), it.place(), it.extent(), it.severity(),
        Optional.of(Sealed.of("again")), it.reporter(), it.channel(), it.photos(), it.affects());
  }

  private Ledger open() {
    return Ledger.at(folder.resolve("town.ledger")).unrestricted().open();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    for (String each : files()) {
      if (new String(Files.readAllBytes(folder.resolve(each)), StandardCharsets.ISO_8859_1)
          .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
        found.add(each);
      }
    }
    return found;
  }
}
