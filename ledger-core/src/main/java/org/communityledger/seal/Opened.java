package org.communityledger.seal;

import java.time.Instant;
import org.communityledger.kernel.EventId;

/**
 * What a reference to a personal value leads to.
 *
 * @param <T> the value's type
 */
public sealed interface Opened<T> {
  /**
   * The value; its text does not show it.
   *
   * @param value the value, in the clear
   */
  record Plain<T>(T value) implements Opened<T> {
    @Override
    public String toString() {
      return "Opened[plain]";
    }
  }

  /**
   * The value is gone for good, because its subject was to be forgotten.
   *
   * @param request the event that asked for it
   * @param at when key and value were destroyed
   */
  record Erased<T>(EventId request, Instant at) implements Opened<T> {}
}
