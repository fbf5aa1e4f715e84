/**
 * Views of parties: {@link org.communityledger.projection.parties.OrgTree}, the organisations and what stands above and
 * below them, and {@link org.communityledger.projection.parties.HouseholdsByPerson}, where each person belongs.
 */
@NullMarked
package org.communityledger.projection.parties;

import org.jspecify.annotations.NullMarked;
