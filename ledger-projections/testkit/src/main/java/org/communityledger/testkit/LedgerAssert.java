package org.communityledger.testkit;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.communityledger.Ledger;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Verification;
import org.communityledger.projection.Projection;

/** Assertions on a ledger; see {@link LedgerAssertions}. */
public final class LedgerAssert extends AbstractAssert<LedgerAssert, Ledger> {
  private final ViewsInUse views;

  LedgerAssert(Ledger actual, ViewsInUse views) {
    super(actual, LedgerAssert.class);
    this.views = views;
  }

  /**
   * Assertions on the view of a projection, after it has caught up with the last entry of the ledger.
   *
   * @throws AssertionError if it does not in time, see {@link LedgerSetup#patience}, or cannot: with the name of the
   *   projection, its position, that of the ledger, and what went wrong
   * @throws IllegalArgumentException if the class has no constructor without parameters, and
   *   {@link LedgerSetup#projections} names no instance of it
   */
  public <K, R> ProjectionAssert<K, R> projection(Class<? extends Projection<K, R>> type) {
    return projection(views.find(type));
  }

  /**
   * Assertions on the view of a projection, after it has caught up with the last entry of the ledger.
   *
   * @throws AssertionError if it does not in time, see {@link LedgerSetup#patience}, or cannot: with the name of the
   *   projection, its position, that of the ledger, and what went wrong
   */
  public <K, R> ProjectionAssert<K, R> projection(Projection<K, R> projection) {
    return ProjectionAssert.now(views, projection);
  }

  /** Assertions on all entries from position 0 on, the founding of the ledger. */
  public ListAssert<RecordedEvent> entries() {
    return Assertions.assertThat(new Telling(actual.reader()).all()).as("entries of the ledger");
  }

  /** Verifies the whole log: every entry and everything derived from it. */
  public LedgerAssert isIntact() {
    Verification found = actual.reader().verify();
    if (!found.isIntact()) {
      throw failure("Expected the ledger to be intact, but it is %s", found.english());
    }
    return this;
  }
}
