package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.PersonId;
import org.communityledger.parties.PartyEvent.PersonRegistered;

/**
 * What is known of whether a person is of 18 years or more. A birth date is sealed and no rule sees it.
 *
 * @param over18 what the registration says, if it says it
 * @param saidAt the position of the registration; empty if there is none
 */
public record Majority(Optional<Boolean> over18, Optional<Long> saidAt) {
  /** Of a person of whom nothing is known. */
  public static final Majority UNKNOWN = new Majority(Optional.empty(), Optional.empty());

  static Reading<Majority> of(PersonId person) {
    return Reading.of(Selection.of(person.tag(), PersonRegistered.class), UNKNOWN,
        (found, recorded) -> recorded.event() instanceof PersonRegistered it
            ? new Majority(it.over18(), Optional.of(recorded.position()))
            : found);
  }

  /** Whether it is known that the person is under 18; false where nothing is known. */
  public boolean isMinor() {
    return over18.filter(it -> !it).isPresent();
  }
}
