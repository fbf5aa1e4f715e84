package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepliesTest {
  private static final FigureKey YOUNG = FigureKey.parse("cases.openByAge{age=0-7}");
  private static final FigureKey OLD = FigureKey.parse("cases.openByAge{age=over-7}");
  private static final FigureKey RATE = FigureKey.of("cases.dueOnTime");
  private static final Reply ONE_YOUNG = Reply.of(Contribution.of(YOUNG, items(1)));
  private static final Reply ONE_OLD = Reply.of(Contribution.of(OLD, items(1)));

  @Test
  void are_one_of_two_where_it_is_known_which() {
    assertThat(Reply.when(Optional.of(true), ONE_YOUNG, ONE_OLD)).isEqualTo(ONE_YOUNG);
    assertThat(Reply.when(Optional.of(false), ONE_YOUNG, ONE_OLD)).isEqualTo(ONE_OLD);
  }

  @Test
  void are_several_where_it_is_not() {
    Reply either = Reply.when(Optional.empty(), ONE_YOUNG, ONE_OLD);

    assertThat(either.isSure()).isFalse();
    assertThat(either.contributions()).containsExactlyInAnyOrder(
        Contribution.of(YOUNG, Tally.between(0, 1, Unit.ITEM)), Contribution.of(OLD, Tally.between(0, 1, Unit.ITEM)));
  }

  @Test
  void leave_no_doubt_where_all_that_is_possible_is_the_same() {
    assertThat(Reply.when(Optional.empty(), ONE_YOUNG, ONE_YOUNG)).isEqualTo(ONE_YOUNG);
  }

  @Test
  void put_together_are_all_combinations() {
    Reply rate = Reply.when(Optional.empty(), Reply.of(Contribution.of(RATE, ratio(1))),
        Reply.of(Contribution.of(RATE, ratio(0))));

    assertThat(rate.and(Reply.when(Optional.empty(), ONE_YOUNG, Reply.none())).possible()).hasSize(4);
    assertThat(rate.and(ONE_YOUNG).contributions()).containsExactlyInAnyOrder(
        Contribution.of(RATE, new Ratio(Tally.between(0, 1, Unit.ITEM), items(1), "cases-due")),
        Contribution.of(YOUNG, items(1)));
    assertThat(Reply.none().and(ONE_OLD)).isEqualTo(ONE_OLD);
  }

  @Test
  void cannot_be_impossible() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reply(List.of()));
  }

  private static Ratio ratio(long part) {
    return new Ratio(items(part), items(1), "cases-due");
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }
}
