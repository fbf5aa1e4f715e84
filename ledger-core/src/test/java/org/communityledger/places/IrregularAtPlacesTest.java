package org.communityledger.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.decide.RuleScenario.TODAY;
import static org.communityledger.places.PlaceScenario.CLERK;
import static org.communityledger.places.PlaceScenario.CORNER;
import static org.communityledger.places.PlaceScenario.OTHER_CORNER;
import static org.communityledger.places.PlaceScenario.OTHER_UNIT;
import static org.communityledger.places.PlaceScenario.SHOP;
import static org.communityledger.places.PlaceScenario.SHOPS;
import static org.communityledger.places.PlaceScenario.STREET;
import static org.communityledger.places.PlaceScenario.UNION;
import static org.communityledger.places.PlaceScenario.UNIT;
import static org.communityledger.places.PlaceScenario.corner;
import static org.communityledger.places.PlaceScenario.listing;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IrregularAtPlacesTest {
  private static final ApprovalId APPROVAL = new ApprovalId("as-it-is");

  private final PlaceScenario places = new PlaceScenario();

  @Test
  void a_host_that_really_has_two_sites_of_a_kind_keeps_both_until_they_close() {
    long first = places.given(corner(CORNER, SHOP));
    approve("places.OpenSite", OTHER_CORNER.tag());

    whenIrregular(corner(OTHER_CORNER, SHOP)).isAccepted();

    assertMarked(OTHER_CORNER, "HostHasSuchSite");
    places.when(corner(new SiteId("corner-003"), SHOP))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER), first);
    places.given(new CloseSite(CORNER));
    places.when(corner(new SiteId("corner-003"), SHOP))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", OTHER_CORNER), first + 2);
  }

  @Test
  void what_is_irregular_is_not_sent_in_a_batch() {
    long first = places.given(corner(CORNER, SHOP));
    approve("places.OpenSites", Tag.parse("command:c7"));

    whenIrregular(new OpenSites(List.of(corner(OTHER_CORNER, SHOP))))
        .isRefusedWith(new HostHasSuchSite(SHOP, "CARING_CORNER", CORNER), first);
  }

  @Test
  void a_unit_that_really_has_two_assets_of_a_kind_keeps_both() {
    AssetId second = new AssetId("shelf-2");
    places.given(listing(UNIT, OTHER_UNIT));
    places.given(shelf(new AssetId("shelf-1")));
    approve("places.InstallAsset", second.tag());

    whenIrregular(shelf(second)).isAccepted();

    assertMarked(second, "UnitHasAsset");
  }

  @Test
  void two_who_really_look_after_an_asset_at_a_time_are_both_recorded() {
    AssetId lift = new AssetId("lift-1");
    places.given(InstallAsset.of(lift, "LIFT", STREET));
    places.given(new AssignSteward(lift, UNION, TODAY, Optional.empty()));
    approve("places.AssignSteward", lift.tag());

    whenIrregular(new AssignSteward(lift, SHOP, TODAY, Optional.empty())).isAccepted();

    assertMarked(lift, "StewardOverlaps");
  }

  private static InstallAsset shelf(AssetId id) {
    return InstallAsset.of(id, "SHELF", STREET).covering(FrameUnit.of(SHOPS, UNIT));
  }

  private void assertMarked(Id about, String rule) {
    long last = places.ledger.last();
    assertThat(places.ledger.at(last).event()).isEqualTo(
        new RuleBroken(about.tag(), places.ledger.id(last - 1), List.of(rule), Optional.of(APPROVAL)));
  }

  private Answer whenIrregular(Command command) {
    return places.ledger.whenIrregular(command, CLERK, When.on(TODAY), "so it stands there", APPROVAL);
  }

  private void approve(String what, Tag target) {
    places.ledger.given(new GiveApproval(APPROVAL, what, target, Optional.empty()),
        Actor.of(new PersonId("chief"), "head of office"));
  }
}
