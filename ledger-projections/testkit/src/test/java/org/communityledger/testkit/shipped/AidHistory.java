package org.communityledger.testkit.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidCommand.RevokeEntitlement;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.Limit;
import org.communityledger.aid.Limit.Per;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseProgramme;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.Target;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.testkit.LedgerScenario;

/**
 * Kits for riders and crowds, coal for households that are entitled to it, and a screening: everything that can happen to
 * programmes, rounds, consents, entitlements, deliveries and findings, through the rules; one delivery dated inexactly.
 */
final class AidHistory {
  static final LocalDate JULY_1 = LocalDate.of(2024, 7, 1);
  static final OrgId OFFICE = new OrgId("office");
  static final SiteId STATION = new SiteId("station");
  static final LotId KITS = new LotId("kits-2024");
  static final ProgrammeId KIT = new ProgrammeId("kit");
  static final ProgrammeId COAL = new ProgrammeId("coal");
  static final ProgrammeId SCREENING = new ProgrammeId("screening");
  static final RoundId JULY = new RoundId("july");
  static final PersonId RIDER_1 = new PersonId("rider-01");
  static final PersonId RIDER_2 = new PersonId("rider-02");
  static final PersonId RIDER_3 = new PersonId("rider-03");
  static final HouseholdId FAMILY = new HouseholdId("family");
  static final HouseholdId NEIGHBOURS = new HouseholdId("neighbours");
  static final Target PROMISED = new Target(Tally.exact(100, Unit.ITEM), "kits the union promised");
  static final Target NEEDY = new Target(Tally.exact(10, Unit.HOUSEHOLD), "households on the list of the needy");
  static final Actor CLERK = Actor.of(new PersonId("clerk"), "programme officer").onBehalfOf(OFFICE);
  static final Actor CHIEF = Actor.of(new PersonId("chief"), "programme officer");

  private static final PlaceId STREET = new PlaceId("street");

  private AidHistory() {}

  static void tell(LedgerScenario ledger) {
    prepare(ledger);
    giveKits(ledger);
    giveCoal(ledger);
    screen(ledger);
    ledger.at(JULY_1.plusDays(31)).when(new CloseRound(JULY));
    ledger.when(new ChangeTerms(KIT, Terms.none().withCrowds().withQuota(60).aimingAt(PROMISED)));
    ledger.when(new CloseProgramme(COAL));
  }

  private static void prepare(LedgerScenario ledger) {
    ledger.at(JULY_1).as(CLERK);
    ledger.when(new RegisterPlace(STREET, "STREET", "示范街", Optional.empty(), true));
    ledger.when(new RegisterOrg(OFFICE, "OFFICE", "街道办", true, Optional.empty(), Optional.of(STREET)));
    ledger.when(OpenSite.of(STATION, "STATION", STREET, OFFICE));
    for (PersonId each : List.of(RIDER_1, RIDER_2, RIDER_3)) {
      ledger.when(RegisterPerson.of(each, Optional.of(true), Optional.of("rider")));
    }
    for (HouseholdId each : List.of(FAMILY, NEIGHBOURS)) {
      ledger.when(new RegisterHousehold(each, List.of(), Tally.exact(3, Unit.PERSON)));
    }
  }

