package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.Garden.SOUTH;
import static org.communityledger.testkit.LedgerAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.communityledger.LedgerBuilder;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@LedgerTest(setup = Garden.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForViewsTest {
  @Test
  void a_view_follows_what_is_recorded_after_it_was_first_looked_at(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "rose"));
    assertThat(ledger).projection(Beds.class).figure("garden.plants").isExactly(1);

    for (int i = 2; i <= 50; i++) {
      ledger.given(new Planted(NORTH, "rose"));
      assertThat(ledger).projection(Beds.class).figure("garden.plants{bed=north}").isExactly(i);
    }
    assertThat(ledger).projection(Beds.class).rebuildsToTheSameState().ignoresRedelivery();
  }

  @Test
  @Unchecked("garden.Choosy")
  void a_row_that_cannot_be_told_is_named_with_event_and_error(LedgerScenario ledger) {
    assertThat(ledger).projection(Choosy.class).rows().isEmpty();
    ledger.given(new Planted(SOUTH, "rose"), new Planted(NORTH, "nettle"), new Planted(NORTH, "rose"));

    assertThatThrownBy(() -> assertThat(ledger).projection(Choosy.class)).isInstanceOf(AssertionError.class).hasMessage(
        "garden.Choosy v1 is at #3 (head #3), but its row \"north\" could not be told of #2, a garden.Planted: no nettles");
    ledger.given(new Planted(SOUTH, "fern"));
    assertThatThrownBy(() -> assertThat(ledger).projection(Choosy.class)).isInstanceOf(AssertionError.class).hasMessage(
        "garden.Choosy v1 is at #4 (head #4), but its row \"north\" could not be told of #2, a garden.Planted: no nettles");
  }

  @Test
  @Unchecked("garden.Choosy")
  void a_row_that_could_not_be_built_is_named_with_event_and_error(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "nettle"), new Planted(NORTH, "rose"), new Planted(SOUTH, "rose"));

    assertThatThrownBy(() -> assertThat(ledger).projection(Choosy.class)).isInstanceOf(AssertionError.class).hasMessage(
        "garden.Choosy v1 is at #3 (head #3), but its row \"north\" could not be told of #1, a garden.Planted: no nettles");
  }

  @Test
  @Unchecked("garden.Lost")
  void a_projection_that_fails_as_a_whole_is_named_with_its_position_and_error(LedgerScenario ledger) {
    assertThat(ledger).projection(Lost.class).rows().isEmpty();
    ledger.given(new Planted(NORTH, "rose")).given(new Planted(NORTH, "fern"));

    assertThatThrownBy(() -> assertThat(ledger).projection(Lost.class)).isInstanceOf(AssertionError.class).hasMessage(
        "garden.Lost v1 is at #0 (head #2) and goes no further: stopped at #1, a garden.Planted: lost the map");
  }

  @Test
  @Unchecked("garden.Lost")
  void a_projection_that_cannot_be_built_is_named_with_its_position_and_error(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "rose")).given(new Planted(NORTH, "fern"));

    assertThatThrownBy(() -> assertThat(ledger).projection(Lost.class)).isInstanceOf(AssertionError.class)
        .hasMessage("garden.Lost v1 is at #-1 (head #2) and goes no further: stopped at #1, a garden.Planted: lost the"
            + " map");
  }

  @Test
  void two_projections_of_one_name_are_a_mistake(LedgerScenario ledger) {
    assertThat(ledger).projection(Beds.class);

    assertThatThrownBy(() -> assertThat(ledger).projection(OtherBeds.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two projections are named garden.Beds: org.communityledger.testkit.Beds and"
            + " org.communityledger.testkit.WaitingForViewsTest$OtherBeds");
  }

  @Nested
  @LedgerTest(setup = SlowGarden.class)
  class WithLittlePatience {
    @Test
    @Unchecked("garden.Slow")
    void a_view_that_is_not_there_in_time_is_named_with_its_position(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));

      try {
        // Whether it was built before the plant came, or stands at it while it is built, is a matter of luck.
        assertThatThrownBy(() -> assertThat(ledger).projection(Slow.class)).isInstanceOf(AssertionError.class).message()
            .matches("garden.Slow v1 is at #(-1|0) \\(head #1\\) and did not reach #1 within 30 ms");
      } finally {
        Slow.GATE.countDown();
      }
    }
  }

  /** Takes no nettles. */
  static final class Choosy extends GardenView<String> {
    Choosy() {
      super(String.class);
    }

    @Override
    public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
      String plant = ((Planted) happening.event()).plant();
      if (plant.equals("nettle")) {
        throw new IllegalArgumentException("no nettles");
      }
      return Optional.of(plant);
    }
  }

  /** Does not find its beds. */
  static final class Lost extends GardenView<String> {
    Lost() {
      super(String.class);
    }

    @Override
    public Set<PlaceId> keys(RecordedEvent recorded) {
      throw new IllegalArgumentException("lost the map");
    }

    @Override
    public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
      return row;
    }
  }

  /** Has the name of another. */
  static final class OtherBeds extends GardenView<String> {
    OtherBeds() {
      super(String.class);
    }

    @Override
    public String name() {
      return "garden.Beds";
    }

    @Override
    public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
      return row;
    }
  }

  /** Waits until it is told to go on. */
  static final class Slow extends GardenView<String> {
    private static final CountDownLatch GATE = new CountDownLatch(1);

    Slow() {
      super(String.class);
    }

    @Override
    public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
      try {
        GATE.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Optional.of("slow");
    }
  }

  /** The garden with little patience. */
  static final class SlowGarden implements LedgerSetup {
    @Override
    public void prepare(LedgerBuilder ledger) {
      new Garden().prepare(ledger);
    }

    @Override
    public List<Projection<?, ?>> projections() {
      return List.of(new Slow());
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(30);
    }
  }
}
