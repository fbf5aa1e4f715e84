package org.communityledger.testkit;

import java.time.Duration;
import java.util.List;
import org.communityledger.LedgerBuilder;
import org.communityledger.projection.Projection;

/**
 * What the ledger of a test has beyond the shipped contexts; named by {@link LedgerTest#setup} and made by its constructor
 * without parameters.
 *
 * <pre>{@code
 * class Garden implements LedgerSetup {
 *   @Override
 *   public void prepare(LedgerBuilder ledger) {
 *     ledger.context(GardenRules.CONTEXT).upcast("garden.Planted", 1, Planted::withRow);
 *   }
 * }
 * }</pre>
 */
public interface LedgerSetup {
  /**
   * Adds to how the ledger is opened: contexts, events, upcasts, origin, time zone. File, clock and ids are the scenario's
   * and replace what is said of them here.
   */
  default void prepare(LedgerBuilder ledger) {}

  /**
   * Projections that are kept from the first entry on and checked after every test, whether the test asks for them or not.
   * Needed only for that, and for projections without a constructor without parameters: all others are in use from the
   * moment a test asks for them.
   */
  default List<Projection<?, ?>> projections() {
    return List.of();
  }

  /** How long assertions wait at most for a view to catch up with the ledger; 10 seconds by default. */
  default Duration patience() {
    return Duration.ofSeconds(10);
  }
}
