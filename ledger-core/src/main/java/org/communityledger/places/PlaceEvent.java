package org.communityledger.places;

import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.Tag;

/** What happened to places. */
public sealed interface PlaceEvent extends Event {
  /** A place is known from here on. */
  record PlaceRegistered(PlaceId place, String kind, String name, Optional<PlaceId> parent, boolean parentConfirmed)
      implements
        PlaceEvent,
        PlaceRegistration {
    @Override
    public PlaceId created() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(place), parent);
    }
  }
}
