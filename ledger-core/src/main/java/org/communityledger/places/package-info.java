/**
 * The tree of places: districts, subdistricts, communities, estates and spots; the sites there, where service is given;
 * the assets installed there; and the frames that say which units ought to be covered by them.
 *
 * <p>{@link org.communityledger.places.PlaceRules} is the rule sheet; other contexts use
 * {@link org.communityledger.places.PlaceReadings}.
 */
@NullMarked
package org.communityledger.places;

import org.jspecify.annotations.NullMarked;
