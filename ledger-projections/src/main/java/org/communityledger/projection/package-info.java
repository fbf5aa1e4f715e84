/**
 * Views built from the events alone.
 *
 * <p>Begin with {@link org.communityledger.projection.Replay}, which folds many projections in one pass over a log and
 * verifies the log on the way, {@linkplain org.communityledger.projection.AsOf as of} today or any earlier moment. It gives
 * a {@link org.communityledger.projection.View} of each, which answers for rows and
 * {@linkplain org.communityledger.projection.Figure figures}. {@link org.communityledger.projection.Projection} is what to
 * write for a view of one's own, and {@link org.communityledger.projection.live.Live} keeps views while a ledger is
 * written to. The shipped projections stand in the packages below, one per subject, and
 * {@link org.communityledger.projection.sentences} says each event in plain words.
 *
 * <p>Projections know events, never commands or rules.
 */
@NullMarked
package org.communityledger.projection;

import org.jspecify.annotations.NullMarked;
