/**
 * Views of activities: {@link org.communityledger.projection.activities.ActivityLog}, what became of each activity and
 * what was counted there, and {@link org.communityledger.projection.activities.Participation}, who took part as what.
 */
@NullMarked
package org.communityledger.projection.activities;

import org.jspecify.annotations.NullMarked;
