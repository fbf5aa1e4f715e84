package org.communityledger.testkit;

import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Projection;
import org.communityledger.testkit.Garden.Planted;

/** A view with a row for each bed. */
abstract class GardenView<R> implements Projection<PlaceId, R> {
  private final Class<R> rowType;

  GardenView(Class<R> rowType) {
    this.rowType = rowType;
  }

  @Override
  public String name() {
    return "garden." + getClass().getSimpleName();
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<PlaceId> keyType() {
    return PlaceId.class;
  }

  @Override
  public Class<R> rowType() {
    return rowType;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Planted.class);
  }

  @Override
  public Set<PlaceId> keys(RecordedEvent recorded) {
    return Set.of(((Planted) recorded.event()).bed());
  }
}
