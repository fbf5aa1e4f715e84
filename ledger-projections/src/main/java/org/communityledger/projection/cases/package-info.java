/**
 * Views of cases: {@link org.communityledger.projection.cases.HazardFixHistory}, the timeline of each case,
 * {@link org.communityledger.projection.cases.CaseRegister}, where each case stands, and
 * {@link org.communityledger.projection.cases.AppealDocket}, which appeals were heard. How well it goes is told by
 * {@link org.communityledger.projection.cases.StageDurations}, {@link org.communityledger.projection.cases.SlaBreaches},
 * {@link org.communityledger.projection.cases.OpenByAge}, {@link org.communityledger.projection.cases.Rework} and
 * {@link org.communityledger.projection.cases.ThreeRates}; their rates of a period are asked of a view of theirs.
 */
@NullMarked
package org.communityledger.projection.cases;

import org.jspecify.annotations.NullMarked;
