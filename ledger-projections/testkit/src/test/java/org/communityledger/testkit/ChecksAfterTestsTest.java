package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.LedgerAssertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.PlaceId;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.testkit.Garden.Plant;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksAfterTestsTest {
  private static final String BROKEN_LOG = "Expected the ledger to be intact, but it is broken at position 1: leaf hash:"
      + " the stored bytes do not have the stored hash";

  @Test
  void a_damaged_log_fails_a_test_that_passed() {
    assertThat(Outcomes.of(DamageCase.class).failures()).containsExactly(BROKEN_LOG);
  }

  @Test
  void a_projection_that_is_rebuilt_to_another_state_fails_a_test_that_used_it() {
    Outcomes outcomes = Outcomes.of(ImpureCase.class);

    assertThat(outcomes.passed()).containsExactly("not using it (LedgerScenario)");
    assertThat(outcomes.failed()).containsExactly("using it (LedgerScenario)");
    assertThat(outcomes.failures()).singleElement().asString()
        .matches("(?s)garden.Impure at #1 does not rebuild to the same"
            + " state: something other than its events has a say in it\nrow \"north\"\n  seen: \"rose \\d+\"\n  rebuilt:"
            + " \"rose \\d+\"");
  }

  @Test
  void a_projection_of_the_setup_is_checked_though_nobody_asked_for_it() {
    assertThat(Outcomes.of(DeclaredCase.class).failures()).singleElement().asString()
        .startsWith("garden.Impure at #1 does not rebuild to the same state");
  }

  @Test
  void what_is_named_is_not_checked() {
    assertThat(Outcomes.of(UncheckedCase.class).failures()).isEmpty();
    assertThat(Outcomes.of(UncheckedClassCase.class).failures()).isEmpty();
  }

  @Test
  void a_test_names_only_what_would_have_been_checked() {
    assertThat(Outcomes.of(MisspeltCase.class).failures()).containsExactly(
        "@Unchecked(garden.Impur) on the test: only these would have been checked: log, garden.Impure",
        "@Unchecked(garden.Impure) on the test: only these would have been checked: log");
  }

  @Test
  void a_refusal_nobody_looked_at_fails_the_test() {
    assertThat(Outcomes.of(UnseenCase.class).failures()).containsExactly(
        """
            No then… looked at the answer to Plant[bed=north, plant=oak], and it was refused with BedFull[bed=north]: Bed north\
             has room for two plants.
            Caused by
              #1 Planted[bed=north, plant=rose]
              #2 Planted[bed=north, plant=fern]""");
  }

  @Test
  void a_test_that_fails_says_only_why() {
    assertThat(Outcomes.of(FailingCase.class).throwables()).singleElement()
        .satisfies(it -> assertThat(it).hasMessage("red anyway").hasNoSuppressedExceptions());
  }

  @Test
  void a_test_without_a_ledger_is_left_alone() {
    assertThat(Outcomes.of(WithoutLedgerCase.class).failures()).isEmpty();
  }

  private static void damage(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "rose"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger.store().beside("test.ledger"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER event_no_UPDATE");
      statement.executeUpdate(
          "UPDATE event SET leaf = CAST(replace(CAST(leaf AS TEXT), 'rose', 'lily') AS BLOB) WHERE position = 1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void use(LedgerScenario ledger) {
    ledger.given(new Planted(NORTH, "rose"));
    assertThat(ledger).projection(Impure.class).rows().hasSize(1);
  }

  /** Never the same twice. */
  static final class Impure extends GardenView<String> {
    Impure() {
      super(String.class);
    }

    @Override
    public Optional<String> apply(PlaceId key, Optional<String> row, Happening happening) {
      return Optional.of("rose " + System.nanoTime());
    }
  }

  /** The garden with a view that is always kept. */
  static final class ImpureGarden implements LedgerSetup {
    @Override
    public void prepare(org.communityledger.LedgerBuilder ledger) {
      new Garden().prepare(ledger);
    }

    @Override
    public List<Projection<?, ?>> projections() {
      return List.of(new Impure());
    }
  }

  @LedgerTest(setup = Garden.class)
  static class DamageCase {
    @Test
    void damaging_it(LedgerScenario ledger) {
      damage(ledger);
    }
  }

  @LedgerTest(setup = Garden.class)
  @DisplayNameGeneration(ReplaceUnderscores.class)
  static class ImpureCase {
    @Test
    void using_it(LedgerScenario ledger) {
      use(ledger);
    }

    @Test
    void not_using_it(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));
    }
  }

  @LedgerTest(setup = ImpureGarden.class)
  static class DeclaredCase {
    @Test
    void not_using_it(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));
    }
  }

  @LedgerTest(setup = Garden.class)
  static class UncheckedCase {
    @Test
    @Unchecked(Unchecked.LOG)
    void damaging_it(LedgerScenario ledger) {
      damage(ledger);
    }

    @Test
    @Unchecked("garden.Impure")
    void using_it(LedgerScenario ledger) {
      use(ledger);
    }
  }

  @LedgerTest(setup = Garden.class)
  @Unchecked("garden.Impure")
  static class UncheckedClassCase {
    @Test
    void using_it(LedgerScenario ledger) {
      use(ledger);
    }

    @Test
    void not_using_it(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));
    }

    @Nested
    class Inside {
      @Test
      void using_it(LedgerScenario ledger) {
        use(ledger);
      }
    }
  }

  @LedgerTest(setup = Garden.class)
  static class MisspeltCase {
    @Test
    @Unchecked("garden.Impur")
    void a_using_it(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));
      assertThat(ledger).projection(new Impure());
    }

    @Test
    @Unchecked("garden.Impure")
    void b_not_using_it(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"));
    }
  }

  @LedgerTest(setup = Garden.class)
  static class UnseenCase {
    @Test
    void asking_too_much(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose"), new Planted(NORTH, "fern")).when(new Plant(NORTH, "oak"));
    }
  }

  @LedgerTest(setup = Garden.class)
  static class FailingCase {
    @Test
    void damaging_it(LedgerScenario ledger) {
      damage(ledger);
      throw new AssertionError("red anyway");
    }
  }

  @LedgerTest
  static class WithoutLedgerCase {
    @Test
    void any() {}
  }
}
