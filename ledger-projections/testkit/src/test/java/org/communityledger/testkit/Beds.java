package org.communityledger.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.testkit.Garden.Planted;

/** What grows in each bed; keeps all promises. */
final class Beds extends GardenView<Beds.Bed> {
  Beds() {
    super(Bed.class);
  }

  /** What grows in a bed. */
  record Bed(List<String> plants) {
    Bed {
      plants = List.copyOf(plants);
    }
  }

  @Override
  public Optional<Bed> apply(PlaceId key, Optional<Bed> row, Happening happening) {
    List<String> plants = new ArrayList<>(row.map(Bed::plants).orElse(List.of()));
    plants.add(((Planted) happening.event()).plant());
    return Optional.of(new Bed(plants));
  }

  @Override
  public List<Contribution> figures(PlaceId key, Bed row) {
    return List.of(Contribution.of(FigureKey.of("garden.plants").with("bed", key.value()),
        Tally.exact(row.plants().size(), Unit.PIECE)));
  }
}
