package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.access.AccessDenied;
import org.communityledger.access.Caller;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.BondCommand.LogContact;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.seal.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesOfContactsTest {
  private static final String NOTE = "the boy starts school";
  private static final OrgId OFFICE = new OrgId("office");
  private static final PersonId GUARDIAN = new PersonId("guardian");
  private static final HouseholdId FAMILY = new HouseholdId("family");
  private static final BondId BOND = new BondId("bond");
  private static final Caller WORKER = Caller.of(new PersonId("zhou"), "community worker");

  @TempDir
  Path folder;

  private Ledger ledger;
  private RecordedEvent contact;

  @BeforeEach
  void log_a_contact() {
    ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    receipt(ledger.record(registerEstate(), header("estate")));
    receipt(ledger.record(new RegisterOrg(OFFICE, "OFFICE", "街道办", true, Optional.empty(), Optional.of(ESTATE)),
        header("office")));
    receipt(ledger.record(new RegisterPerson(GUARDIAN, Optional.empty(), Optional.of(true), Optional.empty()),
        header("guardian")));
    receipt(ledger.record(new RegisterHousehold(FAMILY, List.of(), Tally.exact(3, Unit.PERSON)), header("family")));
    receipt(ledger.record(GiveConsent.of(FAMILY, ConsentMatter.ofBond("care"), "pairing").through(GUARDIAN),
        header("consent")));
    receipt(ledger.record(new FormBond(BOND, "care", OFFICE, FAMILY, OFFICE), header("bond")));
    contact = ledger.reader().event(
        receipt(ledger.record(LogContact.of(BOND, FAMILY, "visit").noting(NOTE), header("contact"))).entries()
            .getFirst()
            .position());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void those_who_handle_bonds_read_them_and_nobody_else() {
    assertThat(opened(WORKER, "handling")).isEqualTo(new Opened.Plain<>(NOTE));
    // Of a family nothing says where it is.
    assertThatThrownBy(() -> opened(WORKER.within(ESTATE), "handling")).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> opened(WORKER, "curiosity")).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> opened(Caller.of(WORKER.who(), "grid worker"), "handling"))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void they_are_forgotten_with_the_family() {
    ApprovalId approval = new ApprovalId("approval");
    receipt(ledger.record(new GiveApproval(approval, "records.EraseSubject", FAMILY.tag(), Optional.empty()),
        header("approval", CHIEF)));

    receipt(ledger.record(new EraseSubject(FAMILY.tag(), "request", approval), header("erasure")));

    assertThat(opened(WORKER, "handling")).isInstanceOf(Opened.Erased.class);
  }

  private Opened<String> opened(Caller caller, String purpose) {
    Sealed<String> note = ((BondContactLogged) contact.event()).note().orElseThrow();
    return ledger.as(caller).open(contact, note, String.class, purpose);
  }
}
