package org.communityledger.places;

import static org.communityledger.decide.RuleScenario.TODAY;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;

/** A street with two shops, the union that runs their caring corners, and an estate. */
final class PlaceScenario {
  static final PlaceId STREET = new PlaceId("street");
  static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  static final OrgId UNION = new OrgId("union");
  static final OrgId SHOP = new OrgId("shop-001");
  static final OrgId OTHER_SHOP = new OrgId("shop-002");
  static final FrameId SHOPS = new FrameId("shops");
  static final UnitId UNIT = new UnitId("shop-001");
  static final UnitId OTHER_UNIT = new UnitId("shop-002");
  static final SiteId CORNER = new SiteId("corner-001");
  static final SiteId OTHER_CORNER = new SiteId("corner-002");

  static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");

  final RuleScenario ledger;

  PlaceScenario() {
    this(new RuleScenario());
  }

  PlaceScenario(RuleScenario ledger) {
    this.ledger = ledger;
    given(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true));
    List.of(UNION, SHOP, OTHER_SHOP).forEach(
        it -> given(new RegisterOrg(it, "SHOP", "店", true, Optional.empty(), Optional.empty())));
  }

  long given(Command command) {
    return ledger.given(command, CLERK);
  }

  Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  /** A caring corner that no frame asks for. */
  static OpenSite corner(SiteId site, OrgId host) {
    return OpenSite.of(site, "CARING_CORNER", STREET, UNION).hostedBy(host);
  }

  /** The frame that lists the units. */
  static DeclareFrame listing(UnitId... units) {
    return new DeclareFrame(SHOPS, "shops of the street", STREET, Tally.exact(units.length, Unit.SHOP),
        List.of(units), TODAY);
  }

  /** The frame that only says how many units there are. */
  static DeclareFrame sized(Tally size) {
    return new DeclareFrame(SHOPS, "shops of the street", STREET, size, List.of(), TODAY);
  }
}
