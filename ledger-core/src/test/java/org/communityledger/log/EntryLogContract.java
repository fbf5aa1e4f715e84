package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.communityledger.log.Lines.Line;
import org.communityledger.log.Query.Criterion;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every log promises; a class for each store runs it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class EntryLogContract {
  private static final int PATIENCE_SECONDS = 30;

  private final SettableClock clock = new SettableClock();
  private EntryLog log = new NoLog();

  /** Opens the log of this test: empty the first time, later with what is stored. */
  protected abstract EntryLog open(java.time.InstantSource clock);

  /** Keeps everybody from committing to the store of this test, as another process with a lock would, until closed. */
  protected abstract AutoCloseable holdCommits();

  @BeforeEach
  void open_it() {
    log = open(clock);
  }

  @AfterEach
  void close_it() {
    log.close();
  }

  private void reopen() {
    log.close();
    log = open(clock);
  }

  @Test
  void positions_are_dense_from_0_in_order_of_appending() {
    Appended first = done(log.append(append("c1", line("A"))));
    Appended second = done(log.append(append("c2", line("A"), line("B"), line("C"))));
    Appended third = done(log.append(append("c3", line("A"))));

    assertThat(first.first()).isEqualTo(0);
    assertThat(second.first()).isEqualTo(1);
    assertThat(second.leafHashes()).hasSize(3);
    assertThat(third.first()).isEqualTo(4);
    assertThat(log.size()).isEqualTo(5);
    assertThat(ids(Query.all())).containsExactly("c1.0", "c2.0", "c2.1", "c2.2", "c3.0");
    assertThat(all().stream().map(Entry::position)).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(all().stream().map(Entry::type)).containsExactly("A", "A", "B", "C", "A");
  }

  @Test
  void a_leaf_is_read_back_byte_for_byte_with_the_time_in_its_slot() {
    clock.set("2026-11-23T09:30:15.123456789Z");
    Appended appended = done(log.append(append("c1", new Line("cases.工程", Set.of("地点:云栖苑"), "雨水井盖"))));

    Entry entry = all().getFirst();
    assertThat(Lines.text(entry.leaf())).isEqualTo("c1.0|cases.工程|2026-11-23T09:30:15.123456Z|地点:云栖苑|"
        + "fd68d0a3c43602ae9f7df51583dfd5fdeb5cbc2f99cf44eabbbd5c886aa6573c|雨水井盖");
    assertThat(entry.type()).isEqualTo("cases.工程");
    assertThat(appended.leafHashes().getFirst()).isEqualTo(MerkleHash.leaf(entry.leaf()));
  }

  @Test
  void a_criterion_asks_for_all_its_tags_and_for_one_of_its_types() {
    appendFour();

    assertThat(positions(Query.tagged("a"))).containsExactly(0L, 1L, 2L);
    assertThat(positions(Query.tagged("a", "b"))).containsExactly(1L, 2L);
    assertThat(positions(Query.tagged("a", "b", "c"))).containsExactly(2L);
    assertThat(positions(new Query(List.of(new Criterion(Set.of("a"), Set.of("A", "C")))))).containsExactly(0L, 2L);
    assertThat(positions(new Query(List.of(new Criterion(Set.of("a", "b"), Set.of("B")))))).containsExactly(1L);
    assertThat(positions(Query.ofTypes("A"))).containsExactly(0L, 3L);
    assertThat(positions(Query.ofTypes("A", "B", "unheard of"))).containsExactly(0L, 1L, 3L);
    assertThat(positions(Query.all())).containsExactly(0L, 1L, 2L, 3L);
    assertThat(positions(Query.tagged("unheard of"))).isEmpty();
    assertThat(positions(Query.ofTypes("unheard of"))).isEmpty();
    assertThat(positions(new Query(List.of()))).isEmpty();
  }

  @Test
  void an_entry_matches_if_it_matches_one_of_the_criteria_whatever_their_order() {
    appendFour();
    Criterion ab = new Criterion(Set.of("a", "b"), Set.of());
    Criterion bc = new Criterion(Set.of("b", "c"), Set.of());
    Criterion d = new Criterion(Set.of("d"), Set.of());
    Criterion typeA = new Criterion(Set.of(), Set.of("A"));

    assertThat(positions(new Query(List.of(ab, bc)))).containsExactly(1L, 2L);
    assertThat(positions(new Query(List.of(bc, ab)))).containsExactly(1L, 2L);
    assertThat(positions(new Query(List.of(d, ab)))).containsExactly(1L, 2L, 3L);
    assertThat(positions(new Query(List.of(ab, d)))).containsExactly(1L, 2L, 3L);
    assertThat(positions(new Query(List.of(typeA, bc)))).containsExactly(0L, 2L, 3L);
    assertThat(positions(new Query(List.of(bc, typeA, ab)))).containsExactly(0L, 1L, 2L, 3L);
    assertThat(log.last(new Query(List.of(d, ab)), 3).map(Entry::position)).contains(2L);
    assertThat(log.last(new Query(List.of(d, ab)), 4).map(Entry::position)).contains(3L);
  }

  @Test
  void reading_begins_and_ends_where_it_is_told() {
    appendFour();

    assertThat(log.read(Query.all(), 1, 3, 100).stream().map(Entry::position)).containsExactly(1L, 2L);
    assertThat(log.read(Query.all(), 1, 100, 2).stream().map(Entry::position)).containsExactly(1L, 2L);
    assertThat(log.read(Query.tagged("a"), 1, 100, 1).stream().map(Entry::position)).containsExactly(1L);
    assertThat(log.read(Query.tagged("a"), 0, 2, 9).stream().map(Entry::position)).containsExactly(0L, 1L);
    assertThat(log.read(Query.all(), 4, 100, 9)).isEmpty();
    assertThat(log.read(Query.all(), 3, 3, 9)).isEmpty();
    assertThatThrownBy(() -> log.read(Query.all(), 0, 4, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hundreds_of_alternatives_can_be_asked_for_and_be_a_condition() {
    appendFour();
    List<Criterion> many = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      many.add(new Criterion(Set.of("x" + i, "y" + i), Set.of("A", "B", "C")));
    }
    Query noneOfThem = new Query(many);
    many.add(700, new Criterion(Set.of("a", "c"), Set.of()));
    Query oneOfThem = new Query(many);

    assertThat(positions(oneOfThem)).containsExactly(2L);
    assertThat(positions(noneOfThem)).isEmpty();
    assertThat(log.last(oneOfThem, 4).map(Entry::position)).contains(2L);
    reopen();
    Append refused = append("c5", AppendCondition.nothingMatching(oneOfThem, 0), line("A"));
    assertThat(refused(log.append(refused), AppendConflict.class).position()).isEqualTo(2);
    done(log.append(append("c6", AppendCondition.nothingMatching(noneOfThem, 0), line("A"))));
  }

  @Test
  void a_conflict_names_the_entry_that_came_in_between() {
    appendFour();

    AppendConflict conflict = refused(
        log.append(append("c5", AppendCondition.nothingMatching(Query.tagged("d"), 2), line("A"))),
        AppendConflict.class);

    assertThat(conflict.position()).isEqualTo(3);
    assertThat(conflict).hasMessage(
        "Command c5 was decided on what stood before #2, but A came in between at #3; read and decide again");
    assertThat(log.size()).isEqualTo(4);
    assertThat(log.decision("c5")).isEmpty();
  }

  @Test
  void every_kind_of_condition_is_judged_on_what_is_recent() {
    appendFour();

    judgeConditions();
  }

  @Test
  void every_kind_of_condition_is_judged_after_reopening() {
    appendFour();
    reopen();

    judgeConditions();
  }

  @Test
  void every_kind_of_condition_is_judged_beyond_any_window_of_recent_entries() {
    appendFour();
    done(log.append(append("filler", AppendCondition.none(), Collections.nCopies(20_000, line("F", "filler")))));

    judgeConditions();
  }

  private void judgeConditions() {
    Criterion ab = new Criterion(Set.of("a", "b"), Set.of());
    Criterion bd = new Criterion(Set.of("b", "d"), Set.of());
    conflicts(Query.tagged("d"), 3, 3);
    conflicts(Query.tagged("a", "b"), 2, 2);
    conflicts(new Query(List.of(new Criterion(Set.of("a"), Set.of("C", "F")))), 0, 2);
    conflicts(Query.ofTypes("C"), 1, 2);
    conflicts(new Query(List.of(bd, ab)), 2, 2);
    conflicts(new Query(List.of(ab, bd)), 2, 2);
    assertThat(refusedFor(Query.all(), 0)).isBetween(0L, 30_000L);
    holds(new Query(List.of()), 0);
    holds(Query.tagged("a"), 3);
    holds(Query.tagged("d"), 4);
    holds(Query.tagged("a", "d"), 0);
    holds(Query.ofTypes("C"), 3);
    holds(Query.ofTypes("unheard of"), 0);
    holds(new Query(List.of(new Criterion(Set.of("a"), Set.of("unheard of")))), 0);
    holds(new Query(List.of(new Criterion(Set.of("d"), Set.of("B", "C")), bd)), 0);
    holds(Query.all(), log.size());
  }

  private void conflicts(Query query, long from, long position) {
    assertThat(refusedFor(query, from)).as("%s from %s", query, from).isEqualTo(position);
  }

  private long refusedFor(Query query, long from) {
    String id = "refused" + query.hashCode() + "." + from;
    Append append = append(id, AppendCondition.nothingMatching(query, from), line("Z", "z"));
    return refused(log.append(append), AppendConflict.class).position();
  }

  private void holds(Query query, long from) {
    long size = log.size();
    String id = "held" + size;
    Appended appended = done(log.append(append(id, AppendCondition.nothingMatching(query, from), line("Z", "z"))));
    assertThat(appended.first()).isEqualTo(size);
  }

  @Test
  void of_many_that_race_exactly_one_wins() throws Exception {
    int racers = 16;
    int rounds = 25;
    CyclicBarrier start = new CyclicBarrier(racers);
    AtomicInteger won = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int racer = 0; racer < racers; racer++) {
        String name = "racer" + racer;
        all.add(threads.submit(() -> {
          for (int round = 0; round < rounds; round++) {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String tag = "round" + round;
            AppendCondition first = AppendCondition.nothingMatching(Query.tagged(tag, "race"), 0);
            CompletableFuture<Appended> result = log.append(append(name + tag, first, line("R", tag, "race")));
            if (failure(result).isEmpty()) {
              won.incrementAndGet();
            } else if (failure(result).get() instanceof AppendConflict) {
              lost.incrementAndGet();
            }
          }
          return null;
        }));
      }
      for (Future<?> each : all) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }

    assertThat(won).hasValue(25);
    assertThat(lost).hasValue(375);
    assertThat(log.size()).isEqualTo(25);
    for (int round = 0; round < rounds; round++) {
      assertThat(positions(Query.tagged("round" + round))).hasSize(1);
    }
  }

  @Test
  void a_command_is_recorded_once() {
    done(log.append(append("c1", line("A"))));

    CommandRecorded again = refused(log.append(append("c1", line("B"))), CommandRecorded.class);
    reopen();
    CommandRecorded afterReopening = refused(log.append(append("c1", line("B"))), CommandRecorded.class);

    assertThat(again).hasMessage("Command c1 is already recorded; look its decision up");
    assertThat(afterReopening).hasMessage("Command c1 is already recorded; look its decision up");
    assertThat(ids(Query.all())).containsExactly("c1.0");
  }

  @Test
  void a_command_sent_twice_at_once_is_recorded_once() {
    Held hold = holdTheWriter();
    CompletableFuture<Appended> first = log.append(append("twin", line("A")));
    CompletableFuture<Appended> second = log.append(append("twin", line("A")));
    hold.release();

    assertThat(done(first).first()).isEqualTo(1);
    refused(second, CommandRecorded.class);
    assertThat(log.size()).isEqualTo(2);
  }

  @Test
  void a_command_that_lost_a_race_may_be_sent_again_at_once() {
    Held hold = holdTheWriter();
    AppendCondition stale = AppendCondition.nothingMatching(Query.tagged("held"), 0);
    AppendCondition fresh = AppendCondition.nothingMatching(Query.tagged("held"), 1);
    CompletableFuture<Appended> lost = log.append(append("again", stale, line("A")));
    CompletableFuture<Appended> fresher = log.append(append("again", fresh, line("A")));
    hold.release();

    refused(lost, AppendConflict.class);
    assertThat(done(fresher).first()).isEqualTo(1);
    assertThat(log.decision("again").map(RecordedDecision::first)).contains(1L);
  }

  @Test
  void of_two_racing_resends_exactly_one_is_recorded() throws Exception {
    int rounds = 100;
    CyclicBarrier start = new CyclicBarrier(2);
    AtomicInteger recorded = new AtomicInteger();
    AtomicInteger known = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> both = new ArrayList<>();
      for (int sender = 0; sender < 2; sender++) {
        both.add(threads.submit(() -> {
          for (int round = 0; round < rounds; round++) {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Optional<Throwable> failure = failure(log.append(append("resend" + round, line("A"))));
            if (failure.isEmpty()) {
              recorded.incrementAndGet();
            } else if (failure.get() instanceof CommandRecorded) {
              known.incrementAndGet();
            }
          }
          return null;
        }));
      }
      for (Future<?> each : both) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }

    assertThat(recorded).hasValue(100);
    assertThat(known).hasValue(100);
    assertThat(log.size()).isEqualTo(100);
  }

  @Test
  void what_is_staged_is_seen_by_decisions_and_by_nobody_else() {
    done(log.append(append("c0", line("A", "t"))));
    Held hold = held();
    Outlook before = log.outlook();

    Staged staged = log.stage(append("c1", line("B", "t"), line("C", "t")), before);
    Outlook after = log.outlook();

    assertThat(staged.first()).isEqualTo(1);
    assertThat(before.size()).isEqualTo(1);
    assertThat(before.read(Query.tagged("t"), 0, 10).stream().map(Entry::type)).containsExactly("A");
    assertThat(before.decision("c1")).isEmpty();
    assertThat(after.size()).isEqualTo(3);
    assertThat(after.read(Query.tagged("t"), 0, 10).stream().map(Entry::type)).containsExactly("A", "B", "C");
    assertThat(after.read(Query.all(), 1, 1).stream().map(Lines::id)).containsExactly("c1.0");
    assertThat(before.last(Query.tagged("t")).map(Entry::type)).contains("A");
    assertThat(after.last(Query.tagged("t")).map(Entry::type)).contains("C");
    assertThat(after.decision("c1").map(RecordedDecision::count)).contains(2);
    assertThat(after.decision("c0").map(RecordedDecision::first)).contains(0L);
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.read(Query.tagged("t"), 0, 10, 10)).hasSize(1);
    assertThat(log.decision("c1")).isEmpty();

    hold.release();
    after.awaitDurable();

    assertThat(log.size()).isEqualTo(3);
    assertThat(log.decision("c1").map(RecordedDecision::first)).contains(1L);
    assertThat(after.read(Query.tagged("t"), 0, 10)).hasSize(3);
    assertThat(staged.await().leafHashes()).hasSize(2);
  }

  @Test
  void what_an_outlook_shows_is_what_was_staged_before_it() {
    List<Line> model = new ArrayList<>();
    Generated.cases(1, it -> {
      for (int step = 0; step < 400; step++) {
        if (step % 100 == 99) {
          reopen(); // what is old is then found in another way
        }
        Line line = line("T" + it.number(0, 3), "t" + it.number(0, 60), "u" + it.number(0, 9));
        Staged staged = log.stage(append("c" + step, line), log.outlook());
        model.add(line);
        if (it.number(0, 2) == 0) {
          assertThat(staged.await().first()).isEqualTo(step);
        }
        Query query = new Query(List.of(
            new Query.Criterion(Set.of("t" + it.number(0, 60)), Set.of()),
            new Query.Criterion(Set.of("u" + it.number(0, 9)), Set.of("T" + it.number(0, 3)))));
        Outlook outlook = log.outlook();
        List<Long> expected = new ArrayList<>();
        for (int position = 0; position < model.size(); position++) {
          if (query.matches(model.get(position).type(), model.get(position).tags())) {
            expected.add((long) position);
          }
        }
        assertThat(outlook.read(query, 0, 1_000).stream().map(Entry::position).toList()).isEqualTo(expected);
        assertThat(outlook.last(query).map(Entry::position))
            .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected.getLast()));
      }
    });
  }

  @Test
  void a_condition_is_judged_on_what_is_staged_too() {
    Outlook outlook = log.outlook();
    AppendCondition unseen = AppendCondition.nothingMatching(Query.tagged("t"), outlook.size());
    Staged first = log.stage(append("c1", unseen, line("A", "t")), outlook);

    assertThatThrownBy(() -> log.stage(append("c2", unseen, line("B", "t")), outlook))
        .isInstanceOfSatisfying(AppendConflict.class, it -> assertThat(it.position()).isEqualTo(0));
    AppendCondition seen = AppendCondition.nothingMatching(Query.tagged("t"), log.outlook().size());
    Staged second = log.stage(append("c2", seen, line("B", "t")), log.outlook());

    assertThat(second.await().first()).isEqualTo(1);
    assertThat(first.await().first()).isEqualTo(0);
    assertThat(ids(Query.all())).containsExactly("c1.0", "c2.0");
  }

  @Test
  void a_command_that_is_staged_is_recorded_once() {
    Staged first = log.stage(append("twin", line("A")), log.outlook());

    assertThatThrownBy(() -> log.stage(append("twin", line("B")), log.outlook())).isInstanceOf(CommandRecorded.class);

    assertThat(log.size()).isEqualTo(1);
    assertThat(first.await().first()).isEqualTo(0);
  }

  @Test
  void one_append_that_fails_does_not_fail_its_neighbours() {
    Held hold = holdTheWriter();
    CompletableFuture<Appended> before = log.append(append("before", line("A", "a")));
    CompletableFuture<Appended> loser = log
        .append(append("loser", AppendCondition.nothingMatching(Query.tagged("a"), 0), line("A"), line("A")));
    CompletableFuture<Appended> known = log.append(append("before", line("A")));
    CompletableFuture<Appended> after = log.append(append("after", line("A")));
    hold.release();

    assertThat(done(before).first()).isEqualTo(1);
    assertThat(refused(loser, AppendConflict.class).position()).isEqualTo(1);
    refused(known, CommandRecorded.class);
    assertThat(done(after).first()).isEqualTo(2);
    assertThat(ids(Query.all())).containsExactly("holder.0", "before.0", "after.0");
  }

  @Test
  void reopening_changes_nothing() {
    for (int i = 0; i < 300; i++) {
      done(log.append(append("c" + i, line("T" + i % 7, "tag" + i % 11, "all"), line("U", "all"))));
    }
    List<String> leaves = all().stream().map(it -> Lines.text(it.leaf())).toList();
    List<RecordedDecision> decisions = log.decisions(0, 1_000);
    TreeHead head = log.head();

    reopen();

    assertThat(leaves).hasSize(600);
    assertThat(log.size()).isEqualTo(600);
    assertThat(log.head()).isEqualTo(head);
    assertThat(log.head().size()).isEqualTo(600);
    assertThat(all().stream().map(it -> Lines.text(it.leaf()))).containsExactlyElementsOf(leaves);
    assertThat(log.decisions(0, 1_000)).usingRecursiveComparison().isEqualTo(decisions);
    assertThat(decisions).hasSize(300);
    assertThat(positions(Query.tagged("tag3", "all"))).hasSize(27).startsWith(6L, 28L);
    assertThat(done(log.append(append("next", line("A")))).first()).isEqualTo(600);
  }

  @Test
  void the_hashes_prove_every_entry_under_the_head() {
    List<Appended> appended = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      appended.add(done(log.append(append("c" + i, AppendCondition.none(), Collections.nCopies(7, line("A"))))));
    }
    TreeHead head = log.head();
    TreeHashes hashes = log.hashes();

    assertThat(head.size()).isEqualTo(280);
    for (Appended each : appended) {
      for (int i = 0; i < 7; i++) {
        long index = each.first() + i;
        List<byte[]> path = Proofs.inclusion(index, 280, hashes);
        assertThat(Proofs.isIncluded(index, each.leafHashes().get(i), path, head)).isTrue();
      }
    }
    for (int older = 1; older <= 280; older += 9) {
      TreeHead olderHead = new TreeHead(older, Proofs.root(older, hashes));
      assertThat(Proofs.isConsistent(olderHead, head, Proofs.consistency(older, 280, hashes))).isTrue();
    }
  }

  @Test
  void a_leaf_may_have_65535_bytes() {
    int without = append("big", line("A")).entries().getFirst().line().length;
    Appended appended = done(log.append(append("big", new Line("A", Set.of(), "x".repeat(65_535 - without)))));
    reopen();

    assertThat(all().getFirst().leaf()).hasSize(65_535);
    assertThat(MerkleHash.leaf(all().getFirst().leaf())).isEqualTo(appended.leafHashes().getFirst());
  }

  @Test
  void an_entry_may_have_200_tags() {
    String[] tags = IntStream.range(0, 200).mapToObj(it -> "tag:" + it).toArray(String[]::new);
    done(log.append(append("c1", line("A", tags))));

    assertThat(positions(Query.tagged(tags))).containsExactly(0L);
    for (String tag : tags) {
      assertThat(positions(Query.tagged(tag))).containsExactly(0L);
    }
    Query last = Query.tagged("tag:199", "tag:0");
    assertThat(refusedFor(last, 0)).isEqualTo(0);
    reopen();
    assertThat(positions(Query.tagged(tags))).containsExactly(0L);
    assertThat(refusedFor(last, 0)).isEqualTo(0);
    assertThat(refusedFor(Query.tagged(tags), 0)).isEqualTo(0);
  }

  @Test
  void one_append_may_have_30000_entries() {
    List<Line> lines = IntStream.range(0, 30_000).mapToObj(it -> line("A", "i" + it % 1_000)).toList();

    Appended appended = done(log.append(append("many", AppendCondition.none(), lines)));
    Appended next = done(log.append(append("next", line("A"))));

    assertThat(appended.first()).isEqualTo(0);
    assertThat(appended.leafHashes()).hasSize(30_000);
    assertThat(next.first()).isEqualTo(30_000);
    assertThat(positions(Query.tagged("i999"))).hasSize(30).startsWith(999L, 1_999L).endsWith(29_999L);
    assertThat(log.decision("many").map(RecordedDecision::count)).contains(30_000);
    assertThat(log.head().root())
        .isEqualTo(rootOf(log.read(Query.all(), 0, 40_000, 40_000).stream().map(Entry::leaf).toList()));
  }

  private static byte[] rootOf(List<byte[]> leaves) {
    GrowingTree tree = new GrowingTree();
    leaves.forEach(it -> tree.add(MerkleHash.leaf(it), (level, index, hashes) -> {}));
    return tree.head().root();
  }

  @Test
  void a_listener_is_told_of_every_size_until_it_is_closed() throws Exception {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    List<Long> other = Collections.synchronizedList(new ArrayList<>());
    AutoCloseable listening = log.onAppend(told::add);
    AutoCloseable otherListening = log.onAppend(size -> {
      other.add(size);
      throw new IllegalStateException("a listener that fails, which harms nobody else");
    });

    appendAndWaitUntilTold("c1", line("A"));
    appendAndWaitUntilTold("c2", line("A"), line("A"));
    refused(log.append(append("c2", line("A"))), CommandRecorded.class);
    listening.close();
    appendAndWaitUntilTold("c3", line("A"));
    otherListening.close();
    otherListening.close();
    appendAndWaitUntilTold("c4", line("A"));

    assertThat(told).containsExactly(1L, 3L);
    assertThat(other).containsExactly(1L, 3L, 4L);
  }

  @Test
  void a_listener_registered_twice_is_ended_one_by_one() throws Exception {
    AtomicInteger told = new AtomicInteger();
    java.util.function.LongConsumer listener = size -> told.incrementAndGet();
    AutoCloseable first = log.onAppend(listener);
    AutoCloseable second = log.onAppend(listener);

    first.close();
    first.close();
    appendAndWaitUntilTold("c1", line("A"));
    second.close();
    appendAndWaitUntilTold("c2", line("A"));

    assertThat(told).hasValue(1);
  }

  private void appendAndWaitUntilTold(String commandId, Line... lines) throws Exception {
    CountDownLatch last = new CountDownLatch(1);
    AutoCloseable listening = log.onAppend(size -> last.countDown());
    assertThat(done(log.append(append(commandId, lines))).leafHashes()).hasSameSizeAs(lines);
    assertThat(last.await(5, TimeUnit.SECONDS)).as("told of " + commandId).isTrue();
    listening.close();
  }

  @Test
  void a_listener_finds_what_it_is_told_of() throws Exception {
    CompletableFuture<List<Entry>> found = new CompletableFuture<>();
    AutoCloseable listening = log.onAppend(size -> found.complete(log.read(Query.all(), 0, size, 10)));

    assertThat(done(log.append(append("c1", line("A"), line("B")))).leafHashes()).hasSize(2);
    assertThat(found.get(5, TimeUnit.SECONDS).stream().map(Lines::id)).containsExactly("c1.0", "c1.1");
    listening.close();
  }

  @Test
  void the_last_entry_before_a_position_is_found() {
    appendFour();

    assertThat(last(Query.tagged("a"), 4)).contains(2L);
    assertThat(last(Query.tagged("a"), 100)).contains(2L);
    assertThat(last(Query.tagged("a"), 2)).contains(1L);
    assertThat(last(Query.tagged("a"), 0)).isEmpty();
    assertThat(last(Query.tagged("a", "c"), 4)).contains(2L);
    assertThat(last(Query.tagged("a", "d"), 4)).isEmpty();
    assertThat(last(Query.ofTypes("A"), 4)).contains(3L);
    assertThat(last(Query.ofTypes("A", "B"), 3)).contains(1L);
    assertThat(last(new Query(List.of(new Criterion(Set.of("a"), Set.of("A", "B")))), 4)).contains(1L);
    assertThat(last(new Query(List.of(new Criterion(Set.of("b", "a"), Set.of("B")))), 4)).contains(1L);
    assertThat(last(Query.ofTypes("unheard of"), 4)).isEmpty();
    assertThat(last(Query.all(), 4)).contains(3L);
    assertThat(last(Query.all(), 3)).contains(2L);
    assertThat(last(new Query(List.of()), 4)).isEmpty();
    assertThat(log.last(Query.tagged("c"), 4).map(it -> Lines.id(it) + " " + it.type())).contains("c3.0 C");
  }

  @Test
  void the_decision_of_a_command_and_of_an_entry_is_found() {
    done(log.append(append("c1", line("A"))));
    done(log.append(append("c2", line("A"), line("A"), line("A"))));
    done(log.append(new Append("c3", Lines.decision("c3"), new byte[0], append("c3", line("A")).entries(),
        AppendCondition.none())));

    for (int round = 0; round < 2; round++) {
      assertThat(log.decision("c2")).usingRecursiveComparison()
          .isEqualTo(Optional.of(new RecordedDecision("c2", 1, 3, Lines.decision("c2"), Lines.digest("c2"))));
      assertThat(log.decision("c3").map(it -> it.digest().length)).contains(0);
      assertThat(log.decision("c4")).isEmpty();
      assertThat(
          LongStream.range(-1, 7).mapToObj(it -> log.decisionAt(it).map(RecordedDecision::commandId).orElse("-")))
          .containsExactly("-", "c1", "c2", "c2", "c2", "c3", "-", "-");
      assertThat(log.decisions(0, 9).stream().map(RecordedDecision::commandId)).containsExactly("c1", "c2", "c3");
      assertThat(log.decisions(1, 9).stream().map(RecordedDecision::commandId)).containsExactly("c2", "c3");
      assertThat(log.decisions(2, 9).stream().map(RecordedDecision::commandId)).containsExactly("c3");
      assertThat(log.decisions(0, 2).stream().map(RecordedDecision::commandId)).containsExactly("c1", "c2");
      assertThat(log.decisions(5, 9)).isEmpty();
      reopen();
    }
  }

  @Test
  void time_never_goes_back_and_always_has_six_decimals() {
    clock.set("2026-11-23T09:00:00Z");
    done(log.append(append("c1", line("A"), line("A"))));
    clock.set("2026-11-23T08:59:59.999999999Z");
    done(log.append(append("c2", line("A"))));
    clock.set("2026-11-23T09:00:00.5Z");
    done(log.append(append("c3", line("A"))));
    clock.set("2020-01-01T00:00:00Z");
    reopen();
    done(log.append(append("c4", line("A"))));
    clock.set("2026-11-23T09:00:00.500001999Z");
    done(log.append(append("c5", line("A"))));

    assertThat(all().stream().map(Lines::time)).containsExactly("2026-11-23T09:00:00.000000Z",
        "2026-11-23T09:00:00.000000Z", "2026-11-23T09:00:00.000000Z", "2026-11-23T09:00:00.500000Z",
        "2026-11-23T09:00:00.500000Z", "2026-11-23T09:00:00.500001Z");
  }

  @Test
  void an_empty_log_has_the_empty_root() {
    assertThat(log.size()).isEqualTo(0);
    assertThat(log.head().rootHex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(log.read(Query.all(), 0, 10, 10)).isEmpty();
    assertThat(log.last(Query.all(), 10)).isEmpty();
    assertThat(done(log.append(append("c1", line("A")))).first()).isEqualTo(0);
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void a_closed_log_says_so() {
    done(log.append(append("c1", line("A"))));
    log.close();
    log.close();

    assertThat(refused(log.append(append("c2", line("A"))), LogException.class))
        .hasMessage("The ledger is closed; command c2 is not recorded");
    assertThatThrownBy(() -> log.read(Query.all(), 0, 1, 1)).isInstanceOf(LogException.class)
        .hasMessageEndingWith("is closed");
  }

  @Test
  void closing_under_load_loses_nothing_acknowledged_and_leaves_nothing_unanswered() throws Exception {
    int senders = 8;
    CountDownLatch underWay = new CountDownLatch(100);
    List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> refusals = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<?>> all = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        String name = "sender" + sender + "-";
        all.add(threads.submit(() -> {
          AtomicBoolean open = new AtomicBoolean(true);
          for (int i = 0; open.get() && i < 2_000; i++) {
            List<CompletableFuture<Appended>> several = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
              several.add(log.append(append(name + i + "-" + j, line("A"))));
            }
            for (CompletableFuture<Appended> each : several) {
              failure(each).ifPresentOrElse(it -> {
                refusals.add(it);
                open.set(false);
              }, () -> acknowledged.add(each.join().first()));
              underWay.countDown();
            }
          }
          return null;
        }));
      }
      assertThat(underWay.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      log.close();
      for (Future<?> each : all) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }

    reopen();
    assertThat(acknowledged).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(refusals).isNotEmpty()
        .allSatisfy(it -> assertThat(it).isInstanceOf(LogException.class).hasMessageContaining("The ledger is closed"));
    assertThat(log.size()).isEqualTo(acknowledged.size());
    assertThat(log.decisions(0, 1_000_000).stream().map(RecordedDecision::first))
        .containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  @Test
  void an_interrupt_while_closing_leaves_nothing_unanswered() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AutoCloseable listening = log.onAppend(size -> {
      told.countDown();
      awaitQuietly(goOn);
    });
    assertThat(done(log.append(append("c1", line("A")))).leafHashes()).hasSize(1);
    assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Appended> second = log.append(append("c2", line("A")));
    EntryLog closed = log;
    Thread closer = new Thread(closed::close);
    closer.start();
    awaitRefusals();
    while (closer.getState() != Thread.State.WAITING && closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    closer.interrupt();
    while (closer.isInterrupted()) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    closer.join();

    assertThat(done(second).first()).isEqualTo(1);
    listening.close();
  }

  private void awaitRefusals() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (int i = 0; System.nanoTime() < deadline; i++) {
      CompletableFuture<Appended> late = log.append(append("late" + i, line("A")));
      if (late.isCompletedExceptionally()) {
        return;
      }
    }
    fail("the log still takes appends");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the log's own thread was interrupted", e);
    }
  }

  /** Four entries: a; a b; a b c; d. Types A, B, C, A. */
  private void appendFour() {
    done(log.append(append("c1", line("A", "a"))));
    done(log.append(append("c2", line("B", "a", "b"))));
    done(log.append(append("c3", line("C", "a", "b", "c"))));
    done(log.append(append("c4", line("A", "d"))));
  }

  /** One entry tagged held, and from then on nobody commits until this is closed: what is appended waits together. */
  private Held holdTheWriter() {
    done(log.append(append("holder", line("H", "held"))));
    return held();
  }

  private Held held() {
    AutoCloseable hold = holdCommits();
    return () -> {
      try {
        hold.close();
      } catch (Exception e) {
        throw new AssertionError("the store could not be released", e);
      }
    };
  }

  private interface Held {
    void release();
  }

  private List<Entry> all() {
    return log.read(Query.all(), 0, log.size(), 100_000);
  }

  private List<String> ids(Query query) {
    return log.read(query, 0, log.size(), 100_000).stream().map(Lines::id).toList();
  }

  private List<Long> positions(Query query) {
    return log.read(query, 0, log.size(), 100_000).stream().map(Entry::position).toList();
  }

  private Optional<Long> last(Query query, long before) {
    return log.last(query, before).map(Entry::position);
  }

  private static Appended done(CompletableFuture<Appended> future) {
    failure(future).ifPresent(it -> {
      throw new AssertionError("the append failed", it);
    });
    return future.join();
  }

  private static <E extends Throwable> E refused(CompletableFuture<Appended> future, Class<E> expected) {
    Throwable failure = failure(future).orElseThrow(() -> new AssertionError("the append was not refused"));
    assertThat(failure).isInstanceOf(expected);
    return expected.cast(failure);
  }

  private static Optional<Throwable> failure(CompletableFuture<Appended> future) {
    try {
      future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.ofNullable(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer to an append", e);
    }
  }
}
