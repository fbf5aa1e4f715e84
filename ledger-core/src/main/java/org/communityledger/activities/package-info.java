/**
 * Meetings, lectures, contests, visits: from the plan to what was counted when they were held.
 *
 * <p>An activity is planned, then held or cancelled, and closed when its organisers are done with it. Who came is checked
 * in by name, or tallied where nobody took names; the two are never added up.
 * {@link org.communityledger.activities.ActivityRules} is the rule sheet; other contexts use
 * {@link org.communityledger.activities.ActivityReadings}.
 */
@NullMarked
package org.communityledger.activities;

import org.jspecify.annotations.NullMarked;
