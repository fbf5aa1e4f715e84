/**
 * Persons, households and organisations, by ids that say nothing about them.
 *
 * <p>{@link org.communityledger.parties.PartyRules} is the rule sheet; other contexts use
 * {@link org.communityledger.parties.PartyReadings}.
 */
@NullMarked
package org.communityledger.parties;

import org.jspecify.annotations.NullMarked;
