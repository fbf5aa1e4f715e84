package org.communityledger.projection.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Figure;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.Claim;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictsOnRatesTest {
  private static final Claim ALL_107 = Claim.of(shops(exactly(107), exactly(107)));

  @Test
  void the_same_part_of_the_same_whole_agrees() {
    assertThat(on(ALL_107, shops(exactly(107), exactly(107)))).isEqualTo(Verdict.AGREES);
    assertThat(on(ALL_107, shops(Tally.atLeast(100, Unit.SHOP), exactly(107)))).isEqualTo(Verdict.AGREES);
  }

  @Test
  void parts_are_compared_first() {
    assertThat(on(ALL_107, shops(exactly(1), exactly(107)))).isEqualTo(Verdict.SHORT);
    assertThat(on(ALL_107, shops(exactly(108), exactly(108)))).isEqualTo(Verdict.OVER);
    assertThat(on(ALL_107, shops(exactly(1), exactly(200)))).isEqualTo(Verdict.SHORT);
  }

  @Test
  void the_same_part_of_another_whole_does_not_agree() {
    assertThat(on(ALL_107, shops(exactly(107), exactly(110)))).isEqualTo(Verdict.OVER);
    assertThat(on(Claim.of(shops(exactly(9), exactly(20))), shops(exactly(9), exactly(10))))
        .isEqualTo(Verdict.SHORT);
  }

  @Test
  void of_what_is_counted_in_another_way_nothing_is_counted() {
    assertThat(Verdict.on(ALL_107, Optional.of(Figure.of(exactly(107))))).isEqualTo(Verdict.UNCOUNTED);
    assertThat(on(Claim.of(exactly(107)), shops(exactly(107), exactly(107)))).isEqualTo(Verdict.UNCOUNTED);
    assertThat(Verdict.on(ALL_107, Optional.empty())).isEqualTo(Verdict.UNCOUNTED);
  }

  private static Verdict on(Claim claim, Ratio counted) {
    return Verdict.on(claim, Optional.of(Figure.of(counted)));
  }

  private static Ratio shops(Tally part, Tally whole) {
    return new Ratio(part, whole, "shops-of-the-street");
  }

  private static Tally exactly(long number) {
    return Tally.exact(number, Unit.SHOP);
  }
}
