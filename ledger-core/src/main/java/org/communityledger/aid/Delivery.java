package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidRefusal.AlreadyReversed;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownDelivery;

/**
 * A delivery as it stands.
 *
 * @param id the delivery
 * @param made how it was made, to a party or to a crowd; empty if it was not
 * @param tags the tags of that event
 * @param reversed the position of its reversal
 * @param finding what was found, if it is an examination
 * @param followUpClosed the position at which the follow-up of the finding was closed
 */
record Delivery(
    DeliveryId id,
    Optional<Step<MovesStock>> made,
    Set<Tag> tags,
    Optional<Long> reversed,
    Optional<Step<FindingRecorded>> finding,
    Optional<Long> followUpClosed) {

  static Reading<Delivery> reading(DeliveryId id) {
    return Reading.of(
        Selection.of(id.tag(), Delivered.class, DeliveredToCrowd.class, DeliveryReversed.class, FindingRecorded.class,
            FollowUpClosed.class),
        new Delivery(id, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty()),
        Delivery::evolve);
  }

  /** Whether it was made, to a party or to a crowd. */
  static Reading<Existence> made(DeliveryId id) {
    UnknownDelivery unknown = new UnknownDelivery(id);
    return Existence.of(Delivered.class, unknown).and(Existence.of(DeliveredToCrowd.class, unknown),
        (party, crowd) -> crowd.isKnown() ? crowd : party);
  }

  static Delivery evolve(Delivery d, RecordedEvent recorded) {
    if (!(recorded.event() instanceof AidEvent event)) return d;
    Optional<Long> here = Optional.of(recorded.position());
    return switch (event) {
      case Delivered it -> d.madeBy(Step.of(it, recorded), recorded.tags());
      case DeliveredToCrowd it -> d.madeBy(Step.of(it, recorded), recorded.tags());
      case DeliveryReversed it -> new Delivery(d.id, d.made, d.tags, here, d.finding, d.followUpClosed);
      case FindingRecorded it -> new Delivery(d.id, d.made, d.tags, d.reversed, Optional.of(Step.of(it, recorded)),
          Optional.empty());
      case FollowUpClosed it -> new Delivery(d.id, d.made, d.tags, d.reversed, d.finding, here);
      case EntitlementGranted it -> d;
      case EntitlementRevoked it -> d;
    };
  }

  private Delivery madeBy(Step<MovesStock> making, Set<Tag> found) {
    return new Delivery(id, Optional.of(making), found, reversed, finding, followUpClosed);
  }

  /** Why nothing can be said of it: there is none, or it was undone. */
  Optional<Decision> objection() {
    if (made.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownDelivery(id),
          Selection.of(id.tag(), Delivered.class, DeliveredToCrowd.class)));
    }
    return reversed.map(it -> refuse(new AlreadyReversed(id), it));
  }

  /** The delivery, if it was to a party. */
  Optional<Delivered> toParty() {
    return made.map(Step::fact).filter(Delivered.class::isInstance).map(Delivered.class::cast);
  }

  /** The delivery, if it was to a crowd. */
  Optional<DeliveredToCrowd> toCrowd() {
    return made.map(Step::fact).filter(DeliveredToCrowd.class::isInstance).map(DeliveredToCrowd.class::cast);
  }

  ProgrammeId programme() {
    return toParty().map(Delivered::programme).orElseGet(() -> toCrowd().orElseThrow().programme());
  }

  Optional<RoundId> round() {
    return toParty().map(Delivered::round).orElseGet(() -> toCrowd().orElseThrow().round());
  }

  List<AidLine> lines() {
    return toParty().map(Delivered::lines).orElseGet(() -> toCrowd().orElseThrow().lines());
  }

  Optional<SiteId> at() {
    return toParty().map(Delivered::at).orElseGet(() -> toCrowd().orElseThrow().at());
  }

  /** How much it took out of each lot. */
  Map<LotId, Long> taken() {
    return made.orElseThrow().fact().moves().stream()
        .collect(Collectors.toMap(StockMove::lot, it -> -it.change(), Math::addExact));
  }
}
