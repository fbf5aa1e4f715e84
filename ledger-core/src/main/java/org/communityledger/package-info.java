/**
 * The door, and the map of the house.
 *
 * <p>{@link org.communityledger.Ledger#open} is where an application starts. A command goes this way:
 * {@code Ledger.record} stamps it with the day and sends it over Axon's command bus ({@code axon}) to the rule of its
 * context ({@code parties}, {@code records}, {@code places}, {@code cases}). The rule names what it must read, folds the
 * matching events and decides ({@code decide}): events, or a refusal with the events that caused it. Events become lines
 * of JSON ({@code codec}), are appended to the log under the condition that nothing the rule read has changed
 * ({@code log}, stored by {@code log.sqlite}), and the caller gets a receipt: position and leaf hash of each. A lost
 * race is decided again, unseen by the caller. What all of them talk about stands in {@code kernel}.
 *
 * <p>Who sends a command is said by {@link org.communityledger.Ledger#as}; what they may do is decided with it
 * ({@code access}). Personal values are taken out of a command before anything is decided and kept beside the log
 * ({@code seal}, stored by {@code seal.sqlite}); {@link org.communityledger.PersonalValues} forgets them.
 */
@NullMarked
package org.communityledger;

import org.jspecify.annotations.NullMarked;
