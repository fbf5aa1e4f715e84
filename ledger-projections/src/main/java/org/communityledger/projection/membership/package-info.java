/**
 * Views of membership: {@link org.communityledger.projection.membership.Appointments}, who has which role where,
 * {@link org.communityledger.projection.membership.Bonds}, who supports whom, and
 * {@link org.communityledger.projection.membership.Honours}, who has which title.
 */
@NullMarked
package org.communityledger.projection.membership;

import org.jspecify.annotations.NullMarked;
