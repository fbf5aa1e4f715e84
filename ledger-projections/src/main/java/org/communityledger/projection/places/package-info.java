/**
 * Views of places: {@link org.communityledger.projection.places.PlaceRegister}, the places themselves,
 * {@link org.communityledger.projection.places.SiteDirectory}, the sites,
 * {@link org.communityledger.projection.places.AssetRegister}, the assets, and
 * {@link org.communityledger.projection.places.Coverage}, how much is covered of what ought to be.
 */
@NullMarked
package org.communityledger.projection.places;

import org.jspecify.annotations.NullMarked;
