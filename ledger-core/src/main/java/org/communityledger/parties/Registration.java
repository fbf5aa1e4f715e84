package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.kernel.PersonId;

/**
 * What a person is registered with that others may build on.
 *
 * @param person the person
 * @param over18 whether of 18 years or more, where that is recorded
 * @param descriptor a neutral code word such as {@code rider}, if there is one
 * @param position the position of the event
 */
public record Registration(PersonId person, Optional<Boolean> over18, Optional<String> descriptor, long position) {}
