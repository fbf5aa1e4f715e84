package org.communityledger.testkit.shipped;

import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.PlaceHistory.JULY_1;
import static org.communityledger.testkit.shipped.PlaceHistory.RAILING;
import static org.communityledger.testkit.shipped.PlaceHistory.SHOPS;
import static org.communityledger.testkit.shipped.PlaceHistory.STREET;
import static org.communityledger.testkit.shipped.PlaceHistory.UNION;
import static org.communityledger.testkit.shipped.PlaceHistory.WALL;
import static org.communityledger.testkit.shipped.PlaceHistory.corner;
import static org.communityledger.testkit.shipped.PlaceHistory.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.places.Condition;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceEvent;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.AssetRow;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.FrameRow;
import org.communityledger.projection.places.PlaceRegister;
import org.communityledger.projection.places.PlaceRow;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.places.SiteRow;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of sites, assets and frames, at several moments of one history. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacesOverTimeTest {
  private static final FrameId LAMPS = new FrameId("lamps");

  @BeforeEach
  void tell(LedgerScenario ledger) {
    PlaceHistory.tell(ledger);
  }

  private static ProjectionAssert<SiteId, SiteRow> sites(LedgerScenario ledger) {
    return assertThat(ledger).projection(SiteDirectory.class);
  }

  private static ProjectionAssert<AssetId, AssetRow> assets(LedgerScenario ledger) {
    return assertThat(ledger).projection(AssetRegister.class);
  }

  private static ProjectionAssert<FrameId, FrameRow> coverage(LedgerScenario ledger) {
    return assertThat(ledger).projection(Coverage.class);
  }

  private static Ratio shops(Tally covered) {
    return new Ratio(covered, Tally.exact(3, Unit.SHOP), "shops of the street");
  }

  @Test
  void everything_that_can_happen_to_places_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Arrays.stream(PlaceEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @Test
  void the_register_of_places_tells_what_a_place_lies_in(LedgerScenario ledger) {
    PlaceId corner = new PlaceId("street-corner");
    ledger.when(new RegisterPlace(corner, "SPOT", "街角", Optional.of(STREET), false));

    ProjectionAssert<PlaceId, PlaceRow> places = assertThat(ledger).projection(PlaceRegister.class);
    places.row(corner).isEqualTo(new PlaceRow(corner, "SPOT", "街角", Optional.of(STREET), false));
    places.figure("places.registered{kind=STREET}").isExactly(1);
    places.figure("places.registered").isExactly(2);
  }

  @Test
  void the_directory_tells_which_sites_are_open_and_with_which_titles(LedgerScenario ledger) {
    sites(ledger).row(corner(1)).returns(false, SiteRow::isOpen);
    sites(ledger).row(corner(2)).returns(true, SiteRow::isOpen).returns(Map.of("benchmark", UNION), SiteRow::titles);
    sites(ledger).row(corner(3)).returns(true, SiteRow::isOpen).returns(Map.of(), SiteRow::titles);
    sites(ledger).row(corner(4)).returns(false, SiteRow::isOpen);
    sites(ledger).figure("sites.open{kind=CARING_CORNER,place=street}").isExactly(2);
    sites(ledger).figure("sites.designations{kind=CARING_CORNER,title=benchmark}").isExactly(1);
  }

  @Test
  void a_closing_that_was_taken_back_still_counts_as_known_before(LedgerScenario ledger) {
    AsOf beforeTheRetraction = AsOf.asKnown(ledger.position() - 1);

    sites(ledger).asOf(beforeTheRetraction).row(corner(3)).returns(false, SiteRow::isOpen);
    sites(ledger).asOf(beforeTheRetraction).figure("sites.open{kind=CARING_CORNER}").isExactly(1);
  }

  @Test
  void as_happened_sites_that_may_have_been_open_widen_the_figure(LedgerScenario ledger) {
    sites(ledger).asOf(AsOf.asHappened(JULY_1)).figure("sites.open{kind=CARING_CORNER,place=street}").isAtLeast(0)
        .isAtMost(3);
  }

  @Test
  void the_register_tells_which_assets_are_there_and_how_they_were_found(LedgerScenario ledger) {
    assets(ledger).row(WALL).returns(false, AssetRow::isLive);
    assets(ledger).row(RAILING).returns(true, AssetRow::isLive)
        .returns(Optional.of(Condition.FAULT), AssetRow::condition)
        .returns(List.of(new StewardAssigned(RAILING, UNION, JULY_1, Optional.of(JULY_1.plusDays(30)))),
            AssetRow::stewards);
    assets(ledger).figure("assets.live{kind=RAILING,place=street}").isExactly(1);
    assets(ledger).figure("assets.live{kind=WALL}").isAbsent();
    assets(ledger).figure("assets.condition{condition=FAULT,kind=RAILING}").isExactly(1);
  }

  @Test
  void S26_a_quantity_that_is_only_a_bound_stays_one(LedgerScenario ledger) {
    ledger.when(new InstallAsset(new AssetId("piles"), "CHARGING_PILE", STREET, Optional.empty(), Optional.empty(),
        Tally.atLeast(1, Unit.PIECE), Optional.empty(), Optional.empty(), Optional.empty()));

    assets(ledger).figure("assets.live{kind=CHARGING_PILE,place=street}").isExactly(1);
    assets(ledger).figure("assets.quantity{kind=CHARGING_PILE,place=street,unit=PIECE}")
        .isEqualTo(Tally.atLeast(1, Unit.PIECE));
  }

  @Test
  void coverage_tells_its_whole_and_which_units_are_left(LedgerScenario ledger) {
    coverage(ledger).figure("coverage.units{frame=shops,place=street}").isEqualTo(shops(Tally.exact(2, Unit.SHOP)));
    coverage(ledger).row(SHOPS).returns(List.of(shop(3)), FrameRow::uncovered);
  }

  @Test
  void a_frame_all_of_whose_units_are_covered_is_covered_to_100_percent(LedgerScenario ledger) {
    ledger.when(OpenSite.of(corner(9), "CARING_CORNER", STREET, UNION).covering(FrameUnit.of(SHOPS, shop(3))));

    coverage(ledger).row(SHOPS).returns(List.of(), FrameRow::uncovered);
    coverage(ledger).row(SHOPS).returns("100.00", it -> it.coverage().percentage().orElseThrow().toPlainString());
  }

  @Test
  void what_covers_a_unit_that_was_covered_already_adds_nothing(LedgerScenario ledger) {
    ledger.when(InstallAsset.of(new AssetId("lamp"), "LAMP", STREET).covering(FrameUnit.of(SHOPS, shop(1))));

    coverage(ledger).figure("coverage.units{frame=shops,place=street}").isEqualTo(shops(Tally.exact(2, Unit.SHOP)));
  }

  @Test
  void where_it_is_not_known_which_units_are_covered_their_number_is_an_interval(LedgerScenario ledger) {
    ledger.when(new DeclareFrame(LAMPS, "lamp posts", STREET, Tally.exact(4, Unit.PIECE), List.of(), JULY_1));
    for (String id : List.of("lamp-1", "lamp-2", "lamp-3")) {
      ledger.when(InstallAsset.of(new AssetId(id), "LAMP", STREET).covering(FrameUnit.someOf(LAMPS)));
    }
    coverage(ledger).row(LAMPS).returns(Tally.exact(3, Unit.PIECE), FrameRow::covered);

    ledger.when(InstallAsset.of(new AssetId("camera-1"), "CAMERA", STREET).covering(FrameUnit.someOf(LAMPS)));
    coverage(ledger).row(LAMPS).returns(Tally.between(3, 4, Unit.PIECE), FrameRow::covered);

    ledger.when(new ReviseFrame(LAMPS, Tally.exact(6, Unit.PIECE), List.of(), JULY_1));
    coverage(ledger).figure("coverage.units{frame=lamps,place=street}")
        .isEqualTo(new Ratio(Tally.between(3, 4, Unit.PIECE), Tally.exact(6, Unit.PIECE), "lamp posts"));
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    sites(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assets(ledger).rebuildsToTheSameState().ignoresRedelivery();
    coverage(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
