package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.OneMore.CLERK;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.UnitId;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.places.PlaceRefusal.UnitOutsideFrame;
import org.communityledger.projection.places.PlaceRegister;
import org.communityledger.projection.places.PlaceRow;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Anomaly;
import org.communityledger.projection.records.Watched;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article A: where riders are served, and which shops care for them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StationsAndCornersTest {
  private static final PlaceId STREET = new PlaceId("demo-street");
  private static final OrgId UNION = new OrgId("street-union");
  private static final FrameId SHOPS = new FrameId("street-shops");

  @TempDir
  Path folder;

  @Test
  void s01_seventeen_places_are_registered_and_what_was_concluded_of_them_is_not_confirmed() {
    ExpectedFigure.require("S01");

    Map<PlaceId, PlaceRow> places = PRESS.views().rows(new PlaceRegister());
    assertThat(places).hasSize(17);
    assertThat(places.values()).filteredOn(it -> !it.parentConfirmed()).extracting(PlaceRow::place)
        .containsExactlyInAnyOrder(new PlaceId("yunqiyuan"), new PlaceId("estate-3"), STREET,
            new PlaceId("kaiyuan-jiayuan"));
    assertThat(places.get(new PlaceId("kaiyuan-jiayuan"))).returns(Optional.empty(), PlaceRow::parent);
  }

  @Test
  void s02_three_short_names_stay_unconfirmed() {
    ExpectedFigure.require("S02");

    assertThat(ITEMISED.views().view(new Anomalies()).where("kind", "AliasUnconfirmed"))
        .flatExtracting(Watched::anomalies).extracting(Anomaly::target)
        .containsExactlyInAnyOrder(Tag.parse("org:rider-station"), Tag.parse("org:community-1"),
            Tag.parse("org:street-union"));
  }

  @Test
  void s03_nine_rider_stations_are_said_and_one_is_named() {
    ExpectedFigure.require("S03");
  }

  @Test
  void s04_praise_is_a_statement_and_no_designation() {
    ExpectedFigure.require("S04");

    assertThat(PRESS.reconciliation().statements()).filteredOn(it -> it.figure().name().equals("sites.designations"))
        .extracting(it -> InWords.of(it.attestation().value()))
        .containsExactly("benchmark-of-the-district", "benchmark-of-the-district");
  }

  @Test
  void s05_the_demonstration_street_is_open() {
    ExpectedFigure.require("S05");
  }

  @Test
  void s06_all_107_shops_are_said_to_be_covered_and_one_corner_is_named() {
    ExpectedFigure.require("S06");
  }

  @Test
  void s06_a_second_corner_in_a_shop_is_refused() {
    OrgId shop = new OrgId("shop-001");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OpenSite second = OpenSite.of(new SiteId("corner-108"), "CARING_CORNER", STREET, UNION).hostedBy(shop);

      assertThat(OneMore.causesOfRefusing(ledger, CLERK, second,
          new HostHasSuchSite(shop, "CARING_CORNER", new SiteId("corner-001"))))
          .singleElement().isInstanceOf(SiteOpened.class);
    }
  }

  @Test
  void s06_shop_108_is_none_of_the_107() {
    UnitId shop = new UnitId("shop-108");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OpenSite outside = OpenSite.of(new SiteId("corner-108"), "CARING_CORNER", STREET, UNION)
          .covering(FrameUnit.of(SHOPS, shop));

      assertThat(OneMore.causesOfRefusing(ledger, CLERK, outside, new UnitOutsideFrame(SHOPS, 2, Optional.of(shop))))
          .singleElement().isInstanceOf(FrameRevised.class);
    }
  }
}
