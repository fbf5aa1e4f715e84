package org.communityledger.projection.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.DelegatingProjection;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * A projection that fails in one way only: whatever it throws, errors and exceptions of the log or the store included,
 * comes as an {@link IllegalStateException} with a message, so that nothing a projection does stops the views of others.
 * Only a virtual machine that cannot go on is no fault of the projection's.
 */
final class Contained<K, R> extends DelegatingProjection<K, R> {
  private final Map<String, Function<R, Collection<String>>> indexes = new LinkedHashMap<>();

  Contained(Projection<K, R> projection) {
    super(projection);
    projection.indexes().forEach((name, values) -> indexes.put(name, row -> contained(() -> values.apply(row))));
  }

  private static <T> T contained(Supplier<T> work) {
    try {
      return Objects.requireNonNull(work.get(), "null was given instead of a value, or of nothing");
    } catch (Throwable thrown) { // languages without checked exceptions throw these, too
      if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
        throw error;
      }
      boolean speaks = thrown instanceof RuntimeException && thrown.getMessage() != null;
      throw new IllegalStateException(speaks ? thrown.getMessage() : thrown.toString(), thrown);
    }
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return contained(super::reads);
  }

  @Override
  public Set<K> keys(RecordedEvent recorded) {
    return contained(() -> super.keys(recorded));
  }

  @Override
  public Optional<R> apply(K key, Optional<R> row, Happening happening) {
    return contained(() -> super.apply(key, row, happening));
  }

  @Override
  public List<Contribution> figures(K key, R row) {
    return contained(() -> super.figures(key, row));
  }

  @Override
  public Map<String, Function<R, Collection<String>>> indexes() {
    return indexes;
  }
}
