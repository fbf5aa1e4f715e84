/**
 * The record's own care: approvals, taking back what was recorded wrongly, forgetting personal values and holding
 * them, and what is said of figures beside what is counted.
 *
 * <p>Works on any event of any context. {@link org.communityledger.records.RecordsRules} is the rule sheet; other
 * contexts use {@link org.communityledger.records.ApprovalReadings}.
 */
@NullMarked
package org.communityledger.records;

import org.jspecify.annotations.NullMarked;
