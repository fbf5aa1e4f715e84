package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.communityledger.access.AccessDenied;
import org.communityledger.access.Caller;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.seal.Opened;
import org.communityledger.testing.Matters;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SurrogatesOfPersonsTest {
  private static final PersonId WOMAN = new PersonId("p-7");
  private static final PersonId NURSE = new PersonId("nurse");
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final ProgrammeId OTHER = new ProgrammeId("other-screening");

  @TempDir
  Path folder;

  private Ledger open() {
    return Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
  }

  @Test
  void a_person_has_one_in_each_programme_and_keeps_it() {
    PersonId surrogate;
    try (Ledger ledger = open()) {
      surrogate = ledger.personal().surrogate(WOMAN, SCREENING);

      assertThat(surrogate).isNotEqualTo(WOMAN);
      assertThat(ledger.personal().surrogate(WOMAN, SCREENING)).isEqualTo(surrogate);
      assertThat(ledger.personal().surrogate(WOMAN, OTHER)).isNotEqualTo(surrogate);
      assertThat(ledger.personal().surrogate(NURSE, SCREENING)).isNotEqualTo(surrogate);
    }

    try (Ledger again = open()) {
      assertThat(again.personal().surrogate(WOMAN, SCREENING)).isEqualTo(surrogate);
    }
    try (Ledger again = open()) {
      assertThat(again.personal().surrogate(WOMAN, SCREENING)).isEqualTo(surrogate);
    }
  }

  @Test
  void a_screening_under_a_surrogate_names_the_person_nowhere_but_sealed() {
    try (Ledger ledger = open()) {
      prepare(ledger);
      PersonId surrogate = ledger.personal().surrogate(WOMAN, SCREENING);
      long from = ledger.reader().size();

      receipt(ledger.record(GiveConsent.of(surrogate, ConsentMatter.of(SCREENING), "screening").standingFor(WOMAN),
          header("consent")));
      receipt(ledger.record(Deliver.of(new DeliveryId("exam"), SCREENING, surrogate, NURSE,
          AidLine.of("cervical", Tally.exact(1, Unit.EXAM))), header("exam")));

      assertThat(ledger.reader().log().read(Query.all(), from, from + 2, 2)).hasSize(2).allSatisfy(
          it -> assertThat(new String(it.leaf(), StandardCharsets.UTF_8)).doesNotContain("p-7"));
      RecordedEvent consent = ledger.reader().event(from);
      assertThat(ledger.personal().open(consent, ((ConsentGiven) consent.event()).person().orElseThrow(),
          PersonId.class)).isEqualTo(new Opened.Plain<>(WOMAN));
    }
  }

  private static void prepare(Ledger ledger) {
    receipt(ledger.record(registerOffice(), header("office")));
    receipt(ledger.record(RegisterPerson.of(WOMAN, Optional.empty(), Optional.empty()), header("woman")));
    receipt(ledger.record(RegisterPerson.of(NURSE, Optional.empty(), Optional.empty()), header("nurse")));
    receipt(ledger.record(
        OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", When.on(Matters.DAY), OFFICE), header("open")));
  }

  @Test
  void whoever_is_forgotten_has_none_any_more() {
    try (Ledger ledger = open()) {
      prepare(ledger);
      PersonId surrogate = ledger.personal().surrogate(WOMAN, SCREENING);
      ApprovalId approval = new ApprovalId("to-forget");
      receipt(ledger.record(new GiveApproval(approval, "records.EraseSubject", WOMAN.tag(), Optional.empty()),
          header("approve", CHIEF)));
      receipt(ledger.record(new EraseSubject(WOMAN.tag(), "request", approval), header("erase")));

      assertThatThrownBy(() -> ledger.personal().surrogate(WOMAN, SCREENING)).isInstanceOf(LedgerException.class)
          .hasMessageContaining("person:p-7").hasMessageNotContaining(surrogate.value());
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void only_those_learn_it_who_may() {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).open()) {
      Caller officer = Caller.of(NURSE, "programme officer");

      assertThat(ledger.as(officer).surrogate(WOMAN, SCREENING).value()).startsWith("s-");
      assertThatThrownBy(() -> ledger.as(Caller.of(NURSE, "grid worker")).surrogate(WOMAN, SCREENING))
          .isInstanceOf(AccessDenied.class);
      assertThatThrownBy(() -> ledger.personal().surrogate(WOMAN, SCREENING)).isInstanceOf(AccessDenied.class);
    }
  }
}
