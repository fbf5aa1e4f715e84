/**
 * For tests of what is built on a ledger: rules, projections, whole applications.
 *
 * <p>{@link org.communityledger.testkit.LedgerTest} on a test class gives each test a ledger of its own, whose clock stands
 * still; {@link org.communityledger.testkit.LedgerScenario} says what had happened, what is asked, and what must come of
 * it; {@link org.communityledger.testkit.LedgerAssertions} looks at its views, without waiting times and without polling.
 * A projection of one's own is held against all that projections promise by extending
 * {@link org.communityledger.testkit.ProjectionContract}.
 *
 * <p>Made for JUnit Jupiter 5.14 and 6 and AssertJ 3.27. Logs nothing, and has no mocks: the ledger is a real one, in a
 * file that is deleted after the test.
 */
@NullMarked
package org.communityledger.testkit;

import org.jspecify.annotations.NullMarked;
