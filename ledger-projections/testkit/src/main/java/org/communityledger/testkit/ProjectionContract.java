package org.communityledger.testkit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.projection.Projection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * All that projections promise, as tests of one projection. A projection that passes them can be replayed, kept live,
 * rebuilt and asked as of any moment; what its rows <em>mean</em> is for tests of one's own.
 *
 * <pre>{@code
 * class WorkByDoerContractTest extends ProjectionContract<Party, WorkByDoer.Row> {
 *   @Override
 *   protected Projection<Party, WorkByDoer.Row> projection() {
 *     return new WorkByDoer();
 *   }
 *
 *   @Override
 *   protected void history(LedgerScenario ledger) {
 *     ledger.given(assigned(WALL, GUODONG)).given(completed(WALL, GUODONG)).given(assigned(RAILING, OFFICE));
 *   }
 * }
 * }</pre>
 *
 * <p>The history decides what the tests can find: let it have several keys, every event the projection reads, an event
 * taken back, a correction, and dates that are late or inexact.
 *
 * <p>The tests go from what the others rest on to what rests on the others. Where one fails, those after it are aborted:
 * they would fail for the same reason.
 *
 * <p>One of the tests changes the time zone and the language of the JVM while it runs, and takes JUnit's locks on both.
 *
 * @param <K> what a row is found by
 * @param <R> the row
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.LOCALE)
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ProjectionContract<K, R> {
  private final Map<Promise, Optional<Throwable>> results = new EnumMap<>(Promise.class);

  /** Makes the projection, a new instance each time. */
  protected abstract Projection<K, R> projection();

  /** Tells a history that concerns the projection, the same each time. */
  protected abstract void history(LedgerScenario ledger);

  /** What the ledger has beyond the shipped contexts; nothing by default. */
  protected LedgerSetup setup() {
    return new PlainSetup();
  }

  @Test
  void rows_and_keys_are_read_back_as_they_were_written() {
    require(Promise.WRITTEN);
  }

  @Test
  void the_same_events_lead_to_the_same_view_whenever_and_wherever_it_is_made() {
    require(Promise.PURE);
  }

  @Test
  void a_row_comes_from_the_events_of_its_key_alone() {
    require(Promise.KEYED);
  }

  @Test
  void events_that_come_again_change_nothing() {
    require(Promise.REDELIVERED);
  }

  @Test
  void it_can_be_asked_as_of_any_moment() {
    require(Promise.AS_OF);
  }

  @Test
  void a_view_that_grew_event_by_event_is_the_one_built_at_once() {
    require(Promise.REBUILT);
  }

  private void require(Promise promise) {
    for (Promise each : Promise.values()) {
      Optional<Throwable> failure = results.computeIfAbsent(each, this::result);
      if (each == promise) {
        failure.ifPresent(ProjectionContract::rethrow);
        return;
      }
      failure.ifPresent(it -> Assumptions.abort("Rests on what fails already: " + it.getMessage()));
    }
  }

  private Optional<Throwable> result(Promise promise) {
    try {
      new Promises<>(this::projection, this::setup, this::history).require(promise);
      return Optional.empty();
    } catch (RuntimeException | Error failure) {
      return Optional.of(failure);
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
