package org.communityledger.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;

/**
 * A projection that does as another one does, save for what subclasses change. For those who watch, bound or rename
 * projections; whatever {@link Projection} asks for is passed on, so that nothing is forgotten.
 *
 * @param <K> what a row is found by
 * @param <R> the row
 */
public abstract class DelegatingProjection<K, R> implements Projection<K, R> {
  private final Projection<K, R> projection;

  /** Does as this one does. */
  protected DelegatingProjection(Projection<K, R> projection) {
    this.projection = projection;
  }

  @Override
  public String name() {
    return projection.name();
  }

  @Override
  public int version() {
    return projection.version();
  }

  @Override
  public Class<K> keyType() {
    return projection.keyType();
  }

  @Override
  public Class<R> rowType() {
    return projection.rowType();
  }

  @Override
  public Optional<String> restrictedTo() {
    return projection.restrictedTo();
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return projection.reads();
  }

  @Override
  public Set<K> keys(RecordedEvent recorded) {
    return projection.keys(recorded);
  }

  @Override
  public Optional<R> apply(K key, Optional<R> row, Happening happening) {
    return projection.apply(key, row, happening);
  }

  @Override
  public List<Contribution> figures(K key, R row) {
    return projection.figures(key, row);
  }

  @Override
  public Map<String, Function<R, Collection<String>>> indexes() {
    return projection.indexes();
  }

  @Override
  public boolean showsStruckOut() {
    return projection.showsStruckOut();
  }
}
