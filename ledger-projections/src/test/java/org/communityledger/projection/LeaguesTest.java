package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.League.Member;
import org.communityledger.projection.League.Order;
import org.communityledger.projection.League.Place;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaguesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 2);

  @Test
  void equal_rates_share_a_rank_and_the_next_is_left_out() {
    assertThat(league(Order.HIGHEST_FIRST, 10, member("a", 5, 10), member("b", 10, 20), member("c", 9, 10),
        member("d", 1, 10))).containsExactly(place(1, "c", 9, 10), place(2, "a", 5, 10), place(2, "b", 10, 20),
            place(4, "d", 1, 10));
  }

  @Test
  void who_has_fewer_than_the_minimum_is_listed_without_a_rank() {
    assertThat(league(Order.HIGHEST_FIRST, 10, member("z", 9, 9), member("a", 9, 9), member("b", 1, 10)))
        .containsExactly(place(1, "b", 1, 10), unranked("a", 9, 9), unranked("z", 9, 9));
  }

  @Test
  void the_lowest_come_first_where_less_is_better() {
    assertThat(league(Order.LOWEST_FIRST, 2, member("slow", 30, 3), member("fast", 3, 3)))
        .containsExactly(place(1, "fast", 3, 3), place(2, "slow", 30, 3));
  }

  @Test
  void a_rate_in_doubt_is_not_ranked_nor_is_one_of_nothing() {
    Member doubtful = new Member("doubtful", new Ratio(Tally.between(5, 6, Unit.ITEM), items(20), "cases"));

    assertThat(league(Order.HIGHEST_FIRST, 0, doubtful, member("none", 0, 0), member("sure", 1, 20)))
        .extracting(Place::member, Place::rank).containsExactly(
            tuple("sure", Optional.of(1)),
            tuple("doubtful", Optional.empty()),
            tuple("none", Optional.empty()));
  }

  @Test
  void rates_too_large_to_be_multiplied_are_compared_all_the_same() {
    assertThat(league(Order.HIGHEST_FIRST, 1, member("a", Long.MAX_VALUE - 1, Long.MAX_VALUE),
        member("b", Long.MAX_VALUE, Long.MAX_VALUE))).extracting(Place::member).containsExactly("b", "a");
  }

  private static List<Place> league(Order order, int minimum, Member... members) {
    return League.of(List.of(members), order, minimum, DAY).places();
  }

  private static Member member(String name, long part, long whole) {
    return new Member(name, ratio(part, whole));
  }

  private static Place place(int rank, String name, long part, long whole) {
    return new Place(Optional.of(rank), name, ratio(part, whole));
  }

  private static Place unranked(String name, long part, long whole) {
    return new Place(Optional.empty(), name, ratio(part, whole));
  }

  private static Ratio ratio(long part, long whole) {
    return new Ratio(items(part), items(whole), "cases");
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }
}
