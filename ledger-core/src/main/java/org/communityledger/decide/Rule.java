package org.communityledger.decide;

import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;

/**
 * Decides one type of command. Pure: nothing but the arguments may influence the answer.
 *
 * @param <C> the command
 * @param <S> what its reading yields
 */
@FunctionalInterface
public interface Rule<C extends Command, S> {
  Decision decide(C command, Header header, S state);
}
