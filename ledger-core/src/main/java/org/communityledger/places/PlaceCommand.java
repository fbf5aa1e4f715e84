package org.communityledger.places;

import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Texts;

/** What can be asked about places. */
public sealed interface PlaceCommand extends About {
  /**
   * Registers a place, below another one if a parent is given. A name is the public name of an estate, a street or an
   * office, never a door or a person's home; {@code parentConfirmed} is false where the clerk concluded the parent.
   */
  record RegisterPlace(PlaceId place, String kind, String name, Optional<PlaceId> parent, boolean parentConfirmed)
      implements
        PlaceCommand {
    public RegisterPlace {
      Texts.code("kind", kind);
      Texts.check("name", name, 100);
    }

    @Override
    public Id subject() {
      return place;
    }
  }
}
