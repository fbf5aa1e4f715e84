package org.communityledger.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.Event;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Rows in memory as anybody would fold them who takes events one by one: with what a projection does, but without regard
 * to retractions and corrections. For one thread at a time.
 */
final class FoldedRows<K, R> {
  private final Projection<K, R> projection;
  private final Map<K, R> rows = new HashMap<>();

  FoldedRows(Projection<K, R> projection) {
    this.projection = projection;
  }

  String name() {
    return projection.name();
  }

  void tell(Happening happening) {
    Event event = happening.event();
    if (projection.reads().stream().anyMatch(it -> it.isInstance(event))) {
      for (K key : projection.keys(happening.recorded())) {
        rows.compute(key, (same, row) -> projection.apply(key, Optional.ofNullable(row), happening).orElse(null));
      }
    }
  }

  Map<K, R> rows() {
    return rows;
  }
}
