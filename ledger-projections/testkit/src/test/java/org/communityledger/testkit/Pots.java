package org.communityledger.testkit;

import java.util.Optional;
import org.communityledger.kernel.PlaceId;
import org.communityledger.projection.Happening;

/** Something about the pots of a material; cannot be made without knowing it. */
final class Pots extends GardenView<String> {
  private final String material;

  Pots(String material) {
    super(String.class);
    this.material = material;
  }

  @Override
  public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
    return Optional.of(material);
  }
}
