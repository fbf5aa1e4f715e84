package org.communityledger.kernel;

import java.util.Optional;

/**
 * An event that gives an office in an organisation to somebody. It carries the tags of the appointment, of whoever holds the
 * office if that is said, and of the organisation.
 */
public interface OfficeTaken extends Event {
  /** The appointment, under which its end is found. */
  AppointmentId appointment();

  /** Who holds the office; empty if nobody says who it is. */
  Optional<PersonId> person();

  /** The organisation in which it is held. */
  OrgId org();

  /** For what time it is given. */
  Tenure tenure();
}
