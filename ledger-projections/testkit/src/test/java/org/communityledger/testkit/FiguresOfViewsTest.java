package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.Garden.SOUTH;
import static org.communityledger.testkit.LedgerAssertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest(setup = Garden.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresOfViewsTest {
  private LedgerScenario ledger;

  @BeforeEach
  void plant(LedgerScenario scenario) {
    ledger = scenario.given(new Planted(NORTH, "rose"), new Planted(NORTH, "fern"), new Planted(SOUTH, "oak"));
  }

  private FigureAssert figure(String text) {
    return assertThat(ledger).projection(new Harvest()).figure(text);
  }

  @Test
  void a_figure_is_the_one_of_its_key_or_else_a_sum() {
    figure("harvest.total").isExactly(1);
    figure("harvest.beds{bed=north}").isAtLeast(2).isAtMost(2).isExactly(2);
    figure("harvest.beds").isExactly(3).isEqualTo(Tally.exact(3, Unit.PIECE));
    figure("harvest.b*{bed=*}").isExactly(3);
  }

  @Test
  void a_number_is_held_against_the_bounds() {
    figure("harvest.fruit").isAtLeast(20).isAtMost(30).isEqualTo(Tally.between(20, 30, Unit.PIECE));
    requireMessage(() -> figure("harvest.fruit").isAtLeast(21),
        "Expected harvest.fruit of garden.Harvest at #3 to be at least 21, but it is between 20 and 30 pieces");
    requireMessage(() -> figure("harvest.fruit").isAtMost(29),
        "Expected harvest.fruit of garden.Harvest at #3 to be at most 29, but it is between 20 and 30 pieces");
    requireMessage(() -> figure("harvest.fruit").isExactly(20),
        "Expected harvest.fruit of garden.Harvest at #3 to be exactly 20, but it is between 20 and 30 pieces");
    requireMessage(() -> figure("harvest.fruit").isEqualTo(Tally.exact(20, Unit.PIECE)),
        "Expected harvest.fruit of garden.Harvest at #3 to be 20 pieces, but it is between 20 and 30 pieces");
  }

  @Test
  void about_forty_is_at_least_and_at_most_but_not_exactly_forty() {
    figure("harvest.seeds").isAtLeast(40).isAtMost(40);
    requireMessage(() -> figure("harvest.seeds").isExactly(40),
        "Expected harvest.seeds of garden.Harvest at #3 to be exactly 40, but it is about 40 pieces");
  }

  @Test
  void a_sum_tells_its_parts() {
    requireMessage(() -> figure("harvest.beds").isExactly(4), """
        Expected harvest.beds of garden.Harvest at #3 to be exactly 4, but it is 3 pieces, the sum of
          harvest.beds{bed=north}: 2 pieces
          harvest.beds{bed=south}: 1 piece""");
  }

  @Test
  void a_rate_is_held_against_a_rate() {
    figure("harvest.grown").isEqualTo(new Ratio(Tally.exact(1, Unit.PIECE), Tally.exact(2, Unit.PIECE), "beds"));
    requireMessage(() -> figure("harvest.grown").isExactly(1),
        "harvest.grown of garden.Harvest at #3 is a rate, 1 piece out of 2 pieces (beds); hold it against a Ratio");
    requireMessage(() -> figure("harvest.grown")
        .isEqualTo(new Ratio(Tally.exact(1, Unit.PIECE), Tally.exact(3, Unit.PIECE), "beds")),
        "Expected harvest.grown of garden.Harvest at #3 to be 1 piece out of 3 pieces (beds), but it is 1 piece out of 2"
            + " pieces (beds)");
  }

  @Test
  void no_figure_is_not_a_figure_of_0() {
    figure("harvest.beds{bed=west}").isAbsent();
    requireMessage(() -> figure("harvest.bed").isExactly(0), """
        There is no figure harvest.bed of garden.Harvest at #3; there are
          harvest.beds{bed=north}: 2 pieces
          harvest.beds{bed=south}: 1 piece
          harvest.fruit: between 20 and 30 pieces
          harvest.grown: 1 piece out of 2 pieces (beds)
          harvest.seeds: about 40 pieces
          harvest.total: 1 piece
          harvest.total{bed=south}: 1 piece""");
    requireMessage(() -> figure("harvest.fruit").isAbsent(),
        "Expected no figure harvest.fruit of garden.Harvest at #3, but it is between 20 and 30 pieces");
    requireMessage(() -> assertThat(ledger).projection(new Pots("clay")).figure("pots").isExactly(0),
        "There is no figure pots of garden.Pots at #3; there are no figures");
  }

  @Test
  void a_text_that_is_no_figure_is_a_mistake() {
    assertThatThrownBy(() -> figure("harvest beds")).isInstanceOf(IllegalArgumentException.class);
  }

  private static void requireMessage(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  /** Figures of every kind. */
  private static final class Harvest extends GardenView<Beds.Bed> {
    private final Beds beds = new Beds();

    private Harvest() {
      super(Beds.Bed.class);
    }

    @Override
    public Optional<Beds.Bed> apply(PlaceId key, Optional<Beds.Bed> row, Happening happening) {
      return beds.apply(key, row, happening);
    }

    @Override
    public List<Contribution> figures(PlaceId key, Beds.Bed row) {
      Contribution plants = Contribution.of(FigureKey.of("harvest.beds").with("bed", key.value()),
          Tally.exact(row.plants().size(), Unit.PIECE));
      Tally one = Tally.exact(1, Unit.PIECE);
      if (key.equals(NORTH)) {
        return List.of(plants, Contribution.of(FigureKey.of("harvest.fruit"), Tally.between(20, 30, Unit.PIECE)),
            Contribution.of(FigureKey.of("harvest.seeds"), Tally.about(40, Unit.PIECE)),
            Contribution.of(FigureKey.of("harvest.grown"), new Ratio(one, one, "beds")));
      }
      return List.of(plants, Contribution.of(FigureKey.of("harvest.total"), one),
          Contribution.of(FigureKey.of("harvest.total").with("bed", key.value()), one),
          Contribution.of(FigureKey.of("harvest.grown"), new Ratio(Tally.exact(0, Unit.PIECE), one, "beds")));
    }
  }
}
