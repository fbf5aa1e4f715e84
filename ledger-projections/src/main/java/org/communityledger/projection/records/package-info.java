/**
 * Views of the record itself: {@link org.communityledger.projection.records.Reconciliation} holds what was said of figures
 * against what is counted, {@link org.communityledger.projection.records.AuditTrail} tells where each entry is known from,
 * {@link org.communityledger.projection.records.Anomalies} what needs a second look, and
 * {@link org.communityledger.projection.records.ErasureRegister} what was forgotten or is held.
 */
@NullMarked
package org.communityledger.projection.records;

import org.jspecify.annotations.NullMarked;
