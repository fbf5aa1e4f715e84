package org.communityledger.kernel;

import java.util.Optional;

/**
 * The event by which an organisation becomes known. It stands here because an organisation can come into being by another
 * act than being registered, as a branch does by being founded: whoever asks whether an organisation exists need not know
 * the context in which it came to be.
 */
public interface OrgRegistration extends Creation {
  @Override
  OrgId created();

  /** What kind of organisation it is, a code word. */
  String kind();

  /** Its name. */
  String name();

  /** False where the source cuts the name off or leaves it out. */
  boolean nameComplete();

  /** The organisation it belongs to; empty if it stands alone. */
  Optional<OrgId> parent();

  /** Where it is; empty if nobody says. */
  Optional<PlaceId> place();
}
