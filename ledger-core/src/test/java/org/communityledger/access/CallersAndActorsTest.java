package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.DAY;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.accept;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;
import static org.communityledger.testing.Matters.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.LedgerSession;
import org.communityledger.access.AttemptJournal.Attempt;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.parties.PartyCommand.MoveHouseholdMember;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.SelfApproval;
import org.communityledger.testing.Matters;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallersAndActorsTest {
  private static final PersonId LI = new PersonId("li");
  private static final Caller OFFICER = Caller.of(LI, "subdistrict officer");
  private static final Source FORM = Source.of(Source.Kind.FORM, "F-12");

  @TempDir
  Path folder;

  private Ledger open() {
    return Ledger.at(folder.resolve("one.ledger")).open();
  }

  private static Header by(Ledger ledger, Actor actor) {
    return ledger.header(actor, When.on(DAY), FORM);
  }

  private static Lack lackOf(Outcome outcome) {
    return ((NotPermitted) refusal(outcome).refusal()).lack();
  }

  @Test
  void without_a_caller_nothing_is_recorded() {
    try (Ledger ledger = open()) {
      Outcome outcome = ledger.record(registerEstate(), header("c1"));

      assertThat(outcome).isEqualTo(new Outcome.Refused(
          new NotPermitted("places.RegisterPlace", new Lack.OfCaller()), List.of(), Optional.empty()));
      assertThat(refusal(ledger.recordAsync(registerEstate(), header("c2")).join()).refusal().english())
          .isEqualTo("places.RegisterPlace is not permitted: nobody has said who asks; use Ledger.as(caller).");
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void an_unrestricted_ledger_asks_nobody_but_binds_its_callers() {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open()) {
      receipt(ledger.record(registerEstate(), header("c1")));
      Caller resident = Caller.of(LI, "resident");

      Outcome outcome = ledger.as(resident).record(registerOffice(), by(ledger, Actor.of(LI, "resident")));

      assertThat(lackOf(outcome)).isEqualTo(new Lack.OfPermission(List.of("resident"),
          List.of("community worker", "subdistrict officer", "programme officer")));
    }
  }

  @Test
  void nobody_acts_under_the_name_of_another() {
    try (Ledger ledger = open()) {
      LedgerSession session = ledger.as(OFFICER);

      Outcome another = session.record(registerEstate(),
          by(ledger, Actor.of(new PersonId("wang"), "subdistrict officer")));
      Outcome namesake = session.record(registerEstate(), by(ledger, Actor.of(new OrgId("li"), "subdistrict officer")));

      assertThat(lackOf(another)).isEqualTo(new Lack.OfActor(new PersonId("wang"), LI));
      assertThat(lackOf(namesake)).isEqualTo(new Lack.OfActor(new OrgId("li"), LI));
      assertThat(refusal(another).refusal().english()).isEqualTo(
          "places.RegisterPlace is not permitted: the header's actor is person:wang, but the caller is person:li.");
      assertThat(refusal(another).refusal().chinese())
          .isEqualTo("无权执行 places.RegisterPlace：header 中的办理人为 person:wang，而提出者为 person:li。");
    }
  }

  @Test
  void nobody_acts_in_a_role_they_do_not_have_or_in_one_that_does_not_suffice() {
    try (Ledger ledger = open()) {
      Caller both = Caller.of(LI, "subdistrict officer", "resident");

      Outcome assumed = ledger.as(Caller.of(LI, "resident"))
          .record(registerEstate(), by(ledger, Actor.of(LI, "subdistrict officer")));
      Outcome privately = ledger.as(both).record(registerEstate(), by(ledger, Actor.of(LI, "resident")));
      Outcome officially = ledger.as(both).record(registerEstate(), by(ledger, Actor.of(LI, "subdistrict officer")));

      assertThat(lackOf(assumed)).isEqualTo(new Lack.OfRole("subdistrict officer", LI));
      assertThat(lackOf(privately)).isEqualTo(
          new Lack.OfPermission(List.of("resident"), List.of("community worker", "subdistrict officer")));
      receipt(officially);
    }
  }

  @Test
  void nobody_acts_for_an_organisation_they_may_not_act_for() {
    try (Ledger ledger = open()) {
      Actor forOffice = Actor.of(LI, "subdistrict officer").onBehalfOf(OFFICE);

      assertThat(lackOf(ledger.as(OFFICER).record(registerEstate(), by(ledger, forOffice))))
          .isEqualTo(new Lack.OfOrg(OFFICE, LI));
      assertThat(
          lackOf(ledger.as(OFFICER.actingFor(new OrgId("other"))).record(registerEstate(), by(ledger, forOffice))))
          .isEqualTo(new Lack.OfOrg(OFFICE, LI));
      receipt(ledger.as(OFFICER.actingFor(OFFICE)).record(registerEstate(), by(ledger, forOffice)));
    }
  }

  @Test
  void a_session_makes_headers_of_its_caller() {
    try (Ledger ledger = open()) {
      assertThat(ledger.as(OFFICER.actingFor(OFFICE)).header(When.on(DAY), FORM).actor())
          .isEqualTo(Actor.of(LI, "subdistrict officer").onBehalfOf(OFFICE));
      assertThat(ledger.as(OFFICER).header(When.on(DAY), FORM).actor()).isEqualTo(Actor.of(LI, "subdistrict officer"));
      assertThatIllegalStateException()
          .isThrownBy(() -> ledger.as(Caller.of(LI, "resident", "auditor")).header(When.on(DAY), FORM))
          .withMessage("person:li has 2 roles; say in which they act: ledger.header(Actor.of(who, role), …)");
    }
  }

  @Test
  void what_was_recorded_is_told_to_nobody_who_may_not_send_it() {
    try (Ledger ledger = open()) {
      Header header = by(ledger, Actor.of(LI, "subdistrict officer"));
      Outcome first = ledger.as(OFFICER).record(registerEstate(), header);

      assertThat(ledger.as(OFFICER).record(registerEstate(), header)).isEqualTo(first);
      assertThat(lackOf(ledger.as(Caller.of(LI, "resident")).record(registerEstate(), header)))
          .isEqualTo(new Lack.OfRole("subdistrict officer", LI));
      assertThat(lackOf(ledger.record(registerEstate(), header))).isEqualTo(new Lack.OfCaller());
    }
  }

  @Test
  void no_role_switches_off_the_separation_of_duties() {
    Set<String> all = new HashSet<>();
    PolicyTable.shipped().rows().forEach(it -> all.addAll(it.roles()));
    Caller almighty = new Caller(LI, all, Optional.empty(), Set.of(OFFICE));
    CaseId wall = new CaseId("wall");
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).access(new EverythingPermitted()).open()) {
      LedgerSession session = ledger.as(almighty);
      Actor officer = Actor.of(LI, "subdistrict officer");
      Stream.<Command>of(registerEstate(), registerOffice(), RegisterPerson.of(LI, Optional.empty(), Optional.empty()),
          report("wall"), accept("wall"), new AssignCase(wall, LI, "rebuild", Optional.empty()),
          SampleCommands.with(AgreePlan.class, wall),
          SampleCommands.with(CompleteWork.class, wall, LI))
          .forEach(it -> receipt(session.record(it, by(ledger, officer))));

      Outcome verified = session.record(
          SampleCommands.with(VerifyWork.class, wall), by(ledger, officer));

      assertThat(refusal(verified).refusal()).isEqualTo(new VerifierIsDoer(wall, LI));
      EventId estate = ledger.reader().event(1).id();
      receipt(session.record(
          new GiveApproval(new ApprovalId("a1"), "records.RetractEvent", estate.tag(), Optional.empty()),
          by(ledger, Actor.of(LI, "data officer"))));
      Outcome retracted = session.record(new RetractEvent(estate, new ApprovalId("a1"), List.of()),
          by(ledger, officer));
      assertThat(refusal(retracted).refusal()).isInstanceOf(SelfApproval.class);
    }
  }

  @Test
  void refused_attempts_are_counted_and_told() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    List<Attempt> told = new ArrayList<>();
    Instant now = Instant.parse("2024-08-05T01:00:00Z");
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).clock(() -> now).meters(meters).attempts(told::add)
        .open()) {
      LedgerSession resident = ledger.as(Caller.of(LI, "resident"));
      resident.record(registerEstate(), header("c1", Actor.of(LI, "resident")));
      resident.record(report("wall"), header("c2", Actor.of(LI, "resident")));
      ledger.record(registerEstate(), header("c3"));
      receipt(ledger.as(OFFICER).record(registerEstate(), by(ledger, Actor.of(LI, "subdistrict officer"))));
      assertThatThrownBy(resident::history).isInstanceOf(AccessDenied.class);

      assertThat(told).containsExactly(
          new Attempt(now, Optional.of(LI), "places.RegisterPlace", Optional.of(new CommandId("c1")),
              "NotPermitted.OfPermission", List.of()),
          new Attempt(now, Optional.of(LI), "cases.ReportCase", Optional.of(new CommandId("c2")), "UnknownPlace",
              List.of()),
          new Attempt(now, Optional.empty(), "places.RegisterPlace", Optional.of(new CommandId("c3")),
              "NotPermitted.OfCaller", List.of()),
          new Attempt(now, Optional.of(LI), "ledger.history", Optional.empty(), "NotPermitted.OfPermission",
              List.of()));
      assertThat(meters.counter("ledger.attempts.refused", "refusal", "NotPermitted.OfPermission").count())
          .isEqualTo(2);
      assertThat(meters.counter("ledger.attempts.refused", "refusal", "NotPermitted.OfCaller").count()).isEqualTo(1);
      assertThat(meters.counter("ledger.attempts.refused", "refusal", "UnknownPlace").count()).isEqualTo(1);
    }
  }

  @Test
  void refused_commands_change_nothing() throws IOException {
    long seed = 20241125;
    Random random = new Random(seed);
    List<Class<? extends Command>> commands = PermissionsOfRolesTest.types();
    List<String> roles = List.of("resident", "auditor", "mayor", "contractor", "grid worker");
    Path file = folder.resolve("one.ledger");
    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      receipt(ledger.record(registerEstate(), header("c1")));
      receipt(ledger.record(report("wall"), header("c2")));
      var head = ledger.reader().head();
      List<byte[]> bytes = bytes(file);
      int permitted = 0;

      for (int i = 0; i < 400; i++) {
        String role = roles.get(random.nextInt(roles.size()));
        Caller caller = Caller.of(LI, role).within(new PlaceId(random.nextBoolean() ? "nowhere" : "elsewhere"));
        Actor actor = Actor.of(random.nextInt(3) == 0 ? new PersonId("wang") : LI,
            random.nextInt(3) == 0 ? "subdistrict officer" : role);
        Command command = SampleCommands.of(commands.get(random.nextInt(commands.size())));
        if (!(command instanceof RegisterPerson || command instanceof RegisterHousehold
            || command instanceof MoveHouseholdMember || command instanceof GiveConsent
            || command instanceof WithdrawConsent)) { // those are for anywhere
          Outcome outcome = ledger.as(caller).record(command, Matters.header("r" + i, actor));
          assertThat(refusal(outcome).refusal()).as("seed %d, step %d", seed, i).isInstanceOf(NotPermitted.class);
        } else {
          permitted++;
        }
      }

      assertThat(permitted).isLessThan(100);
      assertThat(ledger.reader().head()).isEqualTo(head);
      assertThat(bytes(file)).usingRecursiveComparison().isEqualTo(bytes);
      assertThat(ledger.reader().log().read(Query.all(), 0, 10, 10)).hasSize(3);
      assertThat(ledger.reader().verify().english()).startsWith("intact, 3 entries");
    }
  }

  private static List<byte[]> bytes(Path file) throws IOException {
    Path wal = file.resolveSibling(file.getFileName() + "-wal");
    return List.of(Files.readAllBytes(file), Files.exists(wal) ? Files.readAllBytes(wal) : new byte[0]);
  }
}
