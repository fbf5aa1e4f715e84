package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.accept;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;
import static org.communityledger.testing.Matters.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.communityledger.cases.CaseRefusal.WrongStage;
import org.communityledger.cases.Stage;
import org.communityledger.decide.CommonRefusal.Busy;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesForOneMatterTest {
  @TempDir
  Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile Runnable whileDeciding = () -> {};
  private volatile IntConsumer beforeSilence = count -> {};

  /** Somebody rang a bell, for the so-manyth time. */
  record Rung(String bell, int time) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of(new Tag("bell", bell));
    }
  }

  /** Rings a bell. */
  record Ring(String bell) implements Command {}

  /** Asks a bell never rung to stay silent. */
  record Silence(String bell) implements Command {}

  /** It was rung, so-many times. */
  record RungBefore(int times) implements Refusal {
    @Override
    public String english() {
      return "It was rung " + times + " times.";
    }

    @Override
    public String chinese() {
      return "已敲 " + times + " 次。";
    }
  }

  private final Context bells = Context.named("bells").event("Rung", 1, Rung.class)
      .command("Ring", Ring.class,
          it -> Reading.of(Selection.of(new Tag("bell", it.bell()), Rung.class), 0, (count, event) -> count + 1),
          (command, header, count) -> {
            whileDeciding.run();
            return Decision.accept(new Rung(command.bell(), count + 1));
          })
      .command("Silence", Silence.class,
          it -> Reading.of(Selection.of(new Tag("bell", it.bell()), Rung.class), 0, (count, event) -> count + 1),
          (command, header, count) -> {
            beforeSilence.accept(count);
            return count == 0
                ? Decision.accept(new Rung(command.bell(), 0))
                : Decision.refuse(new RungBefore(count), 1);
          })
      .build();

  @Test
  void of_many_callers_for_one_case_exactly_one_succeeds() throws Exception {
    try (Ledger ledger = open()) {
      ledger.record(registerEstate(), header("place"));
      ledger.record(registerOffice(), header("office"));
      ledger.record(report("wall"), header("report"));

      List<Outcome> outcomes = Crowd.of(64, number -> ledger.record(accept("wall"), header("accept-" + number)));

      assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast))
          .hasSize(63).allSatisfy(it -> {
            assertThat(it.refusal()).isEqualTo(new WrongStage(new CaseId("wall"), Stage.ACCEPTED));
            assertThat(it.causes()).containsExactly(4L);
          });
      assertThat(ledger.reader().size()).isEqualTo(5);
      assertThat(meters.get("ledger.commands.refused").tag("reason", "WrongStage").counter().count()).isEqualTo(63);
    }
  }

  @Test
  void two_cases_do_not_stand_in_each_others_way() throws Exception {
    try (Ledger ledger = open()) {
      ledger.record(registerEstate(), header("place"));
      ledger.record(registerOffice(), header("office"));

      Crowd.of(8, number -> {
        receipt(ledger.record(report("wall-" + number), header("report-" + number)));
        return receipt(ledger.record(accept("wall-" + number), header("accept-" + number)));
      });

      assertThat(counted("ledger.commands.conflicts")).isZero();
      assertThat(ledger.reader().size()).isEqualTo(3 + 16);
    }
  }

  @Test
  void everybody_gets_a_turn_at_one_bell() throws Exception {
    try (Ledger ledger = open()) {
      List<Outcome> outcomes = Crowd.of(32, number -> ledger.record(new Ring("temple"), header("ring-" + number)));

      assertThat(outcomes).allSatisfy(it -> assertThat(it).isInstanceOf(Outcome.Accepted.class));
      for (int time = 1; time <= 32; time++) {
        assertThat(ledger.reader().event(time).event()).isEqualTo(new Rung("temple", time));
      }
      assertThat(meters.get("ledger.commands.attempts").summary().count()).isEqualTo(32);
      assertThat(meters.get("ledger.commands.attempts").summary().totalAmount())
          .isEqualTo(32 + counted("ledger.commands.conflicts"));
    }
  }

  @Test
  void a_lost_race_is_decided_again_without_the_caller_noticing() {
    try (Ledger ledger = open()) {
      AtomicInteger others = new AtomicInteger();
      whileDeciding = () -> {
        if (others.get() == 0) {
          others.incrementAndGet();
          ring(ledger, "other");
        }
      };

      receipt(ledger.record(new Ring("temple"), header("mine")));

      assertThat(ledger.reader().event(2).event()).isEqualTo(new Rung("temple", 2));
      assertThat(counted("ledger.commands.conflicts")).isEqualTo(1);
      assertThat(counted("ledger.commands.retries")).isEqualTo(1);
      assertThat(counted("ledger.commands.recorded")).isEqualTo(1);
      assertThat(meters.get("ledger.commands.attempts").summary().max()).isEqualTo(2);
    }
  }

  @Test
  void who_keeps_losing_takes_a_turn_and_wins_in_the_end() {
    try (Ledger ledger = open()) {
      AtomicInteger others = new AtomicInteger();
      whileDeciding = () -> {
        if (others.get() < 5) {
          ring(ledger, "other-" + others.incrementAndGet());
        }
      };

      receipt(ledger.record(new Ring("temple"), header("mine")));

      assertThat(ledger.reader().event(6).event()).isEqualTo(new Rung("temple", 6));
      assertThat(counted("ledger.commands.conflicts")).isEqualTo(5);
      assertThat(meters.get("ledger.commands.attempts").summary().max()).isEqualTo(6);
    }
  }

  @Test
  void commands_on_one_matter_do_not_wait_for_each_others_commits() throws Exception {
    try (Ledger ledger = open(); Commits commits = Commits.heldIn(folder.resolve("one.ledger"))) {
      List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        outcomes.add(ledger.recordAsync(new Ring("temple"), header("ring-" + i)));
      }
      awaitStaged(ledger, 33);
      assertThat(ledger.reader().size()).isEqualTo(1);
      assertThat(outcomes).noneMatch(CompletableFuture::isDone);
      commits.release();

      assertThat(outcomes).allSatisfy(it -> assertThat(it.join()).isInstanceOf(Outcome.Accepted.class));
      for (int time = 1; time <= 32; time++) {
        assertThat(ledger.reader().event(time).event()).isEqualTo(new Rung("temple", time));
      }
    }
  }

  @Test
  void nobody_is_refused_because_of_what_could_not_be_stored() throws Exception {
    try (Ledger ledger = open(); Commits commits = Commits.heldIn(folder.resolve("one.ledger"))) {
      commits.failWhereCommandIs("poison");
      CompletableFuture<Outcome> ringing = ledger.recordAsync(new Ring("temple"), header("poison"));
      awaitStaged(ledger, 2);
      CompletableFuture<Integer> seen = new CompletableFuture<>();
      beforeSilence = seen::complete;
      CompletableFuture<Outcome> silencing = ledger.recordAsync(new Silence("temple"), header("silence"));
      assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      commits.release();

      assertThatThrownBy(ringing::join).hasCauseInstanceOf(LedgerException.class)
          .hasMessageContaining("none of them is stored");
      assertThat(receipt(silencing.join()).entries().getFirst().position()).isEqualTo(1);
      assertThat(ledger.reader().event(1).event()).isEqualTo(new Rung("temple", 0));
    }
  }

  private static void awaitStaged(Ledger ledger, long size) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (ledger.reader().log().outlook().size() < size) {
      assertThat(System.nanoTime()).as("the time at which %d entries are staged", size).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Another program's hold on a ledger file; nobody commits until it is released. */
  private record Commits(Connection connection, Statement statement) implements AutoCloseable {
    static Commits heldIn(Path file) throws SQLException {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      Statement statement = connection.createStatement();
      statement.execute("BEGIN IMMEDIATE");
      return new Commits(connection, statement);
    }

    void failWhereCommandIs(String id) throws SQLException {
      statement.execute("CREATE TRIGGER fault BEFORE INSERT ON decision WHEN new.command_id = '" + id
          + "' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    }

    void release() throws SQLException {
      statement.execute("COMMIT");
    }

    @Override
    public void close() throws SQLException {
      statement.close();
      connection.close();
    }
  }

  @Test
  void who_has_no_patience_left_is_told_that_others_were_busy() {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().context(bells).meters(meters)
        .patience(Duration.ZERO)
        .open()) {
      AtomicInteger others = new AtomicInteger();
      whileDeciding = () -> ring(ledger, "other-" + others.incrementAndGet());

      Outcome.Refused refused = refusal(ledger.record(new Ring("temple"), header("mine")));

      assertThat(refused.refusal()).isEqualTo(new Busy(new CommandId("mine"), 1));
      assertThat(refused.causes()).containsExactly(1L);
      assertThat(ledger.reader().size()).isEqualTo(2);
      assertThat(meters.get("ledger.commands.refused").tag("reason", "Busy").counter().count()).isEqualTo(1);

      whileDeciding = () -> {};
      assertThat(receipt(ledger.record(new Ring("temple"), header("mine"))).entries().getFirst().position())
          .isEqualTo(2);
    }
  }

  @Test
  void commits_are_counted_with_what_they_carry() {
    Ledger ledger = open();
    ledger.record(new Ring("temple"), header("one"));
    ledger.history().append(header("two"), List.of(new Rung("temple", 2), new Rung("temple", 3)));
    ledger.close();

    assertThat(meters.get("ledger.commit.batch").summary().count()).isEqualTo(2);
    assertThat(meters.get("ledger.commit.batch").summary().totalAmount()).isEqualTo(3);
    assertThat(meters.get("ledger.commit.time").timer().count()).isEqualTo(2);
    assertThat(counted("ledger.commands.recorded")).isEqualTo(1);
  }

  @Test
  void a_resend_counts_as_resent_not_as_recorded() {
    try (Ledger ledger = open()) {
      ledger.record(new Ring("temple"), header("one"));
      ledger.record(new Ring("temple"), header("one"));

      assertThat(counted("ledger.commands.recorded")).isEqualTo(1);
      assertThat(counted("ledger.commands.resent")).isEqualTo(1);
    }
  }

  @Test
  void a_rule_that_reads_an_event_nobody_registered_is_named() {
    record Silent(String bell) implements Event {
      @Override
      public Set<Tag> tags() {
        return Set.of();
      }
    }
    record Listen(String bell) implements Command {}
    Context deaf = Context.named("deaf")
        .command("Listen", Listen.class, it -> Reading.first(Selection.of(new Tag("bell", it.bell()), Silent.class)),
            (command, header, found) -> Decision.accept(new Rung(command.bell(), 1)))
        .build();
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().context(bells).context(deaf).open()) {
      ledger.record(new Ring("temple"), header("one"));

      // Retractions are always read too, so the query has a name even without the one asked for.
      assertThatThrownBy(() -> ledger.record(new Listen("temple"), header("two")))
          .isInstanceOf(LedgerException.class).hasMessageContaining("Silent");
    }
  }

  private static void ring(Ledger ledger, String id) {
    ledger.history().append(header(id), List.of(new Rung("temple", 0)));
  }

  private double counted(String name) {
    return meters.get(name).counter().count();
  }

  private Ledger open() {
    return Ledger.at(folder.resolve("one.ledger")).unrestricted().context(bells).meters(meters).open();
  }
}