  private static void giveKits(LedgerScenario ledger) {
    When start = When.on(JULY_1);
    ledger.when(OpenProgramme.of(KIT, ProgrammeKind.GOODS, "清凉包", start, OFFICE).on(Terms.none().withCrowds()
        .withQuota(50).limitedTo(Limit.of(1, Per.ROUND)).aimingAt(PROMISED)));
    ledger.when(new OpenRound(JULY, KIT, "七月", start, Optional.of(When.on(JULY_1.plusDays(30)))));
    ledger.when(ReceiveStock.of(KITS, "kit", items(100), STATION));
    ledger.at(JULY_1.plusDays(16));
    ledger.when(Deliver.at(STATION, delivery(1), KIT, RIDER_1, OFFICE, kits(1)).in(JULY));
    ledger.when(Deliver.at(STATION, delivery(2), KIT, RIDER_2, OFFICE, kits(1), AidLine.of("hat", items(2))).in(JULY));
    ledger.when(DeliverToCrowd.at(STATION, delivery(3), KIT, Tally.between(10, 20, Unit.PERSON), OFFICE, kits(15))
        .withMoreLines().in(JULY));
    ledger.at(JULY_1.plusDays(17));
    ledger.as(CHIEF).when(new GiveApproval(new ApprovalId("reversal"), "aid.ReverseDelivery", delivery(2).tag(),
        Optional.empty())).as(CLERK);
    ledger.because("no rider").when(
        new ReverseDelivery(delivery(2), List.of(new LotQuantity(KITS, 1)), new ApprovalId("reversal")));
    ledger.at(JULY_1.plusDays(25));
    ledger.occurred(When.during(JULY_1.plusDays(19), JULY_1.plusDays(24)));
    ledger.when(Deliver.at(STATION, delivery(4), KIT, RIDER_3, OFFICE, kits(1)).in(JULY));
    ledger.at(JULY_1.plusDays(26));
    ledger.when(DeliverToCrowd.of(delivery(5), KIT, Tally.atLeast(5, Unit.PERSON), OFFICE,
        AidLine.of("water", Tally.unknown(Unit.ITEM))).in(JULY));
  }

  private static void giveCoal(LedgerScenario ledger) {
    AidLine five = AidLine.of("coal", items(5));
    ledger.when(OpenProgramme.of(COAL, ProgrammeKind.GOODS, "取暖煤", When.on(JULY_1), OFFICE).forHouseholds()
        .on(Terms.none().withEntitlement().aimingAt(NEEDY)));
    ledger.when(Entitle.of(new EntitlementId("e-1"), COAL, FAMILY, five));
    ledger.when(Entitle.of(new EntitlementId("e-2"), COAL, NEIGHBOURS, five));
    ledger.when(new RevokeEntitlement(new EntitlementId("e-2")));
    ledger.when(Deliver.of(delivery(6), COAL, FAMILY, OFFICE, AidLine.of("coal", items(3)))
        .fulfilling(new EntitlementId("e-1")));
  }

  private static void screen(LedgerScenario ledger) {
    ledger.when(OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", When.on(JULY_1), OFFICE)
        .on(Terms.none().limitedTo(Limit.of(1, Per.SERVICE))));
    for (int i = 1; i <= 3; i++) {
      ledger.when(GiveConsent.of(woman(i), ConsentMatter.of(SCREENING), "screening"));
    }
    ledger.when(new WithdrawConsent(woman(3), ConsentMatter.of(SCREENING)));
    ledger.when(exam(7, 1, "cervical"));
    ledger.when(exam(8, 1, "breast"));
    ledger.when(exam(9, 2, "cervical"));
    ledger.when(new RecordFinding(delivery(7), woman(1), Sealed.of("CIN1"), true));
    ledger.when(new RecordFinding(delivery(8), woman(1), Sealed.of("BI-RADS 1"), false));
    ledger.when(new RecordFinding(delivery(9), woman(2), Sealed.of("CIN2"), true));
    ledger.when(new CloseFollowUp(delivery(9)));
  }

  private static Deliver exam(int number, int who, String service) {
    return Deliver.of(delivery(number), SCREENING, woman(who), OFFICE,
        AidLine.of(service, Tally.exact(1, Unit.EXAM)));
  }

  static PersonId woman(int number) {
    return new PersonId("x-" + number);
  }

  static DeliveryId delivery(int number) {
    return new DeliveryId("d-" + number);
  }

  static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  private static AidLine kits(long number) {
    return AidLine.of("kit", items(number), KITS);
  }
}
