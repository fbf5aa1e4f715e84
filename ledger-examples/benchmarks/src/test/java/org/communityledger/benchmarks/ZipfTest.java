package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZipfTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void the_first_number_is_drawn_twice_as_often_as_the_second_and_ten_times_as_often_as_the_tenth() {
    int[] drawn = drawn(new Zipf(100), 100);

    assertThat((double) drawn[0] / drawn[1]).isBetween(1.9, 2.1);
    assertThat((double) drawn[0] / drawn[9]).isBetween(9.0, 11.0);
    assertThat(drawn[99]).isPositive();
  }

  @Test
  void no_number_is_drawn_beyond_the_count_nor_beyond_the_limit() {
    assertThat(drawn(new Zipf(100), 3)).as("three things are there").satisfies(it -> {
      assertThat(it[2]).isPositive();
      assertThat(it[3]).isZero();
    });
    assertThat(drawn(new Zipf(5), 100)).as("five can be drawn").satisfies(it -> {
      assertThat(it[4]).isPositive();
      assertThat(it[5]).isZero();
    });
    assertThat(drawn(new Zipf(100), 1)[0]).as("only one is there").isEqualTo(100_000);
  }

  private int[] drawn(Zipf zipf, int count) {
    int[] drawn = new int[100];
    for (int i = 0; i < 100_000; i++) {
      drawn[zipf.draw(random, count)]++;
    }
    return drawn;
  }
}
