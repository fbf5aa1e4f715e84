package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.projection.AsOf.Knowledge;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.records.Reconciliation;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Claims whose unit follows from a label or a frame, sent through the rules and held against what is counted. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciledPlacesAndActivitiesTest {
  private static final List<Projection<?, ?>> COUNTING = List.of(new SiteDirectory(), new AssetRegister(),
      new Coverage(), new ActivityLog(), new Participation());
  private static final OrgId DISTRICT = new OrgId("pingcheng-district");
  private static final String COVERED = "coverage.units{frame=shops}";
  private static final String LIFTS = "coverage.units{frame=lifts}";

  @Test
  void sites_and_assets_agree_or_are_short(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);

    attest(ledger, "sites.open{kind=CARING_CORNER}", Claim.of(items(2)), today(ledger));
    attest(ledger, "sites.open{kind=STATION}", Claim.of(items(9)), today(ledger));
    attest(ledger, "assets.live", Claim.of(items(10)), today(ledger));
    attest(ledger, "assets.quantity{kind=RAILING,unit=PIECE}", Claim.of(Tally.exact(1, Unit.PIECE)), today(ledger));

    assertThat(verdicts(ledger)).containsExactly(
        "assets.live SHORT",
        "assets.quantity{kind=RAILING,unit=PIECE} AGREES",
        "sites.open{kind=CARING_CORNER} AGREES",
        "sites.open{kind=STATION} UNCOUNTED");
  }

  @Test
  void so_many_of_so_many_is_compared_part_by_part_and_whole_by_whole(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
    LocalDate today = today(ledger);

    attest(ledger, COVERED, of(2, 3, Unit.SHOP), today);
    attest(ledger, COVERED, of(3, 3, Unit.SHOP), today);
    attest(ledger, COVERED, of(1, 3, Unit.SHOP), today);
    attest(ledger, COVERED, of(2, 4, Unit.SHOP), today);
    attest(ledger, COVERED, of(2, 2, Unit.SHOP), today);
    attest(ledger, COVERED, of(2, 3, Unit.LIFT), today);

    assertThat(said(ledger)).extracting(Line::verdict).containsExactly(Verdict.AGREES, Verdict.SHORT, Verdict.OVER,
        Verdict.SHORT, Verdict.OVER, Verdict.UNCOUNTED);
    assertThat(said(ledger)).extracting(Line::counted).containsOnly(Optional.of(Figure.of(
        new Ratio(Tally.exact(2, Unit.SHOP), Tally.exact(3, Unit.SHOP), "shops of the street"))));
  }

  @Test
  void of_a_frame_that_nothing_covers_nothing_is_counted(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
    LocalDate today = today(ledger);
    ledger.when(new DeclareFrame(new FrameId("lifts"), "lifts of the estate", PlaceHistory.STREET,
        Tally.exact(70, Unit.LIFT), List.of(), today));

    attest(ledger, LIFTS, of(70, 70, Unit.LIFT), today);
    attest(ledger, LIFTS, of(0, 70, Unit.LIFT), today);

    assertThat(said(ledger)).extracting(Line::verdict).containsExactly(Verdict.UNCOUNTED, Verdict.AGREES);
  }

  @Test
  void what_was_tallied_agrees_with_more_than_so_many_and_is_over_once_it_is_corrected(LedgerScenario ledger) {
    ActivityHistory.tell(ledger);
    LocalDate today = today(ledger);
    ledger.given(new OrgRegistered(DISTRICT, "GOVERNMENT", "平城区", true, Optional.empty(), Optional.empty()));

    attest(ledger, "activities.materials{activity=court-outreach,unit=COPY}",
        Claim.of(Tally.atLeast(200, Unit.COPY)), today);
    attest(ledger, "activities.consultations{activity=court-outreach,unit=PERSON_TIME}",
        Claim.of(Tally.atLeast(10, Unit.PERSON_TIME)), today);
    attest(ledger, "activities.consultations{unit=PERSON_TIME}", Claim.of(Tally.exact(9, Unit.PERSON_TIME)), today);
    attest(ledger, "activities.attendanceCounted{activity=speech-contest,party=household}",
        Claim.of(Tally.exact(4, Unit.HOUSEHOLD)), today);
    attest(ledger, "activities.topics{activity=speech-contest}", Claim.of(Tally.exact(3, Unit.PIECE)), today);
    attest(ledger, "participation.times{party=person}", Claim.of(Tally.exact(3, Unit.PERSON_TIME)), today);

    assertThat(verdicts(ledger)).containsExactly(
        "activities.attendanceCounted{activity=speech-contest,party=household} SHORT",
        "activities.consultations{activity=court-outreach,unit=PERSON_TIME} AGREES",
        "activities.consultations{unit=PERSON_TIME} OVER",
        "activities.materials{activity=court-outreach,unit=COPY} AGREES",
        "activities.topics{activity=speech-contest} AGREES",
        "participation.times{party=person} AGREES");
  }

  @Test
  void what_nobody_says_is_listed_with_its_unit(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);

    attest(ledger, COVERED, of(2, 3, Unit.SHOP), today(ledger));

    assertThat(reconciled(ledger).lines()).filteredOn(it -> it.attestation().isEmpty())
        .extracting(Line::figure).contains(FigureKey.parse("assets.quantity{kind=RAILING,place=street,unit=PIECE}"))
        .doesNotContain(FigureKey.parse("coverage.units{frame=shops,place=street}"));
  }

  private static Claim of(long part, long whole, Unit unit) {
    return Claim.of(new Ratio(Tally.exact(part, unit), Tally.exact(whole, unit), "all-there-are"));
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  private static LocalDate today(LedgerScenario ledger) {
    return LocalDate.ofInstant(ledger.ledger().reader().event(ledger.position()).recordedAt(),
        ledger.ledger().reader().zone());
  }

  private static void attest(LedgerScenario ledger, String figure, Claim claim, LocalDate asOf) {
    ledger.when(new Attest(figure, claim, asOf, figure.startsWith("activities.") || figure.startsWith("participation.")
        ? DISTRICT
        : PlaceHistory.UNION));
  }

  private static List<String> verdicts(LedgerScenario ledger) {
    return said(ledger).stream().map(it -> it.figure() + " " + it.verdict()).toList();
  }

  private static List<Line> said(LedgerScenario ledger) {
    return reconciled(ledger).lines().stream().filter(it -> it.attestation().isPresent()).toList();
  }

  private static Reconciliation reconciled(LedgerScenario ledger) {
    return Reconciliation.of(Replay.of(ledger.ledger().reader()), new Knowledge.Head(), COUNTING);
  }
}
