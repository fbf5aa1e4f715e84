package org.communityledger.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.places.PlaceScenario.CORNER;
import static org.communityledger.places.PlaceScenario.OTHER_CORNER;
import static org.communityledger.places.PlaceScenario.OTHER_SHOP;
import static org.communityledger.places.PlaceScenario.OTHER_UNIT;
import static org.communityledger.places.PlaceScenario.SHOP;
import static org.communityledger.places.PlaceScenario.SHOPS;
import static org.communityledger.places.PlaceScenario.STREET;
import static org.communityledger.places.PlaceScenario.UNION;
import static org.communityledger.places.PlaceScenario.UNIT;
import static org.communityledger.places.PlaceScenario.corner;
import static org.communityledger.places.PlaceScenario.listing;
import static org.communityledger.places.PlaceScenario.sized;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.Unknown.UnknownFrame;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.WithdrawDesignation;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceRefusal.AlreadyDesignated;
import org.communityledger.places.PlaceRefusal.AlreadyOpened;
import org.communityledger.places.PlaceRefusal.FrameFull;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.places.PlaceRefusal.NotDesignated;
import org.communityledger.places.PlaceRefusal.StockLeft;
import org.communityledger.places.PlaceRefusal.UnitOutsideFrame;
import org.communityledger.places.StockAtSites.Remainder;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningSitesTest {
  private static final Tally TWO = Tally.exact(2, Unit.SHOP);

  private final PlaceScenario places = new PlaceScenario();

  @Test
  void a_site_is_opened_at_a_place_by_its_operator() {
    places.when(new OpenSite(CORNER, "STATION", Optional.of("小哥驿站"), STREET, UNION, Optional.empty(), Optional.empty()))
        .isAcceptedWith(new SiteOpened(CORNER, "STATION", Optional.of("小哥驿站"), STREET, UNION, Optional.empty(),
            Optional.empty(), Optional.empty()));
  }

  @Test
  void a_site_is_found_by_its_host_its_unit_and_its_frame() {
    places.given(listing(UNIT, OTHER_UNIT));

    long opened = places.given(corner(CORNER, SHOP).covering(FrameUnit.of(SHOPS, UNIT)));
    long closed = places.given(new CloseSite(CORNER));

    assertThat(places.ledger.at(opened).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("site:corner-001",
        "place:street", "org:union", "org:shop-001", "host:CARING_CORNER:shop-001", "frame:shops",
        "unit:shops:CARING_CORNER:shop-001", "event:c5.0");
    assertThat(places.ledger.at(closed).tags()).extracting(Tag::toString).containsExactlyInAnyOrder("site:corner-001",
        "host:CARING_CORNER:shop-001", "frame:shops", "unit:shops:CARING_CORNER:shop-001", "event:c5.0");
  }

  @Test
  void a_site_needs_a_registered_place_operator_and_host_and_a_declared_frame() {
    places.when(OpenSite.of(CORNER, "STATION", new PlaceId("atlantis"), UNION))
        .isRefusedForLackOf("place:atlantis in PlaceRegistered", new UnknownPlace(new PlaceId("atlantis")));
    places.when(OpenSite.of(CORNER, "STATION", STREET, new OrgId("nobody")))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    places.when(corner(CORNER, new OrgId("nobody")))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    places.when(corner(CORNER, SHOP).covering(FrameUnit.of(new FrameId("none"), UNIT)))
        .isRefusedForLackOf("frame:none in FrameDeclared", new UnknownFrame(new FrameId("none")));
  }

  @Test
  void a_site_is_opened_once_and_its_id_is_not_used_again() {
    long first = places.given(corner(CORNER, SHOP));
    places.when(corner(CORNER, OTHER_SHOP)).isRefusedWith(new AlreadyOpened(CORNER), first);

    places.given(new CloseSite(CORNER));

    places.when(corner(CORNER, OTHER_SHOP)).isRefusedWith(new AlreadyOpened(CORNER), first);
  }

  @Test
  void X11_a_host_has_one_open_site_of_a_kind() {
    long first = places.given(corner(CORNER, SHOP));

    places.when(corner(OTHER_CORNER, SHOP))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER), first);
    places.when(OpenSite.of(new SiteId("station"), "STATION", STREET, UNION).hostedBy(SHOP)).isAccepted();
    places.when(corner(OTHER_CORNER, OTHER_SHOP)).isAccepted();
  }

  @Test
  void a_closing_leaves_room_for_another_site_which_then_rests_on_it() {
    places.given(corner(CORNER, SHOP));
    EventId closing = places.ledger.id(places.given(new CloseSite(CORNER)));

    places.when(corner(OTHER_CORNER, SHOP)).isAcceptedWith(new SiteOpened(OTHER_CORNER, "CARING_CORNER",
        Optional.empty(), STREET, UNION, Optional.of(SHOP), Optional.empty(), Optional.of(closing)));

    long opening = places.ledger.last();
    approveRetraction("a1", closing);
    places.when(new RetractEvent(closing, new ApprovalId("a1"), List.of()))
        .isRefusedWith(new DependentEvents(closing), opening);
  }

  @Test
  void a_closing_recorded_by_mistake_is_taken_back_and_the_host_is_taken_again() {
    long opening = places.given(corner(CORNER, SHOP));
    EventId closing = places.ledger.id(places.given(new CloseSite(CORNER)));
    approveRetraction("a1", closing);
    places.given(new RetractEvent(closing, new ApprovalId("a1"), List.of()));

    places.when(corner(OTHER_CORNER, SHOP))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER), opening);
  }

  @Test
  void an_opening_is_not_retracted_because_closing_undoes_it() {
    long opening = places.given(corner(CORNER, SHOP));
    EventId opened = places.ledger.id(opening);
    approveRetraction("a1", opened);

    places.when(new RetractEvent(opened, new ApprovalId("a1"), List.of()))
        .isRefusedWith(new UseCompensation(opened), opening);
  }

  private void approveRetraction(String approval, EventId event) {
    places.ledger.given(
        new GiveApproval(new ApprovalId(approval), "records.RetractEvent", event.tag(), Optional.empty()),
        Actor.of(new PersonId("chief"), "head of office"));
  }

  @Test
  void a_site_covers_a_unit_that_the_frame_lists_by_the_version_in_force() {
    EventId declared = places.ledger.id(places.given(listing(UNIT, OTHER_UNIT)));

    places.when(corner(CORNER, SHOP).covering(FrameUnit.of(SHOPS, UNIT)))
        .isAcceptedWith(new SiteOpened(CORNER, "CARING_CORNER", Optional.empty(), STREET, UNION, Optional.of(SHOP),
            Optional.of(new CoveredUnit(SHOPS, Optional.of(UNIT), 1, declared)), Optional.empty()));
  }

  @Test
  void S06_shop_108_is_outside_the_frame() {
    long declared = places.given(listing(UNIT, OTHER_UNIT));
    UnitId outside = new UnitId("shop-108");

    places.when(corner(CORNER, SHOP).covering(FrameUnit.of(SHOPS, outside)))
        .isRefusedWith(new UnitOutsideFrame(SHOPS, 1, Optional.of(outside)), declared);
    places.when(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)))
        .isRefusedWith(new UnitOutsideFrame(SHOPS, 1, Optional.empty()), declared);
  }

  @Test
  void no_unit_is_named_where_the_frame_lists_none() {
    long declared = places.given(sized(TWO));

    places.when(corner(CORNER, SHOP).covering(FrameUnit.of(SHOPS, UNIT)))
        .isRefusedWith(new UnitOutsideFrame(SHOPS, 1, Optional.of(UNIT)), declared);
  }

  @Test
  void a_frame_without_a_list_takes_as_many_sites_of_a_kind_as_its_size() {
    places.given(sized(TWO));
    long first = places.given(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)));
    long second = places.given(corner(OTHER_CORNER, OTHER_SHOP).covering(FrameUnit.someOf(SHOPS)));
    OpenSite third = OpenSite.of(new SiteId("corner-003"), "CARING_CORNER", STREET, UNION)
        .covering(FrameUnit.someOf(SHOPS));

    places.when(third).isRefusedWith(new FrameFull(SHOPS, 1, "CARING_CORNER", TWO), first, second);
    places.given(new CloseSite(CORNER));
    places.when(third).isAccepted();
  }

  @Test
  void a_frame_whose_size_is_only_about_right_is_never_full() {
    places.given(sized(Tally.about(1, Unit.SHOP)));
    places.given(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)));

    places.when(corner(OTHER_CORNER, OTHER_SHOP).covering(FrameUnit.someOf(SHOPS))).isAccepted();
  }

  @Test
  void several_sites_are_opened_in_one_append() {
    places.when(new OpenSites(List.of(corner(CORNER, SHOP), corner(OTHER_CORNER, OTHER_SHOP)))).isAcceptedWith(
        new SiteOpened(CORNER, "CARING_CORNER", Optional.empty(), STREET, UNION, Optional.of(SHOP), Optional.empty(),
            Optional.empty()),
        new SiteOpened(OTHER_CORNER, "CARING_CORNER", Optional.empty(), STREET, UNION, Optional.of(OTHER_SHOP),
            Optional.empty(), Optional.empty()));
  }

  @Test
  void several_sites_are_opened_all_or_none() {
    long taken = places.given(corner(CORNER, SHOP));
    long before = places.ledger.last();

    places.when(new OpenSites(List.of(corner(OTHER_CORNER, OTHER_SHOP), corner(new SiteId("corner-003"), SHOP))))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER), taken);

    assertThat(places.ledger.last()).isEqualTo(before);
  }

  @Test
  void the_sites_of_one_batch_are_judged_as_if_those_before_were_open() {
    places.given(sized(Tally.exact(1, Unit.SHOP)));

    places.when(new OpenSites(List.of(corner(CORNER, SHOP), corner(OTHER_CORNER, SHOP))))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER));
    places.when(new OpenSites(List.of(corner(CORNER, SHOP), corner(CORNER, OTHER_SHOP))))
        .isRefusedWith(new AlreadyOpened(CORNER));
    places.when(new OpenSites(List.of(corner(CORNER, SHOP).covering(FrameUnit.someOf(SHOPS)),
        corner(OTHER_CORNER, OTHER_SHOP).covering(FrameUnit.someOf(SHOPS)))))
        .isRefusedWith(new FrameFull(SHOPS, 1, "CARING_CORNER", Tally.exact(1, Unit.SHOP)));
  }

  @Test
  void a_batch_of_no_sites_is_no_command() {
    assertThatThrownBy(() -> new OpenSites(List.of())).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sites must not be empty");
  }

  @Test
  void a_site_closes_once() {
    places.given(corner(CORNER, SHOP));

    places.when(new CloseSite(CORNER))
        .isAcceptedWith(new SiteClosed(CORNER, "CARING_CORNER", Optional.of(SHOP), Optional.empty()));
    places.when(new CloseSite(CORNER)).isRefusedWith(new PlaceRefusal.SiteClosed(CORNER), places.ledger.last());
    places.when(new CloseSite(OTHER_CORNER)).isRefusedForLackOf("site:corner-002 in SiteOpened",
        new UnknownSite(OTHER_CORNER));
  }

  @Test
  void X12_no_site_closes_with_stock() {
    HoldId lot = new HoldId("lot-7"); // any id will do: lots belong to a later context
    PlaceScenario stocked = new PlaceScenario(new RuleScenario(
        site -> Reading.known(site.equals(CORNER) ? List.of(new Remainder(lot, 3)) : List.of())));
    stocked.given(corner(CORNER, SHOP));
    stocked.given(corner(OTHER_CORNER, OTHER_SHOP));

    stocked.when(new CloseSite(CORNER)).isRefusedWith(new StockLeft(CORNER, List.of(lot)), 3);
    stocked.when(new CloseSite(OTHER_CORNER)).isAccepted();
  }

  @Test
  void a_site_has_a_title_once_until_it_is_withdrawn() {
    places.given(corner(CORNER, SHOP));
    DesignateSite benchmark = new DesignateSite(CORNER, "benchmark", UNION);

    places.when(benchmark).isAcceptedWith(new SiteDesignated(CORNER, "benchmark", UNION));
    long designated = places.ledger.last();
    places.when(benchmark).isRefusedWith(new AlreadyDesignated(CORNER, "benchmark"), designated);
    places.when(new DesignateSite(CORNER, "model", UNION)).isAccepted();
    places.when(new WithdrawDesignation(CORNER, "benchmark"))
        .isAcceptedWith(new DesignationWithdrawn(CORNER, "benchmark", places.ledger.id(designated)));
    places.when(new WithdrawDesignation(CORNER, "benchmark"))
        .isRefusedForLackOf("site:corner-001 in SiteDesignated", new NotDesignated(CORNER, "benchmark"));
    places.when(benchmark).isAccepted();
  }

  @Test
  void a_closed_or_unknown_site_has_no_titles() {
    places.given(corner(CORNER, SHOP));
    places.given(new DesignateSite(CORNER, "benchmark", UNION));
    long closed = places.given(new CloseSite(CORNER));

    places.when(new DesignateSite(CORNER, "model", UNION)).isRefusedWith(new PlaceRefusal.SiteClosed(CORNER), closed);
    places.when(new WithdrawDesignation(CORNER, "benchmark"))
        .isRefusedWith(new PlaceRefusal.SiteClosed(CORNER), closed);
    places.when(new DesignateSite(OTHER_CORNER, "model", UNION)).isRefusedForLackOf("site:corner-002 in SiteOpened",
        new UnknownSite(OTHER_CORNER));
  }

  @Test
  void a_title_is_given_by_a_registered_organisation() {
    places.given(corner(CORNER, SHOP));

    places.when(new DesignateSite(CORNER, "model", new OrgId("nobody")))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
  }
}
