package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.DAY;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.InstallAssets;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.places.PlaceRefusal.UnitHasAsset;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page tells of 107 shops and 70 lifts, recorded at the door of a ledger in a file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchesOfSitesAndAssetsTest {
  private static final FrameId FRAME = new FrameId("frame");

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    ledger.record(registerEstate(), header("place"));
    ledger.record(registerOffice(), header("office"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static List<UnitId> units(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(it -> new UnitId("unit-" + it)).toList();
  }

  private void declare(int size, Unit unit) {
    receipt(ledger.record(new DeclareFrame(FRAME, "all of them", ESTATE, Tally.exact(size, unit), units(size), DAY),
        header("declare")));
  }

  private static InstallAsset blocker(String asset, UnitId unit) {
    return InstallAsset.of(new AssetId(asset), "LIFT_BLOCKER", ESTATE).covering(FrameUnit.of(FRAME, unit));
  }

  @Test
  void S06_107_corners_are_opened_by_one_command_in_one_append() {
    declare(107, Unit.SHOP);
    List<OpenSite> corners = units(107).stream()
        .map(it -> OpenSite.of(new SiteId("corner-" + it), "CARING_CORNER", ESTATE, OFFICE)
            .covering(FrameUnit.of(FRAME, it)))
        .toList();

    Receipt receipt = receipt(ledger.record(new OpenSites(corners), header("corners")));

    assertThat(receipt.entries()).extracting(Receipt.Line::position)
        .containsExactlyElementsOf(IntStream.range(4, 111).mapToObj(Long::valueOf).toList());
    assertThat(receipt(ledger.record(new OpenSites(corners), header("corners")))).isEqualTo(receipt);
    assertThat(ledger.reader().size()).isEqualTo(111);
  }

  @Test
  void S25_of_70_blockers_none_is_installed_if_one_lift_has_one() {
    declare(70, Unit.LIFT);
    receipt(ledger.record(blocker("old", new UnitId("unit-70")), header("old")));
    List<InstallAsset> blockers = units(70).stream().map(it -> blocker("new-" + it, it)).toList();

    Outcome.Refused refused = refusal(ledger.record(new InstallAssets(blockers), header("all")));

    assertThat(refused.refusal())
        .isEqualTo(new UnitHasAsset(FRAME, new UnitId("unit-70"), "LIFT_BLOCKER", new AssetId("old")));
    assertThat(refused.causes()).containsExactly(4L);
    assertThat(ledger.reader().size()).isEqualTo(5);
    receipt(ledger.record(new InstallAssets(blockers.subList(0, 69)), header("others")));
    assertThat(ledger.reader().size()).isEqualTo(5 + 69);
  }

  @Test
  void of_many_who_open_a_corner_in_one_shop_exactly_one_succeeds() throws Exception {
    List<Outcome> outcomes = Crowd.of(16, number -> ledger.record(
        OpenSite.of(new SiteId("corner-" + number), "CARING_CORNER", ESTATE, OFFICE).hostedBy(OFFICE),
        header("open-" + number)));

    assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast))
        .hasSize(15).allSatisfy(it -> {
          assertThat(it.refusal()).isInstanceOf(HostHasSuchSite.class);
          assertThat(it.causes()).containsExactly(3L);
        });
  }
}
