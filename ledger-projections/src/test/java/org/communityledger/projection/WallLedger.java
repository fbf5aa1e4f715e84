package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DefineSlaPolicy;
import org.communityledger.cases.Severity;
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
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/**
 * A ledger in a file with a place, two organisations and a policy; all is recorded on 5 August 2024
 * unless it is told otherwise.
 */
public final class WallLedger implements AutoCloseable {
  public static final CaseId WALL = new CaseId("wall");
  public static final CaseId RAILING = new CaseId("railing");
  public static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  public static final OrgId OFFICE = new OrgId("kaiyuan");
  public static final OrgId GUODONG = new OrgId("guodong");
  public static final PolicyId POLICY = new PolicyId("fix-fast");
  public static final LocalDate TODAY = LocalDate.of(2024, 8, 5);
  public static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk").onBehalfOf(OFFICE);
  public static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office").onBehalfOf(OFFICE);
  public static final Actor RESIDENT = Actor.of(new PersonId("resident"), "resident");

  /** 01:00 of {@link #TODAY} in Shanghai: views must count days there, not in UTC. */
  public static final Instant NOW = Instant.parse("2024-08-04T17:00:00Z");

  /** The founding and what is registered here. */
  private static final int SIZE = 5;

  private final AtomicReference<Instant> time;
  private final Ledger ledger;
  private String session = "";
  private int commands;
  private int approvals;

  private WallLedger(AtomicReference<Instant> time, Ledger ledger) {
    this.time = time;
    this.ledger = ledger;
  }

  /** Opens the ledger in the folder, however far it was recorded before. */
  public static WallLedger in(Path folder) {
    AtomicReference<Instant> time = new AtomicReference<>(NOW);
    WallLedger wall = new WallLedger(time,
        Ledger.at(folder.resolve("wall.ledger")).unrestricted().clock(time::get).origin("ledger.example.org/wall")
            .open());
    wall.given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true));
    wall.given(new RegisterOrg(OFFICE, "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty()));
    wall.given(new RegisterOrg(GUODONG, "COMPANY", "国栋物业", true, Optional.empty(), Optional.empty()));
    wall.given(new DefineSlaPolicy(POLICY, 1, Map.of("wall", 7)));
    wall.session = wall.ledger.reader().size() == SIZE ? "" : "s" + wall.ledger.reader().size();
    return wall;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Records what comes next at another time. */
  public void timeIs(Instant instant) {
    time.set(instant);
  }

  public Replay replay() {
    return Replay.of(ledger.reader());
  }

  /** Records a command of today that must be accepted; returns the id of its first event. */
  public EventId given(Command command) {
    return given(command, When.on(TODAY));
  }

  /** Records a command of today for a reason; it must be accepted. */
  public EventId given(Command command, String reason) {
    return accepted(ledger.record(command, header(CLERK, When.on(TODAY)).because(reason)));
  }

  public EventId given(Command command, When occurred) {
    return given(command, CLERK, occurred);
  }

  public EventId given(Command command, Actor by, When occurred) {
    return accepted(asked(command, by, occurred));
  }

  private static EventId accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).receipt().entries().get(0).eventId();
  }

  /** Asks for something; it may be refused. */
  public Outcome asked(Command command, Actor by, When occurred) {
    return ledger.record(command, header(by, occurred));
  }

  /** Asks for something for a reason; it may be refused. */
  public Outcome asked(Command command, Actor by, When occurred, String reason) {
    return ledger.record(command, header(by, occurred).because(reason));
  }

  private Header header(Actor by, When occurred) {
    Source source = Source.of(Source.Kind.FIRST_HAND, "test");
    return Header.of(new CommandId(session + "c" + commands++), by, occurred, source);
  }

  public ApprovalId approved(String what, CaseId target) {
    ApprovalId approval = new ApprovalId(session + "a" + approvals++);
    given(new GiveApproval(approval, what, target.tag(), Optional.empty()), CHIEF, When.on(TODAY));
    return approval;
  }

  /** Takes an event back and records others in its place, if that is allowed. */
  public Optional<Receipt> retracted(EventId event, Replacement... replacements) {
    ApprovalId approval = new ApprovalId(session + "a" + approvals++);
    given(new GiveApproval(approval, "records.RetractEvent", event.tag(), Optional.empty()), RESIDENT, When.on(TODAY));
    Outcome outcome = asked(new RetractEvent(event, approval, List.of(replacements)), CLERK, When.on(TODAY));
    return outcome instanceof Outcome.Accepted accepted ? Optional.of(accepted.receipt()) : Optional.empty();
  }

  public static ReportCase report(CaseId id) {
    return ReportCase.of(id, CaseKind.HAZARD, "wall", ESTATE, Severity.LOW, Channel.PATROL);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
