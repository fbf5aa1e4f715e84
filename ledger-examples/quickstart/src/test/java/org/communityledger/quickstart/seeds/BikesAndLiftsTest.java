package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.OneMore.CLERK;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceRefusal.UnitHasAsset;
import org.communityledger.places.PlaceRefusal.UnitOutsideFrame;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.parties.OrgRow;
import org.communityledger.projection.parties.OrgTree;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article E: e-bikes that stay downstairs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BikesAndLiftsTest {
  private static final FrameId LIFTS = new FrameId("lifts");

  @TempDir
  Path folder;

  private static InstallAsset blocker(String asset, UnitId lift) {
    return InstallAsset.of(new AssetId(asset), "LIFT_BLOCKER", new PlaceId("kaiyuan-jiayuan"))
        .covering(FrameUnit.of(LIFTS, lift));
  }

  @Test
  void s24_work_that_goes_on_since_last_year_has_begun_some_day_of_it() {
    ExpectedFigure.require("S24");

    CaseTimeline bikes = Replay.of(PRESS.reader()).row(new HazardFixHistory(), new CaseId("e-bikes")).orElseThrow();
    assertThat(bikes.recorded()).filteredOn(it -> it.event() instanceof WorkStarted).extracting(Line::occurred)
        .containsExactly(
            When.during(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 8, 2)).asStated("去年以来"));
    assertThat(bikes.report().orElseThrow().severity()).isEqualTo(Severity.UNRATED);
    assertThat(bikes.recorded().getFirst().occurred().earliest()).isEmpty();
    assertThat(bikes.recorded()).filteredOn(Line::isInferred).hasSize(3);
  }

  @Test
  void s25_all_70_lifts_are_said_to_have_a_blocker_and_none_is_counted() {
    ExpectedFigure.require("S25");
  }

  @Test
  void s25_there_is_no_71st_lift() {
    UnitId lift = new UnitId("lift-71");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, CLERK, blocker("blocker-71", lift),
          new UnitOutsideFrame(LIFTS, 2, Optional.of(lift))))
          .singleElement().isInstanceOf(FrameRevised.class);
    }
  }

  @Test
  void s25_no_lift_gets_two_blockers() {
    UnitId lift = new UnitId("lift-70");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, CLERK, blocker("blocker-71", lift),
          new UnitHasAsset(LIFTS, lift, "LIFT_BLOCKER", new AssetId("blocker-70"))))
          .singleElement().isInstanceOf(AssetInstalled.class);
    }
  }

  @Test
  void s26_a_shed_and_charging_piles_are_at_least_one_each() {
    ExpectedFigure.require("S26");
  }

  @Test
  void s27_names_the_page_cuts_off_or_leaves_out_are_not_guessed() {
    ExpectedFigure.require("S27");

    assertThat(OrgTree.in(PRESS.views()).all()).filteredOn(it -> !it.nameComplete()).extracting(OrgRow::org)
        .containsExactlyInAnyOrder(new OrgId("property-company"), new OrgId("caring-hospital"),
            new OrgId("garment-company"));
  }
}
