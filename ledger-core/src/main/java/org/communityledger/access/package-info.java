/**
 * Who may do what.
 *
 * <p>The application that embeds the ledger knows who its users are; it says so with a
 * {@link org.communityledger.access.Caller}, once for what that caller does. What the caller may do is said by the
 * {@link org.communityledger.access.AccessPolicy}; the one shipped is a table anybody can read,
 * {@link org.communityledger.access.PolicyTable#shipped}. What nothing permits is refused. Separation of duties is no
 * part of this: it stands in the rules, and no role switches it off.
 *
 * <p>Uses {@code kernel} and {@code decide}; only the door and the views use it.
 */
@NullMarked
package org.communityledger.access;

import org.jspecify.annotations.NullMarked;
