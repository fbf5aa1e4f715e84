package org.communityledger.aid;

import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.DeliverToCrowd;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidCommand.RevokeEntitlement;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseProgramme;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.decide.Context;

/**
 * The rule sheet of aid: what there is. The rules themselves stand in the order of a programme's life: programmes,
 * consents, entitlements, deliveries, reversals, findings, and beside them stock.
 */
public final class AidRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = StockRules.addedTo(Context.named("aid")
      .event("ProgrammeOpened", 1, ProgrammeOpened.class)
      .event("TermsChanged", 1, TermsChanged.class)
      .event("ProgrammeClosed", 1, ProgrammeClosed.class)
      .event("RoundOpened", 1, RoundOpened.class)
      .event("RoundClosed", 1, RoundClosed.class)
      .event("ConsentGiven", 1, ConsentGiven.class)
      .event("ConsentWithdrawn", 1, ConsentWithdrawn.class)
      .event("EntitlementGranted", 1, EntitlementGranted.class)
      .event("EntitlementRevoked", 1, EntitlementRevoked.class)
      .event("Delivered", 1, Delivered.class)
      .event("DeliveredToCrowd", 1, DeliveredToCrowd.class)
      .event("DeliveryReversed", 1, DeliveryReversed.class)
      .event("FindingRecorded", 1, FindingRecorded.class)
      .event("FollowUpClosed", 1, FollowUpClosed.class)
      .command("OpenProgramme", OpenProgramme.class, ProgrammeRules::toOpen, ProgrammeRules::open)
      .command("ChangeTerms", ChangeTerms.class, ProgrammeRules::toChange, ProgrammeRules::changeTerms)
      .commandReadingHeader("CloseProgramme", CloseProgramme.class, ProgrammeRules::toClose, ProgrammeRules::close)
      .command("OpenRound", OpenRound.class, ProgrammeRules::toOpenRound, ProgrammeRules::openRound)
      .commandReadingHeader("CloseRound", CloseRound.class, ProgrammeRules::toCloseRound, ProgrammeRules::closeRound)
      .command("GiveConsent", GiveConsent.class, ConsentRules::toConsent, ConsentRules::give)
      .commandReadingHeader("WithdrawConsent", WithdrawConsent.class, ConsentRules::toWithdraw, ConsentRules::withdraw)
      .command("Entitle", Entitle.class, EntitlementRules::toEntitle, EntitlementRules::entitle)
      .command("RevokeEntitlement", RevokeEntitlement.class, EntitlementRules::toRevoke, EntitlementRules::revoke)
      .commandReadingHeader("Deliver", Deliver.class, DeliveryRules::toDeliver, DeliveryRules::deliver)
      .command("DeliverToCrowd", DeliverToCrowd.class, DeliveryRules::toDeliverToCrowd, DeliveryRules::deliverToCrowd)
      .command("ReverseDelivery", ReverseDelivery.class, ReversalRules::toReverse, ReversalRules::reverse)
      .command("RecordFinding", RecordFinding.class, it -> Delivery.reading(it.delivery()), FindingRules::record)
      .command("CloseFollowUp", CloseFollowUp.class, it -> Delivery.reading(it.delivery()),
          FindingRules::closeFollowUp)
      .place(OpenProgramme.class, it -> AidPlaces.of(it.sponsors()))
      .place(ChangeTerms.class, it -> AidPlaces.of(it.programme()))
      .place(CloseProgramme.class, it -> AidPlaces.of(it.programme()))
      .place(OpenRound.class, it -> AidPlaces.of(it.programme()))
      .place(CloseRound.class, it -> AidPlaces.of(it.round()))
      .place(Entitle.class, it -> AidPlaces.of(it.programme()))
      .place(RevokeEntitlement.class, it -> AidPlaces.of(it.entitlement()))
      .place(Deliver.class, it -> AidPlaces.of(it.at(), it.activity(), it.programme()))
      .place(DeliverToCrowd.class, it -> AidPlaces.of(it.at(), it.activity(), it.programme()))
      .place(ReverseDelivery.class, it -> AidPlaces.of(it.delivery()))
      .place(RecordFinding.class, it -> AidPlaces.of(it.delivery()))
      .place(CloseFollowUp.class, it -> AidPlaces.of(it.delivery()))).build();

  private AidRules() {}
}
