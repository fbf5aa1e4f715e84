package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.JULY;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.START;
import static org.communityledger.aid.AidScenario.UNION;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.july;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.Limit.Per;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseProgramme;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.ProgrammeRefusal.AlreadyOpened;
import org.communityledger.aid.ProgrammeRefusal.Flaw;
import org.communityledger.aid.ProgrammeRefusal.LimitInvalid;
import org.communityledger.aid.ProgrammeRefusal.ProgrammeClosed;
import org.communityledger.aid.ProgrammeRefusal.RoundClosed;
import org.communityledger.aid.ProgrammeRefusal.RoundOverlaps;
import org.communityledger.aid.ProgrammeRefusal.RoundStillOpen;
import org.communityledger.aid.ProgrammeRefusal.SponsorMissing;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownProgramme;
import org.communityledger.kernel.Unknown.UnknownRound;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningProgrammesTest {
  private static final ProgrammeId MEALS = new ProgrammeId("meals");
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final RoundId AUGUST = new RoundId("august");

  private final AidScenario scenario = new AidScenario();

  @Test
  void a_programme_is_found_under_its_sponsors_and_under_those_it_excludes() {
    scenario.given(OpenProgramme.of(MEALS, ProgrammeKind.MEAL, "错峰用餐", START, UNION));

    Terms terms = Terms.none().excluding(MEALS);
    scenario.when(kit().on(terms)).isAcceptedWith(new ProgrammeOpened(KIT, "清凉包", ProgrammeKind.GOODS,
        List.of(UNION), Unit.PERSON, terms, START, Optional.empty()));
    assertThat(scenario.tags(scenario.ledger.last())).containsExactlyInAnyOrder(KIT.tag(), MEALS.tag(), UNION.tag());
  }

  @Test
  void a_programme_is_opened_once_and_by_sponsors_that_are_registered() {
    scenario.when(OpenProgramme.of(KIT, ProgrammeKind.GOODS, "清凉包", START))
        .isRefusedWith(new SponsorMissing(KIT));
    scenario.when(OpenProgramme.of(KIT, ProgrammeKind.GOODS, "清凉包", START, new OrgId("nobody")))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    long opened = scenario.given(kit());

    scenario.when(kit()).isRefusedWith(new AlreadyOpened(KIT), opened);
  }

  @Test
  void terms_that_cannot_hold_are_refused() {
    refused(Terms.none().limitedTo(Limit.of(0, Per.ROUND)), Flaw.MAX_BELOW_ONE);
    refused(Terms.none().limitedTo(Limit.of(2, Per.ROUND).everyDays(0)), Flaw.INTERVAL_BELOW_ONE);
    refused(Terms.none().limitedTo(Limit.of(1, Per.PROGRAMME).everyDays(7)), Flaw.INTERVAL_WITHOUT_EFFECT);
    refused(Terms.none().withQuota(0), Flaw.QUOTA_BELOW_ONE);
    refused(Terms.none().withCrowds().withEntitlement(), Flaw.CROWD_NEEDS_NAMES);
    refused(Terms.none().withCrowds().withConsent(), Flaw.CROWD_NEEDS_NAMES);
    refused(Terms.none().excluding(KIT), Flaw.EXCLUDES_ITSELF);
    scenario.when(kit().on(Terms.none().excluding(MEALS)))
        .isRefusedForLackOf("programme:meals in ProgrammeOpened", new UnknownProgramme(MEALS));
  }

  private void refused(Terms terms, Flaw flaw) {
    scenario.when(kit().on(terms)).isRefusedWith(new LimitInvalid(KIT, flaw));
  }

  @Test
  void who_takes_part_under_a_surrogate_is_not_recognised_elsewhere() {
    OpenProgramme screening = OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", START, UNION);
    long opened = scenario.given(screening);

    scenario.when(kit().on(Terms.none().excluding(SCREENING)))
        .isRefusedWith(new LimitInvalid(KIT, Flaw.EXCLUDES_SURROGATES), opened);
    scenario.given(kit());
    scenario.when(new ChangeTerms(SCREENING, Terms.none().excluding(KIT)))
        .isRefusedWith(new LimitInvalid(SCREENING, Flaw.EXCLUDES_SURROGATES));
    scenario.when(new ChangeTerms(SCREENING, Terms.none().withCrowds()))
        .isRefusedWith(new LimitInvalid(SCREENING, Flaw.CROWD_NEEDS_NAMES));
    assertThatIllegalArgumentException().isThrownBy(screening::forHouseholds);
  }

  @Test
  void terms_have_versions_and_say_which_programmes_they_let_go() {
    scenario.given(OpenProgramme.of(MEALS, ProgrammeKind.MEAL, "错峰用餐", START, UNION));
    scenario.given(kit().on(Terms.none().excluding(MEALS)));

    scenario.when(new ChangeTerms(KIT, Terms.none().withQuota(40)))
        .isAcceptedWith(new TermsChanged(KIT, 2, Terms.none().withQuota(40), List.of(MEALS)));
    assertThat(scenario.tags(scenario.ledger.last())).containsExactlyInAnyOrder(KIT.tag(), MEALS.tag());
    scenario.when(new ChangeTerms(KIT, Terms.none()))
        .isAcceptedWith(new TermsChanged(KIT, 3, Terms.none(), List.of()));
    scenario.when(new ChangeTerms(SCREENING, Terms.none()))
        .isRefusedForLackOf("programme:screening in ProgrammeClosed|ProgrammeOpened|TermsChanged",
            new UnknownProgramme(SCREENING));
  }

  @Test
  void a_round_keeps_the_terms_in_force_when_it_opens() {
    scenario.given(kit());
    long changed = scenario.given(new ChangeTerms(KIT, Terms.none().withQuota(40)));

    scenario.when(july()).isAcceptedWith(new RoundOpened(JULY, KIT, "七月", START, Optional.of(on(7, 31)), 2,
        scenario.ledger.id(changed)));
    assertThat(scenario.tags(scenario.ledger.last())).containsExactlyInAnyOrder(JULY.tag(), KIT.tag(),
        scenario.ledger.id(changed).tag());
    scenario.whenRetracted(changed).isRefusedWith(new DependentEvents(scenario.ledger.id(changed)), changed + 1);
  }

  @Test
  void rounds_of_a_programme_share_no_day() {
    scenario.given(kit());
    long july = scenario.given(july());

    scenario.when(round(on(7, 31), Optional.empty())).isRefusedWith(new RoundOverlaps(AUGUST, JULY), july);
    scenario.when(round(on(7, 15), Optional.of(on(7, 16)))).isRefusedWith(new RoundOverlaps(AUGUST, JULY), july);
    scenario.when(round(on(8, 1), Optional.empty())).isAccepted();
  }

  @Test
  void rounds_that_may_share_no_day_are_not_refused() {
    scenario.given(kit());
    scenario.given(july());

    When someTime = When.during(LocalDate.of(2024, 7, 20), LocalDate.of(2024, 8, 5));
    scenario.when(round(someTime, Optional.empty())).isAccepted();
  }

  @Test
  void a_round_without_an_end_is_over_when_it_is_closed() {
    scenario.given(kit());
    long july = scenario.given(new OpenRound(JULY, KIT, "七月", START, Optional.empty()));
    scenario.when(round(on(8, 1), Optional.empty())).isRefusedWith(new RoundOverlaps(AUGUST, JULY), july);

    scenario.given(new CloseRound(JULY), on(7, 31));

    scenario.when(round(on(8, 1), Optional.empty())).isAccepted();
  }

  private static OpenRound round(When from, Optional<When> to) {
    return new OpenRound(AUGUST, KIT, "八月", from, to);
  }

  @Test
  void a_round_is_opened_once_in_a_programme_that_is_open() {
    scenario.when(july()).isRefusedForLackOf("programme:kit in ProgrammeClosed|ProgrammeOpened|TermsChanged",
        new UnknownProgramme(KIT));
    scenario.given(kit());
    long july = scenario.given(july());

    scenario.when(july()).isRefusedWith(new AlreadyOpened(JULY), july);
    scenario.when(new CloseRound(AUGUST)).isRefusedForLackOf("round:august in RoundOpened", new UnknownRound(AUGUST));
    long closed = scenario.given(new CloseRound(JULY));
    scenario.when(new CloseRound(JULY)).isRefusedWith(new RoundClosed(JULY), closed);
  }

  @Test
  void a_programme_closes_after_its_rounds() {
    scenario.given(kit());
    long july = scenario.given(july());
    scenario.when(new CloseProgramme(KIT)).isRefusedWith(new RoundStillOpen(KIT, List.of(JULY)), july);
    scenario.given(new CloseRound(JULY));

    long closed = scenario.given(new CloseProgramme(KIT));

    scenario.when(new CloseProgramme(KIT)).isRefusedWith(new ProgrammeClosed(KIT), closed);
    scenario.when(round(on(8, 1), Optional.empty())).isRefusedWith(new ProgrammeClosed(KIT), closed);
    scenario.when(new ChangeTerms(KIT, Terms.none())).isRefusedWith(new ProgrammeClosed(KIT), closed);
  }

  @Test
  void what_was_given_after_a_closing_that_comes_late_has_lost_its_ground() {
    scenario.given(kit());
    scenario.given(july());
    long given = scenario.given(bottle(FIRST, RIDER).in(JULY), on(7, 20));

    scenario.given(new CloseRound(JULY), on(7, 18));

    LateConflict conflict = scenario.event(scenario.ledger.last(), LateConflict.class);
    assertThat(conflict).isEqualTo(new LateConflict(JULY.tag(), scenario.ledger.id(given),
        scenario.ledger.id(scenario.ledger.last() - 1), "RoundClosed"));
  }

  @Test
  void a_programme_is_not_taken_back_from_under_what_was_given() {
    long opened = scenario.given(kit());
    long given = scenario.given(bottle(FIRST, RIDER));

    assertThat(scenario.event(given, Delivered.class).ground()).isEqualTo(scenario.ledger.id(opened));
    scenario.whenRetracted(opened).isRefusedWith(new DependentEvents(scenario.ledger.id(opened)), given);
    assertThat(scenario.tags(given)).doesNotContain(KIT.tag()).contains(Tag.parse("quota:kit:-"));
  }
}
