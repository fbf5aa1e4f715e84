package org.communityledger.projection.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.EntitlementState;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;

/**
 * What somebody may have and got of a programme.
 *
 * @param recipient who, of which programme
 * @param people of a crowd, how many they are
 * @param entitlements what was granted, in the order of the record
 * @param deliveries what was given, in the order of the record
 */
public record RecipientRow(
    Recipient recipient,
    Optional<Tally> people,
    List<Grant> entitlements,
    List<Gift> deliveries) {
  public RecipientRow {
    entitlements = List.copyOf(entitlements);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * An entitlement.
   *
   * @param entitlement its id
   * @param round the round for which it was granted
   * @param lines what
   * @param until its last day, if it has one
   * @param revoked whether it was revoked
   */
  public record Grant(
      EntitlementId entitlement,
      Optional<RoundId> round,
      List<AidLine> lines,
      Optional<LocalDate> until,
      boolean revoked) {
    public Grant {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A delivery.
   *
   * @param delivery its id
   * @param round the round in which
   * @param lines what
   * @param entitlement the entitlement it fulfils
   * @param when when, no more exact than stated
   * @param reversed whether it was reversed
   * @param position its position
   */
  public record Gift(
      DeliveryId delivery,
      Optional<RoundId> round,
      List<AidLine> lines,
      Optional<EntitlementId> entitlement,
      When when,
      boolean reversed,
      long position) {
    public Gift {
      lines = List.copyOf(lines);
    }
  }

  static RecipientRow of(Recipient recipient) {
    return new RecipientRow(recipient, Optional.empty(), List.of(), List.of());
  }

  /** What was given and not reversed. */
  public Stream<Gift> given() {
    return deliveries.stream().filter(it -> !it.reversed());
  }

  /** What became of an entitlement by a day. */
  public EntitlementState state(Grant grant, When asOf) {
    List<AidLine> lines = given().filter(it -> it.entitlement().equals(Optional.of(grant.entitlement())))
        .flatMap(it -> it.lines().stream()).toList();
    boolean fulfilled = grant.lines().stream().allMatch(it -> surely(it, lines) >= it.quantity().lower());
    if (fulfilled) return EntitlementState.FULFILLED;
    if (grant.revoked()) return EntitlementState.REVOKED;
    if (grant.until().filter(asOf::isSurelyAfter).isPresent()) return EntitlementState.LAPSED;
    return lines.isEmpty() ? EntitlementState.GRANTED : EntitlementState.PART;
  }

  private static long surely(AidLine granted, List<AidLine> given) {
    return given.stream().filter(it -> it.item().equals(granted.item())).mapToLong(it -> it.quantity().lower()).sum();
  }

  RecipientRow granted(EntitlementGranted it) {
    List<Grant> more = new ArrayList<>(entitlements);
    more.add(new Grant(it.entitlement(), it.round(), it.lines(), it.until(), false));
    return new RecipientRow(recipient, people, more, deliveries);
  }

  RecipientRow revoked(EntitlementId entitlement) {
    return new RecipientRow(recipient, people, entitlements.stream().map(it -> it.entitlement().equals(entitlement)
        ? new Grant(it.entitlement(), it.round(), it.lines(), it.until(), true)
        : it).toList(), deliveries);
  }

  RecipientRow given(Delivered it, RecordedEvent recorded) {
    return with(people, new Gift(it.delivery(), it.round(), it.lines(), it.entitlement(),
        recorded.header().occurred(), false, recorded.position()));
  }

  RecipientRow given(DeliveredToCrowd it, RecordedEvent recorded) {
    return with(Optional.of(it.people()), new Gift(it.delivery(), it.round(), it.lines(), Optional.empty(),
        recorded.header().occurred(), false, recorded.position()));
  }

  private RecipientRow with(Optional<Tally> crowd, Gift gift) {
    List<Gift> more = new ArrayList<>(deliveries);
    more.add(gift);
    return new RecipientRow(recipient, crowd, entitlements, more);
  }

  RecipientRow reversed(DeliveryId delivery) {
    return new RecipientRow(recipient, people, entitlements, deliveries.stream().map(it -> it.delivery()
        .equals(delivery)
            ? new Gift(it.delivery(), it.round(), it.lines(), it.entitlement(), it.when(), true, it.position())
            : it)
        .toList());
  }
}
