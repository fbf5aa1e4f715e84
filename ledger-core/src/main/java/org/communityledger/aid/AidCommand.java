package org.communityledger.aid;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/**
 * What can be asked about entitlements, deliveries, and what screenings found.
 *
 * <p>In a sensitive programme the party is the surrogate of the person for that programme.
 */
public sealed interface AidCommand extends About {
  /**
   * Grants a party something.
   *
   * @param round the round for which it is granted; empty in a programme without rounds
   * @param lines what, in exact quantities, each item once, out of no lot
   * @param basis why, in the words of whoever grants it
   */
  record Entitle(
      EntitlementId entitlement,
      ProgrammeId programme,
      Optional<RoundId> round,
      Party party,
      List<AidLine> lines,
      Optional<Sealed<String>> basis) implements AidCommand, Personal {
    public Entitle {
      lines = List.copyOf(lines);
      requireLines(lines);
      Set<String> items = new HashSet<>();
      for (AidLine each : lines) {
        if (!each.quantity().isExact() || each.lot().isPresent() || !items.add(each.item())) {
          throw new IllegalArgumentException(
              "An entitlement names each item once, in an exact quantity and out of no lot");
        }
      }
    }

    /** An entitlement in a programme without rounds, of which the basis is not recorded. */
    public static Entitle of(EntitlementId entitlement, ProgrammeId programme, Party party, AidLine... lines) {
      return new Entitle(entitlement, programme, Optional.empty(), party, List.of(lines), Optional.empty());
    }

    /** The same in a round. */
    public Entitle in(RoundId which) {
      return new Entitle(entitlement, programme, Optional.of(which), party, lines, basis);
    }

    @Override
    public Id subject() {
      return entitlement;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofEntitlement(party);
    }
  }

  /** Takes an entitlement back that is not used up. */
  record RevokeEntitlement(EntitlementId entitlement) implements AidCommand {
    @Override
    public Id subject() {
      return entitlement;
    }
  }

  /**
   * Says that a party got something.
   *
   * @param round the round in which; empty in a programme without rounds
   * @param lines what
   * @param entitlement the entitlement it fulfils, in whole or in part
   * @param at where; what comes out of a lot comes out of the stock there
   * @param activity the activity at which
   * @param by who handed it out
   * @param proof what shows that the party received it
   */
  record Deliver(
      DeliveryId delivery,
      ProgrammeId programme,
      Optional<RoundId> round,
      Party party,
      List<AidLine> lines,
      Optional<EntitlementId> entitlement,
      Optional<SiteId> at,
      Optional<ActivityId> activity,
      Party by,
      Acknowledgement proof) implements AidCommand {
    public Deliver {
      lines = List.copyOf(lines);
      requireLines(lines);
      requireSite(lines, at);
    }

    /** Something signed for, given in a programme without rounds, at no site. */
    public static Deliver of(DeliveryId delivery, ProgrammeId programme, Party party, Party by, AidLine... lines) {
      return new Deliver(delivery, programme, Optional.empty(), party, List.of(lines), Optional.empty(),
          Optional.empty(), Optional.empty(), by, Acknowledgement.SIGNATURE);
    }

    /** The same out of the stock of a site. */
    public static Deliver at(
        SiteId site,
        DeliveryId delivery,
        ProgrammeId programme,
        Party party,
        Party by,
        AidLine... lines) {
      return new Deliver(delivery, programme, Optional.empty(), party, List.of(lines), Optional.empty(),
          Optional.of(site), Optional.empty(), by, Acknowledgement.SIGNATURE);
    }

    /** The same in a round. */
    public Deliver in(RoundId which) {
      return new Deliver(delivery, programme, Optional.of(which), party, lines, entitlement, at, activity, by, proof);
    }

    /** The same as the fulfilment of an entitlement. */
    public Deliver fulfilling(EntitlementId which) {
      return new Deliver(delivery, programme, round, party, lines, Optional.of(which), at, activity, by, proof);
    }

    /** The same, given at an activity. */
    public Deliver during(ActivityId which) {
      return new Deliver(delivery, programme, round, party, lines, entitlement, at, Optional.of(which), by, proof);
    }

    @Override
    public Id subject() {
      return delivery;
    }
  }

