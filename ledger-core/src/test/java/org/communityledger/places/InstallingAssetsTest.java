package org.communityledger.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.places.PlaceScenario.CLERK;
import static org.communityledger.places.PlaceScenario.CORNER;
import static org.communityledger.places.PlaceScenario.ESTATE;
import static org.communityledger.places.PlaceScenario.OTHER_SHOP;
import static org.communityledger.places.PlaceScenario.SHOP;
import static org.communityledger.places.PlaceScenario.STREET;
import static org.communityledger.places.PlaceScenario.UNION;
import static org.communityledger.places.PlaceScenario.corner;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.Unknown.UnknownAsset;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.InstallAssets;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.places.PlaceRefusal.AssetExists;
import org.communityledger.places.PlaceRefusal.AssetGone;
import org.communityledger.places.PlaceRefusal.FrameFull;
import org.communityledger.places.PlaceRefusal.InspectorIsInstaller;
import org.communityledger.places.PlaceRefusal.SiteElsewhere;
import org.communityledger.places.PlaceRefusal.StewardOverlaps;
import org.communityledger.places.PlaceRefusal.UnitHasAsset;
import org.communityledger.places.PlaceRefusal.UnitOutsideFrame;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallingAssetsTest {
  private static final FrameId LIFTS = new FrameId("lifts");
  private static final UnitId LIFT = new UnitId("lift-01");
  private static final UnitId OTHER_LIFT = new UnitId("lift-02");
  private static final AssetId BLOCKER = new AssetId("blocker-01");
  private static final AssetId OTHER_BLOCKER = new AssetId("blocker-02");
  private static final AssetId RAILING = new AssetId("railing");
  private static final CaseId WALL = new CaseId("wall");
  private static final Actor INSPECTOR = Actor.of(new PersonId("inspector"), "grid worker");

  private final PlaceScenario places = new PlaceScenario();

  private static InstallAsset blocker(AssetId asset, UnitId unit) {
    return InstallAsset.of(asset, "LIFT_BLOCKER", ESTATE).covering(FrameUnit.of(LIFTS, unit));
  }

  private static DeclareFrame lifts(UnitId... units) {
    return new DeclareFrame(LIFTS, "lifts", ESTATE, Tally.exact(units.length, Unit.LIFT), List.of(units), TODAY);
  }

  private static InstallAsset railing() {
    return InstallAsset.of(RAILING, "RAILING", ESTATE);
  }

  private void givenTheWall() {
    places.given(ReportCase.of(WALL, CaseKind.HAZARD, "leaning-wall", ESTATE, Severity.HIGH, Channel.PATROL));
  }

  @Test
  void an_asset_is_one_piece_unless_said_otherwise() {
    places.when(railing()).isAcceptedWith(new AssetInstalled(RAILING, "RAILING", ESTATE, Optional.empty(),
        Optional.empty(), Tally.exact(1, Unit.PIECE), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty()));
    assertThatThrownBy(() -> new InstallAsset(RAILING, "RAILING", ESTATE, Optional.empty(), Optional.empty(),
        Tally.unknown(Unit.PIECE), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("quantity is at least 1");
  }

  @Test
  void an_asset_is_found_by_its_unit_its_place_its_site_and_its_case() {
    givenTheWall();
    places.given(lifts(LIFT));
    places.given(corner(CORNER, SHOP));

    long installed = places.given(blocker(BLOCKER, LIFT).inCase(WALL).installedBy(UNION));
    long removed = places.ledger.given(new RemoveAsset(BLOCKER, Optional.of(WALL)), CLERK, "worn out");
    long other = places.given(InstallAsset.of(RAILING, "RAILING", STREET).belongingTo(CORNER));

    assertThat(places.ledger.at(installed).tags()).extracting(Tag::toString).containsExactlyInAnyOrder(
        "asset:blocker-01", "place:yunqiyuan", "org:union", "case:wall", "frame:lifts",
        "unit:lifts:LIFT_BLOCKER:lift-01", "event:c6.0");
    assertThat(places.ledger.at(removed).tags()).extracting(Tag::toString).containsExactlyInAnyOrder(
        "asset:blocker-01", "place:yunqiyuan", "case:wall", "frame:lifts", "unit:lifts:LIFT_BLOCKER:lift-01",
        "event:c6.0", "subject:asset:blocker-01");
    assertThat(places.ledger.at(other).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("asset:railing",
        "place:street", "site:corner-001");
  }

  @Test
  void an_asset_needs_what_it_names() {
    places.when(InstallAsset.of(RAILING, "RAILING", new PlaceId("atlantis")))
        .isRefusedForLackOf("place:atlantis in PlaceRegistered", new UnknownPlace(new PlaceId("atlantis")));
    places.when(railing().installedBy(new OrgId("nobody")))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    places.when(railing().inCase(WALL)).isRefusedForLackOf("case:wall in Creation", new UnknownCase(WALL));
    places.when(railing().belongingTo(CORNER))
        .isRefusedForLackOf("site:corner-001 in SiteOpened", new UnknownSite(CORNER));
  }

  @Test
  void a_case_is_not_reported_by_what_is_installed_for_it() {
    givenTheWall();
    places.given(railing().inCase(WALL));

    places.when(new InspectAsset(RAILING, Condition.FAULT, Optional.of(new CaseId("other"))))
        .isRefusedForLackOf("case:other in Creation", new UnknownCase(new CaseId("other")));
  }

  @Test
  void an_asset_of_a_site_is_where_the_site_is_and_the_site_is_open() {
    places.given(corner(CORNER, SHOP));

    places.when(railing().belongingTo(CORNER)).isRefusedWith(new SiteElsewhere(CORNER, STREET, ESTATE));
    long closed = places.given(new CloseSite(CORNER));
    places.when(InstallAsset.of(RAILING, "RAILING", STREET).belongingTo(CORNER))
        .isRefusedWith(new PlaceRefusal.SiteClosed(CORNER), closed);
  }

  @Test
  void an_asset_is_installed_once_and_its_id_is_not_used_again() {
    long first = places.given(railing());
    places.when(railing()).isRefusedWith(new AssetExists(RAILING), first);

    places.ledger.given(new RemoveAsset(RAILING, Optional.empty()), CLERK, "rusty");

    places.when(railing()).isRefusedWith(new AssetExists(RAILING), first);
  }

  @Test
  void X11_a_unit_has_one_asset_of_a_kind() {
    places.given(lifts(LIFT, OTHER_LIFT));
    long first = places.given(blocker(BLOCKER, LIFT));

    places.when(blocker(OTHER_BLOCKER, LIFT))
        .isRefusedWith(new UnitHasAsset(LIFTS, LIFT, "LIFT_BLOCKER", BLOCKER), first);
    places.when(blocker(OTHER_BLOCKER, OTHER_LIFT)).isAccepted();
    places.when(InstallAsset.of(new AssetId("camera"), "CAMERA", ESTATE).covering(FrameUnit.of(LIFTS, LIFT)))
        .isAccepted();
  }

  @Test
  void a_removal_leaves_room_for_another_asset_which_then_rests_on_it() {
    EventId declared = places.ledger.id(places.given(lifts(LIFT)));
    places.given(blocker(BLOCKER, LIFT));
    EventId removal = places.ledger
        .id(places.ledger.given(new RemoveAsset(BLOCKER, Optional.empty()), CLERK, "worn out"));

    places.when(blocker(OTHER_BLOCKER, LIFT)).isAcceptedWith(new AssetInstalled(OTHER_BLOCKER, "LIFT_BLOCKER", ESTATE,
        Optional.empty(), Optional.of(new CoveredUnit(LIFTS, Optional.of(LIFT), 1, declared)),
        Tally.exact(1, Unit.PIECE), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(removal)));
  }

  @Test
  void S25_a_71st_lift_is_outside_the_frame() {
    long declared = places.given(lifts(LIFT, OTHER_LIFT));
    UnitId outside = new UnitId("lift-71");

    places.when(blocker(BLOCKER, outside))
        .isRefusedWith(new UnitOutsideFrame(LIFTS, 1, Optional.of(outside)), declared);
  }

  @Test
  void a_frame_without_a_list_takes_as_many_assets_of_a_kind_as_its_size() {
    places.given(new DeclareFrame(LIFTS, "lifts", ESTATE, Tally.exact(1, Unit.LIFT), List.of(), TODAY));
    InstallAsset first = InstallAsset.of(BLOCKER, "LIFT_BLOCKER", ESTATE).covering(FrameUnit.someOf(LIFTS));
    InstallAsset second = InstallAsset.of(OTHER_BLOCKER, "LIFT_BLOCKER", ESTATE).covering(FrameUnit.someOf(LIFTS));
    long installed = places.given(first);

    places.when(second).isRefusedWith(new FrameFull(LIFTS, 1, "LIFT_BLOCKER", Tally.exact(1, Unit.LIFT)), installed);
  }

  @Test
  void several_assets_are_installed_all_or_none() {
    places.given(lifts(LIFT, OTHER_LIFT));
    long before = places.ledger.last();

    places.when(new InstallAssets(List.of(blocker(BLOCKER, LIFT), blocker(OTHER_BLOCKER, LIFT))))
        .isRefusedWith(new UnitHasAsset(LIFTS, LIFT, "LIFT_BLOCKER", BLOCKER));
    places.when(new InstallAssets(List.of(blocker(BLOCKER, LIFT), blocker(BLOCKER, OTHER_LIFT))))
        .isRefusedWith(new AssetExists(BLOCKER));
    assertThat(places.ledger.last()).isEqualTo(before);

    places.when(new InstallAssets(List.of(blocker(BLOCKER, LIFT), blocker(OTHER_BLOCKER, OTHER_LIFT)))).isAccepted();
    assertThat(places.ledger.last()).isEqualTo(before + 2);
  }

  @Test
  void an_asset_is_removed_once_for_a_reason() {
    long installed = places.given(railing());
    RemoveAsset remove = new RemoveAsset(RAILING, Optional.empty());

    places.when(remove).isRefusedWith(new ReasonMissing("places.RemoveAsset"));
    places.ledger.when(remove, CLERK, "rusty").isAcceptedWith(
        new AssetRemoved(RAILING, "RAILING", ESTATE, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(places.ledger.last()).isEqualTo(installed + 1);
    places.ledger.when(remove, CLERK, "rusty").isRefusedWith(new AssetGone(RAILING), installed + 1);
  }

  @Test
  void what_is_gone_or_was_never_there_is_neither_inspected_nor_looked_after() {
    places.given(railing());
    long removed = places.ledger.given(new RemoveAsset(RAILING, Optional.empty()), CLERK, "rusty");

    places.ledger.when(new InspectAsset(RAILING, Condition.OK, Optional.empty()), INSPECTOR)
        .isRefusedWith(new AssetGone(RAILING), removed);
    places.when(new AssignSteward(RAILING, UNION, TODAY, Optional.empty()))
        .isRefusedWith(new AssetGone(RAILING), removed);
    places.ledger.when(new InspectAsset(BLOCKER, Condition.OK, Optional.empty()), INSPECTOR)
        .isRefusedForLackOf("asset:blocker-01 in AssetInstalled", new UnknownAsset(BLOCKER));
  }

  @Test
  void an_inspection_names_the_case_it_led_to() {
    givenTheWall();
    places.given(railing().installedBy(UNION));

    places.ledger.when(new InspectAsset(RAILING, Condition.UNSAFE, Optional.of(WALL)), INSPECTOR)
        .isAcceptedWith(new AssetInspected(RAILING, Condition.UNSAFE, Optional.of(WALL)));
  }

  @Test
  void nobody_inspects_what_they_installed() {
    Actor fitter = Actor.of(new PersonId("fitter"), "fitter").onBehalfOf(UNION);
    Actor colleague = Actor.of(new PersonId("colleague"), "fitter").onBehalfOf(UNION);
    long installed = places.ledger.given(railing().installedBy(UNION), fitter);
    InspectAsset inspect = new InspectAsset(RAILING, Condition.OK, Optional.empty());

    places.ledger.when(inspect, colleague).isRefusedWith(new InspectorIsInstaller(RAILING, UNION), installed);
    places.ledger.when(inspect, Actor.of(new PersonId("fitter"), "grid worker"))
        .isRefusedWith(new InspectorIsInstaller(RAILING, UNION), installed);
    places.ledger.when(inspect, INSPECTOR).isAccepted();
  }

  @Test
  void whoever_records_an_installation_without_saying_by_whom_does_not_inspect_it() {
    long installed = places.given(railing());
    InspectAsset inspect = new InspectAsset(RAILING, Condition.OK, Optional.empty());

    places.when(inspect).isRefusedWith(new InspectorIsInstaller(RAILING, CLERK.who()), installed);
    places.ledger.when(inspect, INSPECTOR).isAccepted();
  }

  @Test
  void an_asset_has_one_steward_at_a_time() {
    places.given(railing());
    LocalDate may = LocalDate.of(2024, 5, 1);
    LocalDate june = LocalDate.of(2024, 6, 1);
    LocalDate july = LocalDate.of(2024, 7, 1);
    long assigned = places.given(new AssignSteward(RAILING, SHOP, may, Optional.of(june)));

    places.when(new AssignSteward(RAILING, OTHER_SHOP, june, Optional.empty()))
        .isRefusedWith(new StewardOverlaps(RAILING, SHOP, may, Optional.of(june)), assigned);
    places.when(new AssignSteward(RAILING, OTHER_SHOP, may.minusDays(9), Optional.of(may)))
        .isRefusedWith(new StewardOverlaps(RAILING, SHOP, may, Optional.of(june)), assigned);
    places.when(new AssignSteward(RAILING, OTHER_SHOP, june.plusDays(1), Optional.empty()))
        .isAcceptedWith(new StewardAssigned(RAILING, OTHER_SHOP, june.plusDays(1), Optional.empty()));
    places.when(new AssignSteward(RAILING, SHOP, july, Optional.empty()))
        .isRefusedWith(new StewardOverlaps(RAILING, OTHER_SHOP, june.plusDays(1), Optional.empty()),
            places.ledger.last());
  }

  @Test
  void an_open_time_ends_by_assigning_the_same_steward_from_the_same_day_until_a_last_one() {
    places.given(railing());
    LocalDate may = LocalDate.of(2024, 5, 1);
    LocalDate june = LocalDate.of(2024, 6, 1);
    places.given(new AssignSteward(RAILING, SHOP, may, Optional.empty()));

    places.given(new AssignSteward(RAILING, SHOP, may, Optional.of(june)));

    places.when(new AssignSteward(RAILING, OTHER_SHOP, june.plusDays(1), Optional.empty())).isAccepted();
  }

  @Test
  void a_steward_is_registered_and_begins_before_the_end() {
    places.given(railing());

    places.when(new AssignSteward(RAILING, new OrgId("nobody"), TODAY, Optional.empty()))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    assertThatThrownBy(() -> new AssignSteward(RAILING, SHOP, TODAY, Optional.of(TODAY.minusDays(1))))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("until must not be before from");
  }

  @Test
  void what_stands_at_a_site_stays_known_when_the_site_closes() {
    SiteId station = new SiteId("station");
    places.given(PlaceCommand.OpenSite.of(station, "STATION", STREET, UNION));
    places.given(InstallAsset.of(RAILING, "RAILING", STREET).belongingTo(station));
    places.given(new CloseSite(station));

    places.ledger.when(new InspectAsset(RAILING, Condition.OK, Optional.empty()), INSPECTOR).isAccepted();
  }
}
