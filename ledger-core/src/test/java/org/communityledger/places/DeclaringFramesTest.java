package org.communityledger.places;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.places.PlaceScenario.CORNER;
import static org.communityledger.places.PlaceScenario.ESTATE;
import static org.communityledger.places.PlaceScenario.OTHER_CORNER;
import static org.communityledger.places.PlaceScenario.OTHER_SHOP;
import static org.communityledger.places.PlaceScenario.OTHER_UNIT;
import static org.communityledger.places.PlaceScenario.SHOP;
import static org.communityledger.places.PlaceScenario.SHOPS;
import static org.communityledger.places.PlaceScenario.STREET;
import static org.communityledger.places.PlaceScenario.UNIT;
import static org.communityledger.places.PlaceScenario.corner;
import static org.communityledger.places.PlaceScenario.listing;
import static org.communityledger.places.PlaceScenario.sized;

import java.util.List;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.Unknown.UnknownFrame;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceRefusal.AlreadyDeclared;
import org.communityledger.places.PlaceRefusal.FrameBelowCovered;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaringFramesTest {
  private static final Tally ONE = Tally.exact(1, Unit.SHOP);
  private static final Tally TWO = Tally.exact(2, Unit.SHOP);

  private final PlaceScenario places = new PlaceScenario();

  @Test
  void a_frame_lists_its_units_or_says_how_many_there_are() {
    places.when(listing(UNIT, OTHER_UNIT)).isAcceptedWith(
        new FrameDeclared(SHOPS, "shops of the street", STREET, TWO, List.of(UNIT, OTHER_UNIT), TODAY));
    places.when(new DeclareFrame(new FrameId("lifts"), "lifts", ESTATE, Tally.exact(70, Unit.LIFT), List.of(), TODAY))
        .isAcceptedWith(new FrameDeclared(new FrameId("lifts"), "lifts", ESTATE, Tally.exact(70, Unit.LIFT), List.of(),
            TODAY));
  }

  @Test
  void a_list_and_its_size_must_agree() {
    assertThatThrownBy(() -> new ReviseFrame(SHOPS, ONE, List.of(UNIT, OTHER_UNIT), TODAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be exactly 2, as many as units are listed; or list none");
    assertThatThrownBy(() -> new ReviseFrame(SHOPS, Tally.atLeast(2, Unit.SHOP), List.of(UNIT, OTHER_UNIT), TODAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> listing(UNIT, UNIT)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units must name each unit once");
  }

  @Test
  void a_frame_is_declared_once_at_a_registered_place() {
    long declared = places.given(listing(UNIT));

    places.when(sized(TWO)).isRefusedWith(new AlreadyDeclared(SHOPS), declared);
    places.when(new DeclareFrame(new FrameId("lifts"), "lifts", new PlaceId("atlantis"), TWO, List.of(), TODAY))
        .isRefusedForLackOf("place:atlantis in PlaceRegistered", new UnknownPlace(new PlaceId("atlantis")));
  }

  @Test
  void each_revision_is_a_version() {
    places.given(sized(TWO));

    places.when(new ReviseFrame(SHOPS, TWO, List.of(UNIT, OTHER_UNIT), TODAY))
        .isAcceptedWith(new FrameRevised(SHOPS, 2, TWO, List.of(UNIT, OTHER_UNIT), TODAY));
    places.when(new ReviseFrame(SHOPS, ONE, List.of(UNIT), TODAY))
        .isAcceptedWith(new FrameRevised(SHOPS, 3, ONE, List.of(UNIT), TODAY));
    places.when(new ReviseFrame(new FrameId("lifts"), ONE, List.of(), TODAY))
        .isRefusedForLackOf("frame:lifts in FrameDeclared", new UnknownFrame(new FrameId("lifts")));
  }

  @Test
  void a_frame_goes_on_listing_what_is_covered() {
    places.given(listing(UNIT, OTHER_UNIT));
    long opened = places.given(corner(CORNER, SHOP).covering(FrameUnit.of(SHOPS, UNIT)));
    ReviseFrame without = new ReviseFrame(SHOPS, ONE, List.of(OTHER_UNIT), TODAY);

    places.when(without).isRefusedWith(new FrameBelowCovered(SHOPS, ONE, 1, List.of(UNIT)), opened);
    places.when(new ReviseFrame(SHOPS, ONE, List.of(UNIT), TODAY)).isAccepted();
    places.given(new CloseSite(CORNER));
    places.when(without).isAccepted();
  }

  @Test
  void a_frame_is_not_smaller_than_what_is_covered() {
    places.given(sized(TWO));
    long first = places.given(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)));
    long second = places.given(corner(OTHER_CORNER, OTHER_SHOP).covering(FrameUnit.someOf(SHOPS)));

    places.when(new ReviseFrame(SHOPS, ONE, List.of(), TODAY))
        .isRefusedWith(new FrameBelowCovered(SHOPS, ONE, 2, List.of()), first, second);
    places.when(new ReviseFrame(SHOPS, ONE, List.of(UNIT), TODAY))
        .isRefusedWith(new FrameBelowCovered(SHOPS, ONE, 2, List.of()), first, second);
    places.when(new ReviseFrame(SHOPS, Tally.about(1, Unit.SHOP), List.of(), TODAY)).isAccepted();
  }

  @Test
  void things_of_two_kinds_may_cover_the_same_unit() {
    places.given(sized(ONE));
    places.given(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)));
    places.given(InstallAsset.of(new AssetId("lamp"), "LAMP", STREET).covering(FrameUnit.someOf(SHOPS)));

    places.when(new ReviseFrame(SHOPS, ONE, List.of(new UnitId("shop-001")), TODAY)).isAccepted();
  }
}
