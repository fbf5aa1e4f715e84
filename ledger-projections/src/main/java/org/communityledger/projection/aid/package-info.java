/**
 * Views of aid: {@link org.communityledger.projection.aid.AidByProgramme} with what was granted and given,
 * {@link org.communityledger.projection.aid.AidBySite} with where it was given,
 * {@link org.communityledger.projection.aid.AidByRecipient} with who got it and how many they are, and
 * {@link org.communityledger.projection.aid.ScreeningFunnel} with how far people came in screenings. Of stock: {@link org.communityledger.projection.aid.StockBalance}, what is left where, and
 * {@link org.communityledger.projection.aid.LotCustody}, through whose hands it went.
 */
@NullMarked
package org.communityledger.projection.aid;

import org.jspecify.annotations.NullMarked;
