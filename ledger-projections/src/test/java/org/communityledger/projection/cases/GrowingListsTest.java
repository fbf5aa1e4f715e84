package org.communityledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrowingListsTest {
  private static final GrowingList<String> NOTHING = GrowingList.empty();

  @Test
  void a_longer_list_leaves_the_shorter_one_as_it_was() {
    GrowingList<String> one = NOTHING.with("a");
    GrowingList<String> two = one.with("b");

    assertThat(NOTHING).isEmpty();
    assertThat(one).containsExactly("a").isEqualTo(List.of("a"));
    assertThat(two).containsExactly("a", "b").isEqualTo(List.of("a", "b")).hasSameHashCodeAs(List.of("a", "b"));
    assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void two_lists_made_of_the_same_one_do_not_see_what_the_other_got() {
    GrowingList<String> common = NOTHING.with("a").with("b");
    GrowingList<String> first = common.with("c").with("d");
    GrowingList<String> second = common.with("x");
    GrowingList<String> third = second.with("y").with("z");
    GrowingList<String> fourth = second.with("w");
    GrowingList<String> fifth = first.with("e");

    assertThat(common).containsExactly("a", "b");
    assertThat(first).containsExactly("a", "b", "c", "d");
    assertThat(second).containsExactly("a", "b", "x");
    assertThat(third).containsExactly("a", "b", "x", "y", "z");
    assertThat(fourth).containsExactly("a", "b", "x", "w");
    assertThat(fifth).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void of_threads_that_make_the_same_list_longer_each_gets_its_own() throws Exception {
    int threads = 4;
    List<GrowingList<Integer>> common = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      common.add(GrowingList.<Integer>empty().with(-1));
    }
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<GrowingList<Integer>>>> made = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int mine = i;
        made.add(pool.submit(() -> {
          start.await();
          return common.stream().map(it -> it.with(mine)).toList();
        }));
      }
      for (int i = 0; i < threads; i++) {
        List<Integer> expected = List.of(-1, i);
        assertThat(made.get(i).get()).allMatch(expected::equals);
      }
    }
  }

  @Test
  void nothing_can_be_put_into_a_list_or_taken_out_of_it() {
    GrowingList<String> list = NOTHING.with("a");

    assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    assertThat(list).containsExactly("a");
  }

  @Test
  void a_list_ten_times_as_long_takes_about_ten_times_the_memory_to_grow_not_a_hundred_times() {
    long shortOne = allocated(1_000, GrowingListsTest::grow);
    long longOne = allocated(10_000, GrowingListsTest::grow);

    assertThat(longOne).isLessThan(20 * shortOne);
    assertThat(allocated(10_000, GrowingListsTest::copyEachTime)).as("what copies each time")
        .isGreaterThan(50 * allocated(1_000, GrowingListsTest::copyEachTime));
  }

  private static void grow(int length) {
    GrowingList<String> list = NOTHING;
    for (int i = 0; i < length; i++) {
      list = list.with("a");
    }
    assertThat(list.size()).isEqualTo(length);
  }

  private static void copyEachTime(int length) {
    List<String> list = List.of();
    for (int i = 0; i < length; i++) {
      List<String> more = new ArrayList<>(list);
      more.add("a");
      list = List.copyOf(more);
    }
    assertThat(list.size()).isEqualTo(length);
  }

  /** The bytes that this thread took. */
  private static long allocated(int length, IntConsumer growing) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    growing.accept(length);
    long before = threads.getCurrentThreadAllocatedBytes();
    growing.accept(length);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
