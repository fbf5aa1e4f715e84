/**
 * Views of aid. Of stock: {@link org.communityledger.projection.aid.StockBalance}, what is left where, and
 * {@link org.communityledger.projection.aid.LotCustody}, through whose hands it went.
 */
@NullMarked
package org.communityledger.projection.aid;

import org.jspecify.annotations.NullMarked;
