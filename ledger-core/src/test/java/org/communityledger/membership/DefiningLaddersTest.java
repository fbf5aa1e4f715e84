package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.membership.MembershipScenario.PARTY;
import static org.communityledger.membership.MembershipScenario.RIDER;
import static org.communityledger.membership.MembershipScenario.SECRETARY;
import static org.communityledger.membership.MembershipScenario.STANDING;
import static org.communityledger.membership.MembershipScenario.advance;
import static org.communityledger.membership.MembershipScenario.application;
import static org.communityledger.membership.MembershipScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.LadderId;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipEvent.LadderDefined;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipRefusal.AlreadyDefined;
import org.communityledger.membership.MembershipRefusal.StageRepeated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefiningLaddersTest {
  private static final LadderId UNION = new LadderId("union");
  private static final LadderStage ASKED = LadderStage.of("asked", "committee");
  private static final LadderStage IN = LadderStage.of("in", "committee");

  private final MembershipScenario scenario = new MembershipScenario();

  @Test
  void a_ladder_is_defined_by_its_stages_in_order() {
    scenario.when(new DefineLadder(UNION, 1, List.of(ASKED, IN)))
        .isAcceptedWith(new LadderDefined(UNION, 1, List.of(ASKED, IN)));
    assertThat(scenario.lastTags()).containsExactly(UNION.tag());
  }

  @Test
  void the_shipped_ladder_leads_from_applicant_to_full_member() {
    assertThat(ShippedLadder.STAGES).containsExactly(
        new LadderStage("applicant", Optional.empty(), Optional.of(18), List.of("application"), "branch"),
        new LadderStage("activist", Optional.of(new Stay(1, 0, 0)), Optional.empty(), List.of("recommendation"),
            "branch-committee"),
        new LadderStage("development-candidate", Optional.empty(), Optional.empty(), List.of("opinions"),
            "branch-committee"),
        new LadderStage("probationary", Optional.of(new Stay(1, 0, 0)), Optional.empty(), List.of("review"),
            "branch-assembly"),
        new LadderStage("full", Optional.empty(), Optional.empty(), List.of("resolution"), "branch-assembly"));
  }

  @Test
  void no_stage_comes_twice() {
    scenario.when(new DefineLadder(UNION, 1, List.of(ASKED, IN, ASKED)))
        .isRefusedWith(new StageRepeated(UNION, "asked"));
  }

  @Test
  void another_version_has_a_higher_number() {
    long first = scenario.given(new DefineLadder(UNION, 2, List.of(ASKED)));

    scenario.when(new DefineLadder(UNION, 2, List.of(ASKED, IN))).isRefusedWith(new AlreadyDefined(UNION, 2, 2), first);
    scenario.when(new DefineLadder(UNION, 1, List.of(ASKED, IN))).isRefusedWith(new AlreadyDefined(UNION, 1, 2), first);
    scenario.when(new DefineLadder(UNION, 3, List.of(ASKED, IN))).isAccepted();
  }

  @Test
  void a_new_version_decides_what_comes_and_leaves_what_was() {
    scenario.given(application(), on(2024, 1, 5));
    long reached = scenario.given(advance("activist", "recommendation"), on(2024, 3, 5));
    LadderStage applicant = ShippedLadder.STAGES.getFirst();
    LadderStage activist = LadderStage.of("activist", "branch-committee").staying(Stay.ofMonths(3));
    LadderStage candidate = LadderStage.of("development-candidate", "branch-assembly");
    long second = scenario.given(new DefineLadder(PARTY, 2, List.of(applicant, activist, candidate)));

    scenario.when(advance("development-candidate"), on(2024, 6, 5))
        .isAcceptedWith(new StageReached(STANDING, RIDER, PARTY, MembershipScenario.COMMUNITY, "activist",
            "development-candidate", Optional.empty(), 2, scenario.ledger.id(second), List.of(SECRETARY), List.of(),
            true,
            scenario.ledger.id(reached), Optional.empty()));
    assertThat(((StageReached) scenario.ledger.at(reached).event()).ladderVersion()).isEqualTo(1);
  }

  @Test
  void a_definition_in_use_is_taken_back_only_for_another_of_the_ladder() {
    scenario.given(application());

    assertThat(scenario.whenRetracted(scenario.defined).refusalName()).contains("DependentEvents");
    scenario.whenRetracted(scenario.defined, DefineLadder.shipped(PARTY)).isAccepted();
  }

  @Test
  void versions_count_from_one_and_have_a_stage() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DefineLadder(UNION, 0, List.of(ASKED)))
        .withMessage("A ladder's version starts at 1, not at 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new DefineLadder(UNION, 1, List.of()))
        .withMessage("stages must name one stage at least");
  }

  @Test
  void words_of_a_stage_are_code_words_and_ages_not_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> LadderStage.of("two words", "committee"));
    assertThatIllegalArgumentException().isThrownBy(() -> LadderStage.of("asked", "two words"));
    assertThatIllegalArgumentException().isThrownBy(() -> LadderStage.of("asked", "committee", "two words"));
    assertThatIllegalArgumentException().isThrownBy(() -> ASKED.from(-1))
        .withMessage("minAge must be 0 or more, not -1");
  }

  @Test
  void a_stay_ends_on_the_anniversary_and_that_of_29_february_on_the_28th() {
    assertThat(Stay.ofYears(1).endFrom(LocalDate.of(2023, 3, 1))).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(Stay.ofYears(1).endFrom(LocalDate.of(2024, 2, 29))).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(Stay.ofYears(4).endFrom(LocalDate.of(2020, 2, 29))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Stay.ofMonths(1).endFrom(LocalDate.of(2024, 1, 31))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(new Stay(0, 1, 10).endFrom(LocalDate.of(2024, 1, 31))).isEqualTo(LocalDate.of(2024, 3, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stay(0, -1, 0))
        .withMessage("A stay is not negative, but it has 0 years, -1 months and 0 days");
  }
}
