/**
 * Views of cases: {@link org.communityledger.projection.cases.HazardFixHistory}, the timeline of each case, and
 * {@link org.communityledger.projection.cases.CaseRegister}, where each case stands.
 */
@NullMarked
package org.communityledger.projection.cases;

import org.jspecify.annotations.NullMarked;
