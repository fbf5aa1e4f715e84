/**
 * What is given to people: programmes and their rounds, consents, entitlements, deliveries, stock.
 *
 * <p>A programme says who may have what and how often; a round freezes these terms. What somebody may have is an
 * entitlement, what somebody got is a delivery, and neither stands for the other. A delivery is to a party by name, or to a
 * crowd where nobody took names. What was undone, and what came back, is said by a reversal.
 *
 * <p>A lot is what was received together: so many of one item, exactly. It lies at sites, travels between them, and is
 * given out, counted, written off. Every event that changes what is left of a lot at a site carries what is left after it,
 * so that giving the last one out is decided without reading all that was given before.
 *
 * <p>Whether a programme serves persons or households is fixed when it opens: what a household gets counts for everybody
 * who belongs to it at that moment. Programmes whose participation is itself sensitive know a person by a surrogate only,
 * another one in each programme.
 *
 * <p>{@link org.communityledger.aid.AidRules} is the rule sheet; later contexts use
 * {@link org.communityledger.aid.ConsentReadings} and {@link org.communityledger.aid.AidReadings}.
 */
@NullMarked
package org.communityledger.aid;

import org.jspecify.annotations.NullMarked;
