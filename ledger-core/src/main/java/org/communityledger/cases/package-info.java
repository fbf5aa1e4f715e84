/**
 * Hazards, needs, appeals and queries, from report to closing.
 *
 * <p>A case is reported, accepted, assigned, worked on, done, verified by somebody else and closed with an outcome;
 * closed is not fixed. {@link org.communityledger.cases.CaseCommand} is what can be asked,
 * {@link org.communityledger.cases.CaseEvent} what can happen, {@link org.communityledger.cases.CaseRefusal} why not,
 * and {@link org.communityledger.cases.CaseRules} the rule sheet.
 *
 * <p>Uses the readings of parties, records, places and activities; other contexts use
 * {@link org.communityledger.cases.CaseReadings}.
 */
@NullMarked
package org.communityledger.cases;

import org.jspecify.annotations.NullMarked;
