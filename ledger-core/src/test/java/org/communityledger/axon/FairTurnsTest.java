package org.communityledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.communityledger.axon.FairTurns.Turn;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FairTurnsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final FairTurns turns = new FairTurns();

  @Test
  void who_comes_first_goes_first() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      Turn first = turns.take(Set.of("case:wall"), LONG).orElseThrow();
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        int number = i;
        waiting.add(threads.submit(() -> {
          Turn turn = turns.take(Set.of("case:wall"), LONG).orElseThrow();
          order.add(number);
          turn.close();
          return null;
        }));
        while (turns.waitingFor("case:wall") < number) {
          Thread.onSpinWait();
        }
      }
      first.close();
      for (Future<?> each : waiting) {
        each.get(30, TimeUnit.SECONDS);
      }
    }

    assertThat(order).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void other_tags_do_not_wait() throws Exception {
    Turn wall = turns.take(Set.of("case:wall"), LONG).orElseThrow();
    Optional<Turn> roof = turns.take(Set.of("case:roof"), Duration.ZERO);

    assertThat(roof).isPresent();
    roof.get().close();
    wall.close();
    assertThat(turns.isIdle()).isTrue();
  }

  @Test
  void who_has_a_turn_does_not_wait_for_it_again() throws Exception {
    Turn wall = turns.take(Set.of("case:wall"), LONG).orElseThrow();

    Turn inside = turns.take(Set.of("case:roof", "case:wall"), LONG).orElseThrow();
    inside.close();

    assertThat(takenBySomebody(Duration.ZERO)).isEmpty();
    wall.close();
    assertThat(turns.isIdle()).isTrue();
  }

  private Optional<Turn> takenBySomebody(Duration patience) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return turns.take(Set.of("case:wall"), patience);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }).join();
  }

  @Test
  void who_runs_out_of_time_gets_no_turn_and_leaves_nothing_behind() throws Exception {
    Turn wall = takenBySomebody(LONG).orElseThrow();

    assertThat(turns.take(Set.of("case:roof", "case:wall"), Duration.ofMillis(1))).isEmpty();
    assertThat(turns.take(Set.of("case:wall"), Duration.ofSeconds(-1))).isEmpty();
    turns.take(Set.of("case:roof"), Duration.ZERO).orElseThrow().close();

    wall.close();
    assertThat(turns.isIdle()).isTrue();
    turns.take(Set.of("case:wall"), Duration.ZERO).orElseThrow().close();
  }

  @Test
  void who_is_interrupted_leaves_nothing_behind() throws Exception {
    Turn wall = takenBySomebody(LONG).orElseThrow();
    Thread.currentThread().interrupt();

    boolean interrupted = false;
    try {
      turns.take(Set.of("case:roof", "case:wall"), LONG);
    } catch (InterruptedException e) {
      interrupted = true;
    }

    assertThat(interrupted).isTrue();
    wall.close();
    assertThat(turns.isIdle()).isTrue();
  }

  @Test
  void a_turn_may_be_ended_twice() throws Exception {
    Turn wall = takenBySomebody(LONG).orElseThrow();
    wall.close();
    Turn next = turns.take(Set.of("case:wall"), Duration.ZERO).orElseThrow();
    wall.close();

    assertThat(takenBySomebody(Duration.ZERO)).isEmpty();
    next.close();
  }

  @Test
  void overlapping_wishes_never_wait_for_each_other_in_a_circle() throws Exception {
    List<String> tags = List.of("a:1", "a:2", "a:3", "a:4");
    AtomicInteger inside = new AtomicInteger();
    List<Integer> most = Crowd.of(12, number -> {
      int seen = 0;
      for (int round = 0; round < 200; round++) {
        String one = tags.get((number + round) % 4);
        String other = tags.get((number * 3 + round * 2 + 1) % 4);
        Turn turn = turns.take(List.of(one, "shared:x", other), LONG).orElseThrow();
        seen = Math.max(seen, inside.incrementAndGet());
        inside.decrementAndGet();
        turn.close();
      }
      return seen;
    });

    assertThat(most).allMatch(it -> it == 1);
    assertThat(turns.isIdle()).isTrue();
  }
}
