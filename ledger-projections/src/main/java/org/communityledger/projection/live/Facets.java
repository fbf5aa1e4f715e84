package org.communityledger.projection.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.Projection;

/**
 * What is stored beside a row because it follows from it.
 *
 * @param entries under what the row is found
 * @param figures what it adds to figures
 */
record Facets(Set<IndexEntry> entries, List<Contribution> figures) {
  static final Facets NONE = new Facets(Set.of(), List.of());

  static <K, R> Facets of(Projection<K, R> projection, K key, R row) {
    Set<IndexEntry> entries = new HashSet<>();
    projection.indexes().forEach((index, values) -> values.apply(row)
        .forEach(value -> entries.add(new IndexEntry(index, value))));
    return new Facets(entries, List.copyOf(projection.figures(key, row)));
  }
}
