/**
 * The tree of places: districts, subdistricts, communities, estates and spots.
 *
 * <p>{@link org.communityledger.places.PlaceRules} is the rule sheet; other contexts use
 * {@link org.communityledger.places.PlaceReadings}.
 */
@NullMarked
package org.communityledger.places;

import org.jspecify.annotations.NullMarked;
