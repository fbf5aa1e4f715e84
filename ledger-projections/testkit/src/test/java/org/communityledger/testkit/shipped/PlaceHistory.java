package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.Condition;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceCommand.WithdrawDesignation;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testkit.LedgerScenario;

/**
 * A street with three shops in a frame, their caring corners, and a railing: everything that can happen to sites, assets and
 * frames, through the rules; some of it dated inexactly, one closing taken back.
 */
final class PlaceHistory {
  static final LocalDate JULY_1 = LocalDate.of(2024, 7, 1);
  static final PlaceId STREET = new PlaceId("street");
  static final OrgId UNION = new OrgId("union");
  static final FrameId SHOPS = new FrameId("shops");
  static final AssetId WALL = new AssetId("wall");
  static final AssetId RAILING = new AssetId("railing");

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");
  private static final ApprovalId APPROVAL = new ApprovalId("to-take-back");

  private PlaceHistory() {}

  static SiteId corner(int shop) {
    return new SiteId("corner-" + shop);
  }

  static UnitId shop(int number) {
    return new UnitId("shop-" + number);
  }

  static void tell(LedgerScenario ledger) {
    ledger.at(JULY_1).as(CLERK);
    ledger.when(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    ledger.when(new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.empty()));
    ledger.when(new DeclareFrame(SHOPS, "shops of the street", STREET, Tally.exact(3, Unit.SHOP), List.of(), JULY_1));
    ledger.when(open(1).covering(FrameUnit.someOf(SHOPS)));
    ledger.when(new ReviseFrame(SHOPS, Tally.exact(3, Unit.SHOP), List.of(shop(1), shop(2), shop(3)), JULY_1));
    ledger.when(new CloseSite(corner(1)));
    ledger.at(JULY_1.plusDays(1)).occurred(When.notAfter(JULY_1.plusDays(1)).asStated("近日"));
    ledger.when(new OpenSites(IntStream.rangeClosed(2, 4).mapToObj(
        it -> open(it).covering(FrameUnit.of(SHOPS, shop(it - 1)))).toList()));
    ledger.at(JULY_1.plusDays(2)).when(new DesignateSite(corner(2), "benchmark", UNION));
    ledger.when(new DesignateSite(corner(3), "benchmark", UNION));
    ledger.when(new WithdrawDesignation(corner(3), "benchmark"));
    ledger.when(InstallAsset.of(WALL, "WALL", STREET));
    ledger.because("it leans").when(new RemoveAsset(WALL, Optional.empty()));
    ledger.when(InstallAsset.of(RAILING, "RAILING", STREET).installedBy(UNION));
    ledger.at(JULY_1.plusDays(9)).when(new InspectAsset(RAILING, Condition.FAULT, Optional.empty()));
    ledger.when(new AssignSteward(RAILING, UNION, JULY_1, Optional.empty()));
    ledger.when(new AssignSteward(RAILING, UNION, JULY_1, Optional.of(JULY_1.plusDays(30))));
    ledger.when(new CloseSite(corner(4)));
    ledger.when(new CloseSite(corner(3)));
    EventId mistake = ledger.ledger().reader().event(ledger.position()).id();
    ledger.as(CHIEF).when(new GiveApproval(APPROVAL, "records.RetractEvent", mistake.tag(), Optional.empty()));
    ledger.as(CLERK).when(new RetractEvent(mistake, APPROVAL, List.of()));
  }

  private static OpenSite open(int number) {
    return OpenSite.of(corner(number), "CARING_CORNER", STREET, UNION);
  }
}
