package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communityledger.axon.AxonRuntime;
import org.communityledger.axon.LedgerClock;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.CommandNames;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.EventTypes;
import org.communityledger.decide.Context;
import org.communityledger.decide.Permit;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.log.sqlite.SqliteLog;
import org.communityledger.membership.MembershipRules;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRules;
import org.communityledger.seal.Vault;
import org.communityledger.testing.Crowd;
import org.communityledger.testing.Shelf;
import org.communityledger.testing.Shelf.Moved;
import org.communityledger.testing.Shelf.Put;
import org.communityledger.testing.Shelf.Take;
import org.communityledger.testing.Shelf.TooFew;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TotalsOfLongHistoriesTest {
  private static final List<Context> CONTEXTS = List.of(RecordsRules.CONTEXT, MembershipRules.CONTEXT,
      Shelf.CONTEXT);

  private final CountingLog log;
  private final AxonRuntime runtime;
  private final LedgerHistory history;
  private final LedgerClock clock = new LedgerClock(InstantSource.system(), ZoneId.of("Asia/Shanghai"));
  private int commands;

  TotalsOfLongHistoriesTest(@TempDir Path folder) {
    CommandNames names = new CommandNames(CONTEXTS.stream().flatMap(it -> it.commands().stream())
        .collect(Collectors.toMap(Context.Handling::name, Context.Handling::type)));
    EventCodec codec = new EventCodec("example.org/shelves",
        new EventTypes(CONTEXTS.stream().flatMap(it -> it.events().stream()).toList(), Map.of()), names);
    CommandCodec commandCodec = new CommandCodec(names);
    log = new CountingLog(SqliteLog.open(folder.resolve("one.ledger"), InstantSource.system()));
    runtime = AxonRuntime.start(log, codec, commandCodec, CONTEXTS, TotalsOfLongHistoriesTest::nothingPersonal, clock,
        new SimpleMeterRegistry(), Duration.ofSeconds(30), List.of());
    history = new LedgerHistory(log, codec, commandCodec, TotalsOfLongHistoriesTest::nothingPersonal, clock);
  }

  private static Vault nothingPersonal() {
    throw new IllegalStateException("there is nothing personal about shelves");
  }

  @AfterEach
  void close() {
    runtime.close();
    log.close();
  }

  @Test
  void deciding_reads_no_more_entries_when_the_history_is_twenty_times_as_long() {
    recordWithoutRules("rare", 1, 7);
    recordWithoutRules("busy", 1, 1_000);
    assertThat(entriesReadTo(new Take("busy", 1))).isEqualTo(2);
    assertThat(entriesReadTo(new Take("busy", 1_000))).isEqualTo(2); // refused

    recordWithoutRules("busy", 1_000, 20_000);
    assertThat(entriesReadTo(new Take("busy", 1))).isEqualTo(2);
    assertThat(entriesReadTo(new Take("rare", 1))).isEqualTo(2);
    assertThat(entriesReadTo(new Put("new", 1))).isZero();
    assertThat(send(new Take("busy", 20_000))).isEqualTo(new Outcome.Refused(new TooFew("busy", 19_999),
        List.of(20_009L), Optional.empty()));
  }

  @Test
  void after_a_retraction_everything_is_read_once_and_then_the_last_event_again() {
    recordWithoutRules("busy", 1, 1_000);
    EventId wrong = new EventId(new CommandId("busy-1"), 499);
    ApprovalId approval = new ApprovalId("approval");
    receipt(runtime.send(submission(
        new GiveApproval(approval, "records.RetractEvent", wrong.tag(), Optional.empty()),
        header("approve", CHIEF))));
    receipt(send(new RetractEvent(wrong, approval, List.of())));

    assertThat(entriesReadTo(new Take("busy", 1))).isEqualTo(2 + 1_001);
    assertThat(entriesReadTo(new Take("busy", 1))).isEqualTo(2);
    assertThat(refusal(send(new Take("busy", 1_000))).refusal()).isEqualTo(new TooFew("busy", 997));
  }

  @Test
  void of_many_who_want_the_last_thing_exactly_one_gets_it() throws Exception {
    for (int round = 0; round < 10; round++) {
      String shelf = "shelf-" + round;
      receipt(send(new Put(shelf, 1)));
      int before = (round + 1) * 1_000;

      List<Outcome> outcomes = Crowd.of(16,
          number -> runtime.send(submission(new Take(shelf, 1), header("take-" + (before + number)))));

      assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast))
          .hasSize(15).allSatisfy(it -> {
            assertThat(it.refusal()).isEqualTo(new TooFew(shelf, 0));
            assertThat(it.causes()).containsExactly(log.size() - 1);
          });
      assertThat(log.size()).isEqualTo((round + 1) * 2L);
    }
  }

  @Test
  void takers_from_two_shelves_at_once_leave_exactly_what_is_left() throws Exception {
    receipt(send(new Put("left", 40)));
    receipt(send(new Put("right", 40)));

    List<Outcome> outcomes = Crowd.of(16, number -> Stream.iterate(0, it -> it + 1).limit(6)
        .map(it -> runtime.send(submission(new Take(it % 2 == 0 ? "left" : "right", 1),
            header("take-" + number + "-" + it))))
        .toList()).stream().flatMap(List::stream).toList();

    assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(80);
    assertThat(refusal(send(new Take("left", 1))).refusal()).isEqualTo(new TooFew("left", 0));
    assertThat(refusal(send(new Take("right", 1))).refusal()).isEqualTo(new TooFew("right", 0));
  }

  private long entriesReadTo(Command command) {
    log.handedOut();
    send(command);
    return log.handedOut();
  }

  private Outcome send(Command command) {
    commands++;
    return runtime.send(submission(command, header("c" + commands)));
  }

  private Submission submission(Command command, Header header) {
    return new Submission(command, clock.stamp(header), Permit.UNRESTRICTED);
  }

  /** Puts one thing after the other on a shelf, so that the last time there are so many. */
  private void recordWithoutRules(String shelf, int from, int to) {
    List<Moved> moves = new ArrayList<>();
    for (int total = from; total <= to; total++) {
      moves.add(new Moved(shelf, 1, total));
    }
    history.append(header(shelf + "-" + from), moves);
  }
}
