package org.communityledger.projection.places;

import java.util.Optional;
import org.communityledger.kernel.PlaceId;
import org.communityledger.places.PlaceEvent.PlaceRegistered;

/**
 * A place as it is registered.
 *
 * @param place the place
 * @param kind what it is: a district, an estate, a street
 * @param name its public name
 * @param parent the place it lies in, where that is known
 * @param parentConfirmed false where the clerk concluded what it lies in, or nobody knows
 */
public record PlaceRow(
    PlaceId place,
    String kind,
    String name,
    Optional<PlaceId> parent,
    boolean parentConfirmed) {
  static PlaceRow of(PlaceRegistered it) {
    return new PlaceRow(it.place(), it.kind(), it.name(), it.parent(), it.parentConfirmed());
  }
}
