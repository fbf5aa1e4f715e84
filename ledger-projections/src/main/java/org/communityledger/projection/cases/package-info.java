/**
 * Views of cases: {@link org.communityledger.projection.cases.HazardFixHistory}, the timeline of each case,
 * {@link org.communityledger.projection.cases.CaseRegister}, where each case stands, and
 * {@link org.communityledger.projection.cases.AppealDocket}, which appeals were heard.
 */
@NullMarked
package org.communityledger.projection.cases;

import org.jspecify.annotations.NullMarked;
