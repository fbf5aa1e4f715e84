package org.communityledger.aid;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.parties.PartyReadings;

/**
 * Where aid is given: a delivery at its site, or else where its activity is, or else where the sponsors of the programme
 * have their offices. What is said of a programme is said there too.
 */
final class AidPlaces {
  private AidPlaces() {}

  static Reading<Whereabouts> of(List<OrgId> sponsors) {
    return Whereabouts.ofAll(sponsors.stream().map(PartyReadings::whereabouts).toList());
  }

  static Reading<Whereabouts> of(ProgrammeId programme) {
    Selection opening = Selection.of(programme.tag(), ProgrammeOpened.class);
    Reading<List<OrgId>> sponsors = Reading.of(opening, List.of(),
        (found, recorded) -> recorded.event() instanceof ProgrammeOpened it && it.programme().equals(programme)
            ? it.sponsors()
            : found);
    return sponsors.then(it -> it.isEmpty() ? nowhere(opening) : of(it));
  }

  static Reading<Whereabouts> of(RoundId round) {
    return found(round, RoundOpened.class, RoundOpened::programme);
  }

  static Reading<Whereabouts> of(EntitlementId entitlement) {
    return found(entitlement, EntitlementGranted.class, EntitlementGranted::programme);
  }

  private static <E extends Event> Reading<Whereabouts> found(
      Id id,
      Class<E> type,
      Function<E, ProgrammeId> programme) {
    Selection creation = Selection.of(id.tag(), type);
    Reading<Optional<ProgrammeId>> named = Reading.of(creation, Optional.empty(),
        (known, recorded) -> Optional.of(programme.apply(type.cast(recorded.event()))));
    return named.then(it -> it.map(AidPlaces::of).orElseGet(() -> nowhere(creation)));
  }

  static Reading<Whereabouts> of(Optional<SiteId> at, Optional<ActivityId> activity, ProgrammeId programme) {
    return Stream.concat(at.stream(), activity.stream()).findFirst().map(it -> Whereabouts.of(it.tag()))
        .orElseGet(() -> of(programme));
  }

  static Reading<Whereabouts> of(DeliveryId delivery) {
    Selection making = Selection.of(delivery.tag(), Delivered.class, DeliveredToCrowd.class);
    Reading<Optional<MovesStock>> made = Reading.of(making, Optional.empty(),
        (known, recorded) -> Optional.of((MovesStock) recorded.event()));
    return made.then(it -> it.map(AidPlaces::ofDelivery).orElseGet(() -> nowhere(making)));
  }

  private static Reading<Whereabouts> ofDelivery(MovesStock made) {
    return switch (made) {
      case Delivered it -> of(it.at(), it.activity(), it.programme());
      case DeliveredToCrowd it -> of(it.at(), it.activity(), it.programme());
      default -> throw new IllegalArgumentException("Not a delivery: " + made);
    };
  }

  private static Reading<Whereabouts> nowhere(Selection lookedFor) {
    return Reading.known(new Whereabouts(List.of(), Optional.of(lookedFor)));
  }
}
