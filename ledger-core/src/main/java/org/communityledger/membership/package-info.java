/**
 * Who belongs to what, and how far: ladders of stages, the standings of persons on them, the branches they found, who is
 * appointed to what, who is paired with whom, who is honoured.
 *
 * <p>{@link org.communityledger.membership.MembershipRules} is the rule sheet. What the documents of a standing say is
 * sensitive and sealed for the person; in clear there is only the stage, on an id that says nothing.
 */
@NullMarked
package org.communityledger.membership;

import org.jspecify.annotations.NullMarked;
