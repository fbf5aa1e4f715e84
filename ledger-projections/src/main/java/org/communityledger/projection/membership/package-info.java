/**
 * Views of membership: {@link org.communityledger.projection.membership.MembershipRegister}, who is at which stage since
 * when, {@link org.communityledger.projection.membership.Applicants}, who ever applied,
 * {@link org.communityledger.projection.membership.StandingHistory}, the timeline of each standing,
 * {@link org.communityledger.projection.membership.Appointments}, who has which role where,
 * {@link org.communityledger.projection.membership.Bonds}, who supports whom, and
 * {@link org.communityledger.projection.membership.Honours}, who has which title.
 */
@NullMarked
package org.communityledger.projection.membership;

import org.jspecify.annotations.NullMarked;
