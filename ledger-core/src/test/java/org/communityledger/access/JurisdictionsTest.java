package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.DAY;
import static org.communityledger.testing.Matters.refusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.LedgerSession;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityKind;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DefineSlaPolicy;
import org.communityledger.cases.Severity;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.parties.PartyCommand.RecordAlias;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree: street (#1) - north (#2) - estate (#3) - house (#4), and south (#5) beside north. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JurisdictionsTest {
  private static final PlaceId STREET = new PlaceId("street");
  private static final PlaceId NORTH = new PlaceId("north");
  private static final PlaceId ESTATE = new PlaceId("estate");
  private static final PlaceId HOUSE = new PlaceId("house");
  private static final PlaceId SOUTH = new PlaceId("south");
  private static final OrgId HOST = new OrgId("host");
  private static final Caller OFFICER = Caller.of(new PersonId("officer"), "subdistrict officer");
  private static final Caller OF_NORTH = Caller.of(new PersonId("worker"), "grid worker").within(NORTH);
  private static final Caller CHIEF_OF_NORTH = Caller.of(new PersonId("chief"), "subdistrict officer").within(NORTH);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void with_places() {
    ledger = Ledger.at(folder.resolve("one.ledger")).open();
    register(STREET, Optional.empty());
    register(NORTH, Optional.of(STREET));
    register(ESTATE, Optional.of(NORTH));
    register(HOUSE, Optional.of(ESTATE));
    register(SOUTH, Optional.of(STREET));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void register(PlaceId place, Optional<PlaceId> parent) {
    assertThat(send(OFFICER, place(place, parent))).isInstanceOf(Outcome.Accepted.class);
  }

  private static RegisterPlace place(PlaceId place, Optional<PlaceId> parent) {
    return new RegisterPlace(place, "AREA", "云栖苑", parent, true);
  }

  private static ReportCase report(String id, PlaceId place) {
    return ReportCase.of(new CaseId(id), CaseKind.HAZARD, "leaning-wall", place, Severity.HIGH, Channel.PATROL);
  }

  private Outcome send(Caller caller, Command command) {
    LedgerSession session = ledger.as(caller);
    return session.record(command, session.header(When.on(DAY), Source.of(Source.Kind.FORM, "F-12")));
  }

  private void requireOutside(Outcome outcome, String act, PlaceId place, long cause) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(
        new NotPermitted(act, new Lack.OfJurisdiction(place, NORTH)), List.of(cause), Optional.empty()));
  }

  @Test
  void a_place_and_all_places_below_it_are_within() {
    assertThat(send(OF_NORTH, report("here", NORTH))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(OF_NORTH, report("below", ESTATE))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(OF_NORTH, report("deep", HOUSE))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void places_beside_and_above_are_outside() {
    requireOutside(send(OF_NORTH, report("beside", SOUTH)), "cases.ReportCase", SOUTH, 5);
    requireOutside(send(OF_NORTH, report("above", STREET)), "cases.ReportCase", STREET, 1);
  }

  @Test
  void whoever_has_no_jurisdiction_may_act_everywhere() {
    Caller worker = new Caller(OF_NORTH.who(), OF_NORTH.roles(), Optional.empty(), OF_NORTH.actsFor());

    assertThat(send(worker, report("beside", SOUTH))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(worker, report("above", STREET))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_place_that_is_not_registered_is_outside() {
    Outcome.Refused refused = refusal(send(OF_NORTH, report("lost", new PlaceId("atlantis"))));

    assertThat(refused.refusal()).isEqualTo(new NotPermitted("cases.ReportCase",
        new Lack.OfJurisdiction(new PlaceId("atlantis"), NORTH)));
    assertThat(refused.causes()).isEmpty();
    assertThat(refused.absence()).contains(new Outcome.Absence("place:atlantis in PlaceRegistration", 5));
  }

  @Test
  void a_case_lies_where_its_report_says() {
    send(OFFICER, report("south-wall", SOUTH));
    send(OFFICER, report("deep-wall", HOUSE));

    assertThat(send(OF_NORTH, fence("deep-wall"))).isInstanceOf(Outcome.Accepted.class);
    requireOutside(send(OF_NORTH, fence("south-wall")), "cases.TakeInterimMeasure", SOUTH, 6);
  }

  private static TakeInterimMeasure fence(String id) {
    return new TakeInterimMeasure(new CaseId(id), "fence-off");
  }

  @Test
  void a_case_nobody_reported_is_outside() {
    Outcome.Refused refused = refusal(send(OF_NORTH, fence("nothing")));

    assertThat(refused.refusal())
        .isEqualTo(new NotPermitted("cases.TakeInterimMeasure", new Lack.OfPlace(NORTH)));
    assertThat(refused.absence()).contains(new Outcome.Absence("case:nothing in Locatable", 5));
  }

  @Test
  void an_activity_lies_where_it_is_planned_and_so_does_all_that_is_recorded_of_it() {
    send(OFFICER, new RegisterOrg(HOST, "OFFICE", "host", true, Optional.empty(), Optional.empty()));
    PlanActivity talk = PlanActivity.of(new ActivityId("talk"), ActivityKind.LECTURE, "talk", HOST);
    requireOutside(send(CHIEF_OF_NORTH, talk.at(SOUTH)), "activities.PlanActivity", SOUTH, 5);
    assertThat(send(CHIEF_OF_NORTH, talk.at(HOUSE))).isInstanceOf(Outcome.Accepted.class);
    Outcome held = send(CHIEF_OF_NORTH, HoldActivity.of(talk.activity()));
    assertThat(held).isInstanceOf(Outcome.Accepted.class);
    EventId holding = ((Outcome.Accepted) held).receipt().entries().getFirst().eventId();
    assertThat(send(CHIEF_OF_NORTH, new GiveApproval(new ApprovalId("take-back"), "records.RetractEvent",
        holding.tag(), Optional.empty()))).isInstanceOf(Outcome.Accepted.class);

    send(OFFICER, PlanActivity.of(new ActivityId("walk"), ActivityKind.TOUR, "walk", HOST));
    assertThat(refusal(send(CHIEF_OF_NORTH, HoldActivity.of(new ActivityId("walk")))).refusal())
        .isEqualTo(new NotPermitted("activities.HoldActivity", new Lack.OfPlace(NORTH)));
  }

  @Test
  void appointments_and_honours_lie_where_an_organisation_has_its_office() {
    OrgId southern = new OrgId("southern");
    AppointmentId there = new AppointmentId("there");
    AppointmentId here = new AppointmentId("here");
    send(OFFICER, new RegisterOrg(HOST, "OFFICE", "host", true, Optional.empty(), Optional.of(HOUSE)));
    send(OFFICER, new RegisterOrg(southern, "OFFICE", "southern", true, Optional.empty(), Optional.of(SOUTH)));
    requireOutside(send(CHIEF_OF_NORTH, adviser(there, southern)), "membership.Appoint", SOUTH, 7);
    assertThat(send(OFFICER, adviser(there, southern))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(CHIEF_OF_NORTH, adviser(here, HOST))).isInstanceOf(Outcome.Accepted.class);

    requireOutside(send(CHIEF_OF_NORTH, new EndAppointment(there)), "membership.EndAppointment", SOUTH, 8);
    assertThat(send(CHIEF_OF_NORTH, new EndAppointment(here))).isInstanceOf(Outcome.Accepted.class);
    requireOutside(send(CHIEF_OF_NORTH, new GrantHonour(new HonourId("plaque"), "helper", HOST, southern, "plaque")),
        "membership.GrantHonour", SOUTH, 7);
    assertThat(send(CHIEF_OF_NORTH, new GrantHonour(new HonourId("plaque"), "helper", southern, HOST, "plaque")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private static Appoint adviser(AppointmentId id, OrgId at) {
    return new Appoint(id, Optional.empty(), "adviser", at.tag(), HOST, When.on(DAY), Optional.empty());
  }

  @Test
  void new_places_are_registered_within() {
    assertThat(send(CHIEF_OF_NORTH, place(new PlaceId("yard"), Optional.of(HOUSE))))
        .isInstanceOf(Outcome.Accepted.class);
    requireOutside(send(CHIEF_OF_NORTH, place(new PlaceId("lane"), Optional.of(SOUTH))), "places.RegisterPlace", SOUTH,
        5);
    assertThat(refusal(send(CHIEF_OF_NORTH, place(new PlaceId("city"), Optional.empty()))).refusal())
        .isEqualTo(new NotPermitted("places.RegisterPlace", new Lack.OfPlace(NORTH)));
  }

  @Test
  void sites_and_assets_and_frames_lie_where_they_are() {
    OrgId union = new OrgId("union");
    SiteId station = new SiteId("station");
    AssetId railing = new AssetId("railing");
    FrameId lifts = new FrameId("lifts");
    send(OFFICER, new RegisterOrg(union, "UNION", "工会", true, Optional.empty(), Optional.empty())); // #6
    send(OFFICER, OpenSite.of(station, "STATION", SOUTH, union)); // #7
    send(OFFICER, InstallAsset.of(railing, "RAILING", SOUTH)); // #8
    send(OFFICER, new DeclareFrame(lifts, "lifts", SOUTH, Tally.exact(70, Unit.LIFT), List.of(), DAY)); // #9

    requireOutside(send(CHIEF_OF_NORTH, new CloseSite(station)), "places.CloseSite", SOUTH, 7);
    requireOutside(send(CHIEF_OF_NORTH, new AssignSteward(railing, union, DAY, Optional.empty())),
        "places.AssignSteward", SOUTH, 8);
    requireOutside(send(CHIEF_OF_NORTH, new ReviseFrame(lifts, Tally.exact(71, Unit.LIFT), List.of(), DAY)),
        "places.ReviseFrame", SOUTH, 9);
  }

  @Test
  void a_batch_is_within_only_if_all_of_it_is() {
    OrgId union = new OrgId("union");
    send(OFFICER, new RegisterOrg(union, "UNION", "工会", true, Optional.empty(), Optional.empty()));
    OpenSite here = OpenSite.of(new SiteId("here"), "STATION", ESTATE, union);
    OpenSite beside = OpenSite.of(new SiteId("beside"), "STATION", SOUTH, union);

    requireOutside(send(CHIEF_OF_NORTH, new OpenSites(List.of(here, beside))), "places.OpenSites", SOUTH, 5);
    assertThat(send(CHIEF_OF_NORTH, new OpenSites(List.of(here)))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void names_and_claims_are_those_of_organisations_and_places_within() {
    OrgId here = new OrgId("here");
    OrgId there = new OrgId("there");
    send(OFFICER, org(here, HOUSE));
    send(OFFICER, org(there, SOUTH));

    assertThat(send(CHIEF_OF_NORTH, new RecordAlias(here.tag(), "A", true))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(CHIEF_OF_NORTH, new RecordAlias(ESTATE.tag(), "B", true))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(CHIEF_OF_NORTH, claim(here))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(OFFICER, claim(there))).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(CHIEF_OF_NORTH, new WithdrawAttestation(ledger.reader().event(10).id())))
        .isInstanceOf(Outcome.Accepted.class);
    requireOutside(send(CHIEF_OF_NORTH, new RecordAlias(there.tag(), "C", true)), "parties.RecordAlias", SOUTH, 7);
    requireOutside(send(CHIEF_OF_NORTH, new RecordAlias(SOUTH.tag(), "D", true)), "parties.RecordAlias", SOUTH, 5);
    requireOutside(send(CHIEF_OF_NORTH, claim(there)), "records.Attest", SOUTH, 7);
    requireOutside(send(CHIEF_OF_NORTH, new WithdrawAttestation(ledger.reader().event(11).id())),
        "records.WithdrawAttestation", SOUTH, 7);
  }

  private static RegisterOrg org(OrgId org, PlaceId place) {
    return new RegisterOrg(org, "COMPANY", org.value(), true, Optional.empty(), Optional.of(place));
  }

  private static Attest claim(OrgId org) {
    return new Attest("cases.open", Claim.of(Tally.exact(9, Unit.ITEM)), DAY, org);
  }

  @Test
  void what_concerns_all_places_is_for_those_who_may_act_everywhere() {
    DefineSlaPolicy policy = new DefineSlaPolicy(new PolicyId("sla"), 1, Map.of("leaning-wall", 30));

    assertThat(refusal(send(CHIEF_OF_NORTH, policy)).refusal())
        .isEqualTo(new NotPermitted("cases.DefineSlaPolicy", new Lack.OfReach(NORTH)));
    assertThat(send(OFFICER, policy)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void acts_are_approved_and_events_retracted_where_the_things_lie() {
    send(OFFICER, report("south-wall", SOUTH));
    send(OFFICER, report("deep-wall", HOUSE));
    EventId ofSouth = ledger.reader().event(6).id();
    EventId ofNorth = ledger.reader().event(7).id();

    requireOutside(send(CHIEF_OF_NORTH, approve("a1", "cases.CloseCase", new CaseId("south-wall").tag())),
        "records.GiveApproval", SOUTH, 6);
    requireOutside(send(CHIEF_OF_NORTH, approve("a2", "records.RetractEvent", ofSouth.tag())), "records.GiveApproval",
        SOUTH, 6);
    requireOutside(send(OF_NORTH, new RetractEvent(ofSouth, new ApprovalId("a2"), List.of())), "records.RetractEvent",
        SOUTH, 6);
    assertThat(send(CHIEF_OF_NORTH, approve("a3", "records.RetractEvent", ofNorth.tag())))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(send(OF_NORTH, new RetractEvent(ofNorth, new ApprovalId("a3"), List.of())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private static GiveApproval approve(String id, String what, Tag target) {
    return new GiveApproval(new ApprovalId(id), what, target, Optional.empty());
  }

  @Test
  void a_corrected_place_lies_where_the_correction_says() {
    send(OFFICER, report("deep-wall", HOUSE));
    EventId registration = ledger.reader().event(4).id();
    send(CHIEF_OF_NORTH, approve("a1", "records.RetractEvent", registration.tag()));

    Outcome corrected = send(OFFICER, new RetractEvent(registration, new ApprovalId("a1"),
        List.of(new Replacement(place(HOUSE, Optional.of(STREET)), Optional.empty()))));

    assertThat(corrected).isInstanceOf(Outcome.Accepted.class);
    requireOutside(send(OF_NORTH, fence("deep-wall")), "cases.TakeInterimMeasure", HOUSE, 6);
    assertThat(send(Caller.of(OF_NORTH.who(), "grid worker").within(STREET), fence("deep-wall")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_correction_brings_nothing_in_that_its_author_may_not_send() {
    send(OFFICER, report("deep-wall", HOUSE));
    EventId reported = ledger.reader().event(6).id();
    send(CHIEF_OF_NORTH, approve("a1", "records.RetractEvent", reported.tag()));

    Outcome elsewhere = send(OF_NORTH, new RetractEvent(reported, new ApprovalId("a1"),
        List.of(new Replacement(report("deep-wall", SOUTH), Optional.empty()))));
    Outcome approving = send(OF_NORTH, new RetractEvent(reported, new ApprovalId("a1"),
        List.of(new Replacement(approve("a2", "cases.CloseCase", new CaseId("deep-wall").tag()), Optional.empty()))));

    requireOutside(elsewhere, "cases.ReportCase", SOUTH, 5);
    assertThat(refusal(approving).refusal()).isEqualTo(new NotPermitted("records.GiveApproval",
        new Lack.OfPermission(List.of("grid worker"),
            List.of("subdistrict officer", "programme officer", "data officer"))));
  }

  @Test
  void a_circle_of_places_recorded_without_rules_has_no_way_out() {
    PlaceId left = new PlaceId("left");
    PlaceId right = new PlaceId("right");
    Caller importer = Caller.of(new PersonId("importer"), "data officer");
    Header header = ledger.header(Actor.of(new PersonId("old-clerk"), "clerk"), When.on(DAY),
        Source.of(Source.Kind.IMPORT, "old"));
    ledger.as(importer).history().append(header,
        List.of(new PlaceRegistered(left, "AREA", "左", Optional.of(right), true),
            new PlaceRegistered(right, "AREA", "右", Optional.of(left), true)));

    requireOutside(send(OF_NORTH, report("round", left)), "cases.ReportCase", left, 6);
  }
}
