package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testkit.Garden.NORTH;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerOfEachTestTest {
  private static final List<Path> FOLDERS = new ArrayList<>();

  @Test
  void all_that_belongs_to_a_test_gets_the_same_ledger_and_each_test_another() {
    FOLDERS.clear();

    assertThat(Outcomes.of(EverywhereCase.class).failures()).isEmpty();

    assertThat(FOLDERS).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void nothing_is_left_of_it() {
    FOLDERS.clear();

    Outcomes.of(EverywhereCase.class);

    assertThat(FOLDERS).hasSize(4).noneMatch(it -> it.toFile().exists());
  }

  @Test
  void what_runs_once_for_all_tests_gets_none() {
    assertThat(Outcomes.of(BeforeAllCase.class).failures())
        .containsExactly("A ledger belongs to one test, so that there is"
            + " none for before, which runs once for all of them");
    assertThat(Outcomes.of(OneInstanceCase.class).failures()).containsExactly("A ledger belongs to one test, so that"
        + " there is none for org.communityledger.testkit.LedgerOfEachTestTest$OneInstanceCase, which runs once for all of"
        + " them");
  }

  @Test
  void a_nested_class_has_the_setup_of_its_own_or_of_the_class_around_it() {
    assertThat(Outcomes.of(SetupCase.class).failures()).isEmpty();
  }

  @Test
  void a_setup_that_cannot_be_made_is_named() {
    assertThat(Outcomes.of(DemandingCase.class).failures()).singleElement().asString().endsWith(
        "org.communityledger.testkit.LedgerOfEachTestTest$DemandingSetup needs a constructor without parameters");
    assertThat(Outcomes.of(FailingCase.class).failures()).singleElement().asString().endsWith("org.communityledger."
        + "testkit.LedgerOfEachTestTest$FailingSetup cannot be made: java.lang.IllegalStateException: no garden today");
  }

  @LedgerTest(setup = Garden.class)
  static class EverywhereCase {
    private final LedgerScenario ofConstructor;

    EverywhereCase(LedgerScenario ledger) {
      ofConstructor = ledger;
      FOLDERS.add(ledger.store().beside("test.ledger").getParent());
    }

    @BeforeEach
    void before(LedgerScenario ledger) {
      assertThat(ledger).isSameAs(ofConstructor);
      assertThat(ledger.position()).isEqualTo(0);
      ledger.given(new Planted(NORTH, "rose"));
    }

    @Test
    void one(LedgerScenario ledger) {
      assertThat(ledger).isSameAs(ofConstructor);
    }

    @Test
    void another(Ledger ledger) {
      assertThat(ledger).isSameAs(ofConstructor.ledger());
    }

    @RepeatedTest(2)
    void several(LedgerScenario ledger) {
      assertThat(ledger).isSameAs(ofConstructor);
    }

    @AfterEach
    void after(LedgerScenario ledger) {
      assertThat(ledger).isSameAs(ofConstructor);
      assertThat(ledger.position()).isEqualTo(1);
    }
  }

  @LedgerTest
  static class BeforeAllCase {
    @BeforeAll
    static void before(Ledger ledger) {
      assertThat(ledger).isNull();
    }

    @Test
    void any() {}
  }

  @LedgerTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstanceCase {
    OneInstanceCase(Ledger ledger) {
      assertThat(ledger).isNull();
    }

    @Test
    void any() {}
  }

  @LedgerTest(setup = Garden.class)
  static class SetupCase {
    @Nested
    class Inherited {
      @Test
      void knows_the_garden(LedgerScenario ledger) {
        ledger.given(new Planted(NORTH, "rose"));
      }
    }

    @Nested
    @LedgerTest
    class OfItsOwn {
      @Test
      void does_not_know_the_garden(LedgerScenario ledger) {
        assertThatThrownBy(() -> ledger.given(new Planted(NORTH, "rose")))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** Needs to be told something. */
  static final class DemandingSetup implements LedgerSetup {
    DemandingSetup(String something) {
      assertThat(something).isNotNull();
    }
  }

  @LedgerTest(setup = DemandingSetup.class)
  static class DemandingCase {
    @Test
    void any(LedgerScenario ledger) {
      ledger.position();
    }
  }

  /** Does not want to. */
  static final class FailingSetup implements LedgerSetup {
    FailingSetup() {
      throw new IllegalStateException("no garden today");
    }
  }

  @LedgerTest(setup = FailingSetup.class)
  static class FailingCase {
    @Test
    void any(LedgerScenario ledger) {
      ledger.position();
    }
  }
}
