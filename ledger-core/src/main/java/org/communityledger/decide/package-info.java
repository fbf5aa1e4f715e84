/**
 * How a command becomes events: what a rule reads, what it answers, and the one way it is run.
 *
 * <p>A {@link org.communityledger.decide.Context} lists a context's commands, each with the
 * {@link org.communityledger.decide.Reading} it needs and the rule that answers with a
 * {@link org.communityledger.decide.Decision}. {@link org.communityledger.decide.Decider} runs them over a
 * {@link org.communityledger.decide.History}. All of it is pure: the same command, header and history give the same
 * decision, today and in ten years.
 */
@NullMarked
package org.communityledger.decide;

import org.jspecify.annotations.NullMarked;
