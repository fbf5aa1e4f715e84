package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresAreSumsTest {
  private static final Figure THREE = Figure.of(Tally.exact(3, Unit.ITEM));
  private static final Figure MORE_THAN_200 = Figure.of(Tally.atLeast(200, Unit.ITEM).asStated("200余件"));
  private static final Figure ABOUT_40 = Figure.of(Tally.about(40, Unit.ITEM));
  private static final Figure ON_TIME = Figure.of(
      new Ratio(Tally.exact(1, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases due"));

  @Test
  void contributions_add_up_bound_by_bound() {
    assertThat(FigureSum.of(THREE).plus(MORE_THAN_200).figure()).isEqualTo(Figure.of(Tally.atLeast(203, Unit.ITEM)));
    assertThat(FigureSum.of(THREE).plus(ABOUT_40).figure()).isEqualTo(Figure.of(Tally.about(43, Unit.ITEM)));
    assertThat(FigureSum.of(THREE).plus(Figure.of(Tally.between(1, 2, Unit.ITEM))).figure())
        .isEqualTo(Figure.of(Tally.between(4, 5, Unit.ITEM)));
  }

  @Test
  void the_doubt_leaves_with_the_contribution_that_brought_it() {
    FigureSum sum = FigureSum.of(THREE).plus(MORE_THAN_200).plus(ABOUT_40).plus(THREE);

    assertThat(sum.minus(MORE_THAN_200).figure()).isEqualTo(Figure.of(Tally.about(46, Unit.ITEM)));
    assertThat(sum.minus(ABOUT_40).figure()).isEqualTo(Figure.of(Tally.atLeast(206, Unit.ITEM)));
    assertThat(sum.minus(ABOUT_40).minus(MORE_THAN_200).figure()).isEqualTo(Figure.of(Tally.exact(6, Unit.ITEM)));
    assertThat(FigureSum.of(THREE).minus(THREE).isEmpty()).isTrue();
  }

  @Test
  void parts_and_wholes_of_rates_add_up_apart() {
    Figure late = Figure.of(new Ratio(Tally.exact(0, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases due"));
    Figure perhaps = Figure.of(new Ratio(Tally.atMost(1, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases due"));

    FigureSum sum = FigureSum.of(ON_TIME).plus(late).plus(perhaps);

    assertThat(sum.figure()).isEqualTo(Figure.of(
        new Ratio(Tally.between(1, 2, Unit.ITEM), Tally.exact(3, Unit.ITEM), "cases due")));
    assertThat(sum.minus(perhaps).figure()).isEqualTo(Figure.of(
        new Ratio(Tally.exact(1, Unit.ITEM), Tally.exact(2, Unit.ITEM), "cases due")));
  }

  @Test
  void adding_and_removing_in_any_order_is_summing_what_is_left() {
    Seeds.cases(2_000, random -> {
      List<Tally> stay = tallies(random, random.nextInt(1, 8));
      List<Tally> leave = tallies(random, random.nextInt(8));

      List<Tally> order = new ArrayList<>(stay);
      order.addAll(leave);
      Collections.shuffle(order, new Random(random.nextLong()));
      FigureSum sum = changing(order, leave, random);

      assertThat(sum.figure()).isEqualTo(Figure.of(Tally.sum(Unit.PERSON, stay)));
      assertThat(sum).isEqualTo(stay.stream().map(Figure::of).map(FigureSum::of).reduce(FigureSum::plus).orElseThrow());
    });
  }

  @Test
  void an_inexact_contribution_never_becomes_exact_nor_an_exact_one_inexact() {
    Seeds.cases(2_000, random -> {
      List<Tally> stay = tallies(random, random.nextInt(1, 8));
      List<Tally> leave = tallies(random, random.nextInt(8));
      List<Tally> order = new ArrayList<>(leave);
      order.addAll(stay);

      Figure.Count sum = (Figure.Count) changing(order, leave, random).figure();

      assertThat(sum.tally().isExact()).isEqualTo(stay.stream().allMatch(Tally::isExact));
    });
  }

  /** Adds in that order, and in between takes out again what is to leave. */
  private static FigureSum changing(List<Tally> order, List<Tally> leave, SplittableRandom random) {
    List<Tally> toLeave = new ArrayList<>();
    List<Tally> leaving = new ArrayList<>(leave);
    Optional<FigureSum> sum = Optional.empty();
    for (Tally each : order) {
      sum = Optional.of(sum.map(it -> it.plus(Figure.of(each))).orElseGet(() -> FigureSum.of(Figure.of(each))));
      if (leaving.remove(each)) {
        toLeave.add(each);
      }
      if (toLeave.size() > random.nextInt(4) && sum.get().amount().contributors() > 1) {
        sum = Optional.of(sum.get().minus(Figure.of(toLeave.removeLast())));
      }
    }
    FigureSum left = sum.orElseThrow();
    for (Tally each : toLeave) {
      left = left.minus(Figure.of(each));
    }
    return left;
  }

  @Test
  void groups_that_may_share_members_are_together_at_least_the_largest() {
    FigureKey key = FigureKey.of("aid.served");
    FigureSum named = FigureSum.of(Contribution.of(key, Tally.exact(3, Unit.PERSON)));
    FigureSum crowd = FigureSum.of(Contribution.ofGroup(key, Tally.between(10, 20, Unit.PERSON)));
    FigureSum market = FigureSum.of(Contribution.ofGroup(key, Tally.exact(12, Unit.PERSON)));
    FigureSum many = FigureSum.of(Contribution.ofGroup(key, Tally.atLeast(2, Unit.PERSON)));

    assertThat(named.plus(crowd).figure()).isEqualTo(Figure.of(Tally.between(10, 23, Unit.PERSON)));
    assertThat(named.plus(crowd).plus(market).figure()).isEqualTo(Figure.of(Tally.between(12, 35, Unit.PERSON)));
    assertThat(named.plus(many).figure()).isEqualTo(Figure.of(Tally.atLeast(3, Unit.PERSON)));
    assertThat(named.plus(crowd).plus(market).minus(market).minus(crowd).figure())
        .isEqualTo(Figure.of(Tally.exact(3, Unit.PERSON)));
    assertThatIllegalArgumentException().isThrownBy(() -> named.plus(crowd).minus(market));
  }

  @Test
  void the_union_of_groups_is_what_all_their_members_allow() {
    FigureKey key = FigureKey.of("aid.served");
    Seeds.cases(2_000, random -> {
      List<Long> groups = random.longs(random.nextInt(1, 6), 0, 40).boxed().toList();
      long named = random.nextLong(0, 40);
      FigureSum sum = FigureSum.of(Contribution.of(key, Tally.exact(named, Unit.PERSON)));
      for (Long each : groups) {
        sum = sum.plus(FigureSum.of(Contribution.ofGroup(key, Tally.exact(each, Unit.PERSON))));
      }

      long largest = Math.max(named, Collections.max(groups));
      long all = named + groups.stream().mapToLong(Long::longValue).sum();
      assertThat(sum.figure()).isEqualTo(Figure.of(Tally.between(largest, all, Unit.PERSON)));
    });
  }

  @Test
  void bounds_that_leave_the_range_for_a_while_come_back_unharmed() {
    Figure most = Figure.of(Tally.exact(Long.MAX_VALUE, Unit.ITEM));
    FigureSum sum = FigureSum.of(most).plus(most).plus(THREE);

    assertThatThrownBy(sum::figure).isInstanceOf(ArithmeticException.class);
    assertThat(sum.minus(most).minus(most).figure()).isEqualTo(THREE);
  }

  @Test
  void unlike_things_are_not_summed() {
    FigureSum items = FigureSum.of(THREE);

    assertThatThrownBy(() -> items.plus(Figure.of(Tally.exact(1, Unit.PERSON)))).isInstanceOf(FigureMismatch.class)
        .hasMessage("ITEM and PERSON cannot be summed");
    assertThatThrownBy(() -> items.minus(Figure.of(Tally.exact(1, Unit.PERSON)))).isInstanceOf(FigureMismatch.class)
        .hasMessage("PERSON cannot be taken out of a sum of ITEM");
    assertThatThrownBy(() -> items.plus(ON_TIME)).isInstanceOf(FigureMismatch.class)
        .hasMessage("a count and a rate of 'cases due' cannot be summed");
    assertThatThrownBy(() -> FigureSum.of(ON_TIME).plus(Figure.of(
        new Ratio(Tally.exact(1, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases closed"))))
        .hasMessage("a rate of 'cases due' and a rate of 'cases closed' cannot be summed");
  }

  @Test
  void what_was_not_put_in_cannot_be_taken_out() {
    assertThatThrownBy(() -> FigureSum.of(THREE).minus(ABOUT_40)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("More was taken out of a sum of ITEM than was put in");
    assertThatThrownBy(() -> FigureSum.of(THREE).minus(Figure.of(Tally.exact(2, Unit.ITEM))))
        .hasMessage("Something else was taken out of a sum of ITEM than was put in");
  }

  @Test
  void one_of_two_figures_allows_for_both() {
    Figure late = Figure.of(new Ratio(Tally.exact(0, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases due"));

    assertThat(THREE.hull(THREE.none())).isEqualTo(Figure.of(Tally.between(0, 3, Unit.ITEM)));
    assertThat(ON_TIME.hull(late)).isEqualTo(Figure.of(
        new Ratio(Tally.between(0, 1, Unit.ITEM), Tally.exact(1, Unit.ITEM), "cases due")));
    assertThat(ON_TIME.hull(ON_TIME.none())).isEqualTo(Figure.of(
        new Ratio(Tally.between(0, 1, Unit.ITEM), Tally.between(0, 1, Unit.ITEM), "cases due")));
    assertThatThrownBy(() -> THREE.hull(ON_TIME)).isInstanceOf(FigureMismatch.class);
  }

  private static List<Tally> tallies(SplittableRandom random, int count) {
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long lower = random.nextInt(4) == 0 ? random.nextLong(Long.MAX_VALUE / 20) : random.nextInt(5);
      tallies.add(switch (random.nextInt(6)) {
        case 0 -> Tally.atLeast(lower, Unit.PERSON).asStated(lower + "余人");
        case 1 -> Tally.about(lower, Unit.PERSON);
        case 2 -> Tally.between(lower, lower + random.nextInt(3), Unit.PERSON);
        default -> Tally.exact(lower, Unit.PERSON);
      });
    }
    return tallies;
  }
}
