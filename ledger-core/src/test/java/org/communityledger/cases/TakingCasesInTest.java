package org.communityledger.cases;

import static org.communityledger.cases.CaseScenario.CLERK;
import static org.communityledger.cases.CaseScenario.ESTATE;
import static org.communityledger.cases.CaseScenario.OFFICE;
import static org.communityledger.cases.CaseScenario.POLICY;
import static org.communityledger.cases.CaseScenario.WALL;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseEvent.AppliedPolicy;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseRefusal.AlreadyDefined;
import org.communityledger.cases.CaseRefusal.AlreadyReported;
import org.communityledger.cases.CaseRefusal.ReferralMissing;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.Unknown.UnknownPolicy;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingCasesInTest {
  private static final OrgId NOBODY = new OrgId("nobody");

  private final CaseScenario scenario = new CaseScenario();
  private final EventId policyDefined = scenario.id(3);

  @Test
  void a_report_keeps_its_extent_as_inexact_as_it_was() {
    Optional<Tally> extent = Optional.of(Tally.atLeast(400, Unit.METRE).asStated("400多米"));

    scenario.when(report(ESTATE, extent, Optional.of(OFFICE))).isAcceptedWith(new CaseReported(WALL, CaseKind.HAZARD,
        "wall", ESTATE, extent, Severity.HIGH, Optional.empty(), Optional.of(OFFICE), Channel.PATROL, Optional.empty(),
        Optional.empty()));
  }

  @Test
  void a_case_is_reported_once() {
    long first = scenario.wallAt(Stage.ACCEPTED) - 1;

    scenario.when(CaseScenario.report(WALL, Severity.HIGH)).isRefusedWith(new AlreadyReported(WALL), first);
  }

  @Test
  void a_case_lies_at_a_registered_place() {
    PlaceId nowhere = new PlaceId("nowhere");

    scenario.when(report(nowhere, Optional.empty(), Optional.empty()))
        .isRefusedForLackOf("place:nowhere in PlaceRegistered", new UnknownPlace(nowhere));
  }

  @Test
  void a_reporter_who_is_named_is_registered() {
    PersonId stranger = new PersonId("stranger");

    scenario.when(report(ESTATE, Optional.empty(), Optional.of(stranger)))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(stranger));
  }

  @Test
  void the_due_date_follows_from_the_day_of_acceptance() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept(), When.on(LocalDate.of(2024, 7, 20)))
        .isAcceptedWith(accepted(1, policyDefined, Optional.of(LocalDate.of(2024, 7, 27))));
  }

  @Test
  void the_due_date_of_an_inexact_acceptance_follows_from_its_last_possible_day() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept(), When.during(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 10)))
        .isAcceptedWith(accepted(1, policyDefined, Optional.of(LocalDate.of(2024, 7, 17))));
  }

  @Test
  void the_due_date_of_an_acceptance_that_may_still_be_going_on_follows_from_today() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept(), When.inYear(2024))
        .isAcceptedWith(accepted(1, policyDefined, Optional.of(LocalDate.of(2024, 8, 9))));
  }

  @Test
  void the_due_date_of_an_undated_acceptance_follows_from_today() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept(), When.unknown())
        .isAcceptedWith(accepted(1, policyDefined, Optional.of(LocalDate.of(2024, 8, 9))));
  }

  @Test
  void acceptance_uses_the_newest_version_of_the_policy() {
    long second = scenario.given(new DefineSlaPolicy(POLICY, 2, Map.of("wall", 3)));
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept())
        .isAcceptedWith(accepted(2, scenario.id(second), Optional.of(LocalDate.of(2024, 8, 5))));
  }

  @Test
  void a_category_the_policy_leaves_out_has_no_due_date() {
    long second = scenario.given(new DefineSlaPolicy(POLICY, 2, Map.of("noise", 3)));
    scenario.wallAt(Stage.REPORTED);

    scenario.when(CaseScenario.accept()).isAcceptedWith(accepted(2, scenario.id(second), Optional.empty()));
  }

  @Test
  void without_a_policy_there_is_no_due_date() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new AcceptCase(WALL, OFFICE, Optional.empty()))
        .isAcceptedWith(new CaseAccepted(WALL, OFFICE, Optional.empty(), Optional.empty()));
  }

  @Test
  void the_owner_is_registered() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new AcceptCase(WALL, NOBODY, Optional.empty()))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(NOBODY));
  }

  @Test
  void the_policy_is_defined() {
    PolicyId none = new PolicyId("none");
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new AcceptCase(WALL, OFFICE, Optional.of(none)))
        .isRefusedForLackOf("policy:none in SlaPolicyDefined", new UnknownPolicy(none));
  }

  @Test
  void a_version_of_a_policy_is_defined_once() {
    scenario.when(new DefineSlaPolicy(POLICY, 1, Map.of("wall", 30))).isRefusedWith(new AlreadyDefined(POLICY, 1, 1),
        3);
  }

  @Test
  void a_case_that_is_somebody_elses_business_is_referred_to_them() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new DeclineCase(WALL, DeclineGround.NOT_RESPONSIBLE, Optional.of(OFFICE)))
        .isAcceptedWith(new CaseDeclined(WALL, DeclineGround.NOT_RESPONSIBLE, Optional.of(OFFICE)));
  }

  @Test
  void a_case_is_not_declined_as_somebody_elses_business_without_saying_whose() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new DeclineCase(WALL, DeclineGround.NOT_RESPONSIBLE, Optional.empty()))
        .isRefusedWith(new ReferralMissing(WALL));
  }

  @Test
  void a_case_is_referred_to_a_registered_organisation() {
    scenario.wallAt(Stage.REPORTED);

    scenario.when(new DeclineCase(WALL, DeclineGround.NOT_RESPONSIBLE, Optional.of(NOBODY)), CLERK)
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(NOBODY));
  }

  private static CaseAccepted accepted(int version, EventId definition, Optional<LocalDate> dueBy) {
    return new CaseAccepted(WALL, OFFICE, Optional.of(new AppliedPolicy(POLICY, version, definition)), dueBy);
  }

  private static ReportCase report(PlaceId place, Optional<Tally> extent, Optional<Party> reporter) {
    return new ReportCase(WALL, CaseKind.HAZARD, "wall", place, extent, Severity.HIGH, Optional.empty(), reporter,
        Channel.PATROL, Optional.empty(),
        Optional.empty());
  }
}
