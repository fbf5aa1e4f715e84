package org.communityledger.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.places.PlaceScenario.CLERK;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LateEntriesAtPlacesTest {
  private static final When JULY_1 = When.on(LocalDate.of(2024, 7, 1));
  private static final When JULY_9 = When.on(LocalDate.of(2024, 7, 9));
  private static final When JULY_20 = When.on(LocalDate.of(2024, 7, 20));
  private static final Actor INSPECTOR = Actor.of(new PersonId("inspector"), "inspector");
  private static final ApprovalId APPROVAL = new ApprovalId("a1");

  private final PlaceScenario places = new PlaceScenario();

  @Test
  void a_designation_loses_its_ground_to_a_closing_recorded_later_that_was_earlier() {
    places.ledger.given(corner(CORNER, SHOP), CLERK, JULY_1);
    long before = places.ledger.given(new DesignateSite(CORNER, "model", UNION), CLERK, JULY_1);
    EventId designation = id(places.ledger.given(new DesignateSite(CORNER, "benchmark", UNION), CLERK, JULY_20));

    places.ledger.when(new CloseSite(CORNER), CLERK, JULY_9).isAcceptedWith(
        new SiteClosed(CORNER, "CARING_CORNER", Optional.of(SHOP), Optional.empty()),
        new LateConflict(CORNER.tag(), designation, EventId.parse("c8.0"), "SiteClosed"));

    assertThat(places.ledger.at(before).event()).isEqualTo(new SiteDesignated(CORNER, "model", UNION));
    assertThat(places.ledger.at(places.ledger.last()).header().occurred()).isEqualTo(JULY_20);
    assertThat(places.ledger.at(places.ledger.last()).tags()).extracting(Tag::toString)
        .containsExactlyInAnyOrder("site:corner-001", "event:c7.0", "event:c8.0");
  }

  @Test
  void nothing_is_late_on_days_that_may_have_been_the_same() {
    places.ledger.given(corner(CORNER, SHOP), CLERK, JULY_1);
    places.ledger.given(new DesignateSite(CORNER, "benchmark", UNION), CLERK, JULY_20);

    places.ledger.when(new CloseSite(CORNER), CLERK, When.notAfter(LocalDate.of(2024, 7, 20))).isAcceptedWith(
        new SiteClosed(CORNER, "CARING_CORNER", Optional.of(SHOP), Optional.empty()));
  }

  @Test
  void a_remark_does_not_hinder_the_retraction_of_the_event_it_is_about_and_goes_with_it() {
    EventId designation = designatedThenClosedBefore();
    EventId remark = id(places.ledger.last());
    approve(designation);

    places.when(new RetractEvent(designation, APPROVAL, List.of())).isAcceptedWith(
        retracted(designation, "site:corner-001", "org:union"),
        retracted(remark, "event:c6.0", "event:c7.0", "site:corner-001"));
  }

  @Test
  void a_remark_goes_with_the_late_entry_that_led_to_it() {
    designatedThenClosedBefore();
    EventId closing = id(places.ledger.last() - 1);
    EventId remark = id(places.ledger.last());
    approve(closing);

    places.when(new RetractEvent(closing, APPROVAL, List.of(
        new Replacement(new CloseSite(CORNER), Optional.of(JULY_20))))).isAcceptedWith(
            retracted(closing, "host:CARING_CORNER:shop-001", "site:corner-001"),
            retracted(remark, "event:c6.0", "event:c7.0", "site:corner-001"),
            new SiteClosed(CORNER, "CARING_CORNER", Optional.of(SHOP), Optional.empty()));
  }

  @Test
  void a_remark_stays_when_what_it_is_about_is_only_said_otherwise() {
    EventId designation = designatedThenClosedBefore();
    approve(designation);

    places.when(new RetractEvent(designation, APPROVAL, List.of(
        new Replacement(new DesignateSite(CORNER, "model", UNION), Optional.empty())))).isAcceptedWith(
            retracted(designation, "site:corner-001", "org:union"), new SiteDesignated(CORNER, "model", UNION));
  }

  @Test
  void a_remark_is_taken_back_on_its_own_once_somebody_has_looked_into_it() {
    designatedThenClosedBefore();
    EventId remark = id(places.ledger.last());
    approve(remark);

    places.when(new RetractEvent(remark, APPROVAL, List.of()))
        .isAcceptedWith(retracted(remark, "event:c6.0", "event:c7.0", "site:corner-001"));
  }

  @Test
  void an_inspection_and_a_stewardship_lose_their_ground_to_a_removal() {
    AssetId lift = new AssetId("lift-1");
    places.ledger.given(InstallAsset.of(lift, "LIFT", STREET), CLERK, JULY_1);
    EventId inspection = id(places.ledger.given(
        new InspectAsset(lift, Condition.OK, Optional.empty()), INSPECTOR, JULY_20));
    EventId care = id(places.ledger.given(
        new AssignSteward(lift, UNION, LocalDate.of(2024, 7, 20), Optional.empty()), CLERK, JULY_20));

    places.ledger.when(new RemoveAsset(lift, Optional.empty()), CLERK, JULY_9, "it was sold").isAcceptedWith(
        new AssetRemoved(lift, "LIFT", STREET, Optional.empty(), Optional.empty(), Optional.empty()),
        new LateConflict(lift.tag(), inspection, EventId.parse("c8.0"), "AssetGone"),
        new LateConflict(lift.tag(), care, EventId.parse("c8.0"), "AssetGone"));
  }

  @Test
  void a_site_opened_while_its_host_still_had_one_says_so_of_itself() {
    places.ledger.given(corner(CORNER, SHOP), CLERK, JULY_1);
    EventId closing = id(places.ledger.given(new CloseSite(CORNER), CLERK, JULY_20));

    places.ledger.when(corner(OTHER_CORNER, SHOP), CLERK, JULY_9).isAcceptedWith(
        new SiteOpened(OTHER_CORNER, "CARING_CORNER", Optional.empty(), STREET, UNION, Optional.of(SHOP),
            Optional.empty(), Optional.of(closing)),
        new LateConflict(OTHER_CORNER.tag(), EventId.parse("c7.0"), EventId.parse("c7.0"), "HostHasSuchSite"));
  }

  @Test
  void each_late_site_of_a_batch_says_so_of_itself() {
    places.ledger.given(corner(CORNER, SHOP), CLERK, JULY_1);
    places.ledger.given(new CloseSite(CORNER), CLERK, JULY_20);

    places.ledger.when(new OpenSites(List.of(corner(new SiteId("corner-003"), OTHER_SHOP), corner(OTHER_CORNER, SHOP))),
        CLERK, JULY_9).isAccepted();

    assertThat(places.ledger.at(places.ledger.last()).event()).isEqualTo(
        new LateConflict(OTHER_CORNER.tag(), EventId.parse("c7.1"), EventId.parse("c7.1"), "HostHasSuchSite"));
  }

  @Test
  void an_asset_installed_while_its_unit_still_had_one_says_so_of_itself() {
    AssetId old = new AssetId("shelf-1");
    AssetId late = new AssetId("shelf-2");
    places.given(listing(UNIT, OTHER_UNIT));
    places.ledger.given(InstallAsset.of(old, "SHELF", STREET).covering(FrameUnit.of(SHOPS, UNIT)), CLERK, JULY_1);
    places.ledger.when(new RemoveAsset(old, Optional.empty()), CLERK, JULY_20, "it broke").isAccepted();

    places.ledger.when(InstallAsset.of(late, "SHELF", STREET).covering(FrameUnit.of(SHOPS, UNIT)), CLERK, JULY_9)
        .isAccepted();

    assertThat(places.ledger.at(places.ledger.last()).event()).isEqualTo(
        new LateConflict(late.tag(), EventId.parse("c8.0"), EventId.parse("c8.0"), "UnitHasAsset"));
  }

  private EventId designatedThenClosedBefore() {
    places.ledger.given(corner(CORNER, SHOP), CLERK, JULY_1);
    EventId designation = id(places.ledger.given(new DesignateSite(CORNER, "benchmark", UNION), CLERK, JULY_20));
    places.ledger.given(new CloseSite(CORNER), CLERK, JULY_9);
    return designation;
  }

  private void approve(EventId event) {
    places.ledger.given(new GiveApproval(APPROVAL, "records.RetractEvent", event.tag(), Optional.empty()),
        Actor.of(new PersonId("chief"), "head of office"));
  }

  private EventId id(long position) {
    return places.ledger.id(position);
  }

  private static EventRetracted retracted(EventId event, String... tags) {
    return new EventRetracted(event, Optional.of(APPROVAL), List.of(tags).stream().map(Tag::parse).toList());
  }
}
