package org.communityledger.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Tag;

/** What parties have: deliveries that were not reversed, and entitlements that were not revoked. */
final class Held {
  private Held() {}

  /** The deliveries with the tag that count, in the order in which they were recorded. */
  static Reading<List<Step<Delivered>>> deliveries(Tag tag, Predicate<Delivered> counts) {
    return Reading.of(Selection.of(tag, Delivered.class, DeliveryReversed.class), List.of(),
        (found, recorded) -> switch (recorded.event()) {
          case Delivered it when counts.test(it) -> with(found, Step.of(it, recorded));
          case DeliveryReversed it -> without(found, it.made());
          default -> found;
        });
  }

  /** The entitlements with the tag that count, in the order in which they were recorded. */
  static Reading<List<Step<EntitlementGranted>>> entitlements(Tag tag, Predicate<EntitlementGranted> counts) {
    return Reading.of(Selection.of(tag, EntitlementGranted.class, EntitlementRevoked.class), List.of(),
        (found, recorded) -> switch (recorded.event()) {
          case EntitlementGranted it when counts.test(it) -> with(found, Step.of(it, recorded));
          case EntitlementRevoked it -> without(found, it.granting());
          default -> found;
        });
  }

  /** What was given under the tag, to parties or crowds, and not reversed, that surely happened after the header's act. */
  static Reading<List<Overtaken>> givenAfter(Header late, Tag tag) {
    return Reading.of(Selection.of(tag, Delivered.class, DeliveredToCrowd.class, DeliveryReversed.class), List.of(),
        (found, recorded) -> {
          if (recorded.event() instanceof DeliveryReversed it) {
            return found.stream().filter(given -> !given.event().equals(it.made())).toList();
          }
          Overtaken given = Overtaken.of(recorded);
          return given.isAfter(late) ? Stream.concat(found.stream(), Stream.of(given)).toList() : found;
        });
  }

  private static <E extends Event> List<Step<E>> with(List<Step<E>> found, Step<E> next) {
    List<Step<E>> more = new ArrayList<>(found);
    more.add(next);
    return more;
  }

  private static <E extends Event> List<Step<E>> without(List<Step<E>> found, EventId undone) {
    return found.stream().filter(it -> !it.id().equals(undone)).toList();
  }
}
