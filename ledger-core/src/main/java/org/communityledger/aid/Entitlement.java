package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidRefusal.NotEntitled;
import org.communityledger.aid.AidRefusal.OverEntitlement;
import org.communityledger.aid.AidRefusal.WrongItem;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownEntitlement;
import org.communityledger.kernel.When;

/**
 * An entitlement as it stands.
 *
 * @param id the entitlement
 * @param granting how it was granted; empty if it was not
 * @param revoking how it was revoked
 * @param deliveries what was given of it and not reversed
 */
record Entitlement(
    EntitlementId id,
    Optional<Step<EntitlementGranted>> granting,
    Optional<Step<EntitlementRevoked>> revoking,
    List<Step<Delivered>> deliveries) {

  static Reading<Entitlement> reading(EntitlementId id) {
    return Reading.of(
        Selection.of(id.tag(), EntitlementGranted.class, EntitlementRevoked.class, Delivered.class,
            DeliveryReversed.class),
        new Entitlement(id, Optional.empty(), Optional.empty(), List.of()), Entitlement::evolve);
  }

  /** Whether it was granted. */
  static Reading<Existence> granted(EntitlementId id) {
    return Existence.of(EntitlementGranted.class, new UnknownEntitlement(id));
  }

  static Entitlement evolve(Entitlement e, RecordedEvent recorded) {
    if (!(recorded.event() instanceof AidEvent event)) return e;
    return switch (event) {
      case EntitlementGranted it -> new Entitlement(e.id, Optional.of(Step.of(it, recorded)), e.revoking, e.deliveries);
      case EntitlementRevoked it -> new Entitlement(e.id, e.granting, Optional.of(Step.of(it, recorded)), e.deliveries);
      case Delivered it -> e.with(Stream.concat(e.deliveries.stream(), Stream.of(Step.of(it, recorded))).toList());
      case DeliveryReversed it -> e.with(e.deliveries.stream().filter(made -> !made.id().equals(it.made())).toList());
      case DeliveredToCrowd it -> e;
      case FindingRecorded it -> e;
      case FollowUpClosed it -> e;
    };
  }

  private Entitlement with(List<Step<Delivered>> others) {
    return new Entitlement(id, granting, revoking, others);
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownEntitlement(id), Selection.of(id.tag(), EntitlementGranted.class));
  }

  /** What became of it by the time the header says something happened. */
  EntitlementState state(Header header) {
    EntitlementGranted granted = granting.orElseThrow().fact();
    return state(granted, deliveries.stream().map(Step::fact).toList(), revoking.isPresent(), header.occurred());
  }

  /**
   * What became of an entitlement.
   *
   * @param granted how it was granted
   * @param given what was given of it and not reversed
   * @param revoked whether it was revoked
   * @param asOf when
   */
  static EntitlementState state(EntitlementGranted granted, Collection<Delivered> given, boolean revoked, When asOf) {
    if (granted.lines().stream().allMatch(it -> surelyGiven(it.item(), given) >= it.quantity().lower())) {
      return EntitlementState.FULFILLED;
    }
    if (revoked) return EntitlementState.REVOKED;
    if (granted.until().filter(asOf::isSurelyAfter).isPresent()) return EntitlementState.LAPSED;
    return given.isEmpty() ? EntitlementState.GRANTED : EntitlementState.PART;
  }

  /** The least that can have been given of an item. */
  private static long surelyGiven(String item, Collection<Delivered> given) {
    return given.stream().flatMap(it -> it.lines().stream()).filter(it -> it.item().equals(item))
        .mapToLong(it -> it.quantity().lower()).sum();
  }

  /** Why nothing can be delivered by it, whenever: it is another's, or was revoked, or does not cover it. */
  Optional<Decision> objectionTo(Deliver command) {
    if (granting.isEmpty()) return Optional.of(refuseUnknown());
    Step<EntitlementGranted> grant = granting.get();
    NotEntitled notEntitled = new NotEntitled(command.programme(), command.party());
    boolean isForIt = grant.fact().programme().equals(command.programme())
        && grant.fact().round().equals(command.round()) && grant.fact().party().equals(command.party());
    if (!isForIt) return Optional.of(refuse(notEntitled, grant.position()));
    if (revoking.isPresent()) return Optional.of(refuse(notEntitled, revoking.get().position()));
    return command.lines().stream().flatMap(it -> objectionTo(it, command).stream()).findFirst();
  }

  private Optional<Decision> objectionTo(AidLine line, Deliver command) {
    Step<EntitlementGranted> grant = granting.orElseThrow();
    Optional<AidLine> granted = grant.fact().lines().stream().filter(it -> it.item().equals(line.item())
        && it.quantity().unit().equals(line.quantity().unit())).findFirst();
    if (granted.isEmpty()) {
      return Optional.of(refuse(new WrongItem(line.item(), id.tag()), grant.position()));
    }
    long wanted = command.lines().stream().filter(it -> it.item().equals(line.item()))
        .mapToLong(it -> it.quantity().lower()).sum();
    List<Delivered> given = deliveries.stream().map(Step::fact).toList();
    return wanted > granted.get().quantity().lower() - surelyGiven(line.item(), given)
        ? Optional.of(refuse(new OverEntitlement(id, line.item()), causes()))
        : Optional.empty();
  }

  /** Why it is over at the time the header says something happened. */
  Optional<Decision> ifLapsed(Header header) {
    Step<EntitlementGranted> grant = granting.orElseThrow();
    return grant.fact().until().filter(header.occurred()::isSurelyAfter)
        .map(it -> refuse(new NotEntitled(grant.fact().programme(), grant.fact().party()), grant.position()));
  }

  /** The positions of its granting and of what was given of it. */
  long[] causes() {
    return LongStream.concat(LongStream.of(granting.orElseThrow().position()),
        deliveries.stream().mapToLong(Step::position)).toArray();
  }
}
