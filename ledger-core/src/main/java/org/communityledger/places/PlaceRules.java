package org.communityledger.places;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.Optional;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceRefusal.AlreadyRegistered;
import org.communityledger.places.PlaceRefusal.PlaceCycle;

/** The rule sheet of places. */
public final class PlaceRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("places")
      .event("PlaceRegistered", 1, PlaceRegistered.class)
      .command("RegisterPlace", RegisterPlace.class, PlaceRules::placeAndParent, PlaceRules::register)
      .place(RegisterPlace.class, it -> Whereabouts.named(it.parent()))
      .build();

  private PlaceRules() {}

  static Decision register(RegisterPlace command, Header header, PlaceAndParent found) {
    if (found.place().isKnown()) return found.place().refuseTaken(new AlreadyRegistered(command.place()));
    // A place not yet registered has nothing within it, so the only cycle is to lie within itself.
    if (command.parent().filter(command.place()::equals).isPresent()) {
      return refuse(new PlaceCycle(command.place(), command.place()));
    }
    if (found.missing().isPresent()) return found.missing().get();
    return accept(new PlaceRegistered(command.place(), command.kind(), command.name(), command.parent(),
        command.parentConfirmed()));
  }

  private static Reading<PlaceAndParent> placeAndParent(RegisterPlace command) {
    return PlaceReadings.registered(command.place())
        .and(Existence.firstMissing(command.parent().stream().map(PlaceReadings::registered).toList()),
            PlaceAndParent::new);
  }

  /** The place, and the refusal for its parent if that is missing. */
  record PlaceAndParent(Existence place, Optional<Decision> missing) {}
}