  /**
   * Says that people nobody names got something.
   *
   * @param people how many, in the programme's unit
   * @param lines what they got altogether
   * @param linesOpen whether they got things that are not named
   */
  record DeliverToCrowd(
      DeliveryId delivery,
      ProgrammeId programme,
      Optional<RoundId> round,
      Tally people,
      List<AidLine> lines,
      boolean linesOpen,
      Optional<SiteId> at,
      Optional<ActivityId> activity,
      Party by) implements AidCommand {
    public DeliverToCrowd {
      lines = List.copyOf(lines);
      if (lines.isEmpty() && !linesOpen) {
        throw new IllegalArgumentException("A delivery names what was given, or says that it names not all");
      }
      requireSite(lines, at);
      if (!people.unit().equals(Unit.PERSON) && !people.unit().equals(Unit.HOUSEHOLD)) {
        throw new IllegalArgumentException("people counts PERSON or HOUSEHOLD, not " + people.unit());
      }
    }

    /** What was given in a programme without rounds, at no site; all of it is named. */
    public static DeliverToCrowd of(
        DeliveryId delivery,
        ProgrammeId programme,
        Tally people,
        Party by,
        AidLine... lines) {
      return new DeliverToCrowd(delivery, programme, Optional.empty(), people, List.of(lines), false, Optional.empty(),
          Optional.empty(), by);
    }

    /** The same out of the stock of a site. */
    public static DeliverToCrowd at(
        SiteId site,
        DeliveryId delivery,
        ProgrammeId programme,
        Tally people,
        Party by,
        AidLine... lines) {
      return new DeliverToCrowd(delivery, programme, Optional.empty(), people, List.of(lines), false, Optional.of(site),
          Optional.empty(), by);
    }

    /** The same in a round. */
    public DeliverToCrowd in(RoundId which) {
      return new DeliverToCrowd(delivery, programme, Optional.of(which), people, lines, linesOpen, at, activity, by);
    }

    /** The same at a site, where nothing comes out of its stock. */
    public DeliverToCrowd at(SiteId site) {
      return new DeliverToCrowd(delivery, programme, round, people, lines, linesOpen, Optional.of(site), activity, by);
    }

    /** The same, given at an activity. */
    public DeliverToCrowd during(ActivityId which) {
      return new DeliverToCrowd(delivery, programme, round, people, lines, linesOpen, at, Optional.of(which), by);
    }

    /** The same, with things that are not named. */
    public DeliverToCrowd withMoreLines() {
      return new DeliverToCrowd(delivery, programme, round, people, lines, true, at, activity, by);
    }

    @Override
    public Id subject() {
      return delivery;
    }
  }

  /**
   * Undoes a delivery, to a party or to a crowd. The header says why.
   *
   * @param backToLot what of it came back, each lot once; it is in stock again where it was given out
   * @param approval the approval, for {@code aid.ReverseDelivery} on the delivery
   */
  record ReverseDelivery(DeliveryId delivery, List<LotQuantity> backToLot, ApprovalId approval)
      implements
        AidCommand {
    public ReverseDelivery {
      backToLot = List.copyOf(backToLot);
      Set<LotId> lots = new HashSet<>();
      if (!backToLot.stream().allMatch(it -> lots.add(it.lot()))) {
        throw new IllegalArgumentException("backToLot must not name a lot twice");
      }
    }

    @Override
    public Id subject() {
      return delivery;
    }
  }

  /**
   * Says what a screening found. What was found is sealed; only whether there is to be a follow-up is not.
   *
   * @param delivery the examination
   * @param party who was examined, as the examination has it
   * @param finding the class of the finding
   * @param followUp whether there is to be a follow-up
   */
  record RecordFinding(DeliveryId delivery, Party party, Sealed<String> finding, boolean followUp)
      implements
        AidCommand,
        Personal {
    @Override
    public Id subject() {
      return delivery;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofFinding(party);
    }
  }

  /** Says that the follow-up of a finding is done. */
  record CloseFollowUp(DeliveryId delivery) implements AidCommand {
    @Override
    public Id subject() {
      return delivery;
    }
  }

  private static void requireLines(List<AidLine> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("lines must name something");
    }
  }

  private static void requireSite(List<AidLine> lines, Optional<SiteId> at) {
    if (at.isEmpty() && lines.stream().anyMatch(it -> it.lot().isPresent())) {
      throw new IllegalArgumentException("What comes out of a lot comes out of the stock of a site: say at which");
    }
  }
}
