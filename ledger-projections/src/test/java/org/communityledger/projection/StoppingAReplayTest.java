package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Progress.Standing;
import org.communityledger.projection.cases.CaseRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of 2,005 entries, read 512 at a time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingAReplayTest {
  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
    Header header = Header.of(new CommandId("many"), CLERK, When.on(TODAY), Source.of(Source.Kind.IMPORT, "test"));
    ledger.ledger().history().append(header,
        IntStream.range(0, 2_000).<Event>mapToObj(StoppingAReplayTest::report).toList());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_cancelled_replay_ends_soon_and_leaves_no_thread_behind() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    List<Long> done = new ArrayList<>();
    Replay replay = ledger.replay().onThreads(3).cancelledWhen(stopped::get).reportingTo(it -> {
      done.add(it.done());
      stopped.set(true);
    });

    assertThatThrownBy(() -> replay.run(new CaseRegister()))
        .isInstanceOfSatisfying(ReplayCancelled.class, it -> assertThat(it.position()).isEqualTo(512))
        .hasMessage("The replay was cancelled at #512");
    assertThat(done).containsExactly(512L);
    assertNoneIsLeft();
  }

  @Test
  void an_interrupted_replay_ends_leaves_no_thread_behind_and_stays_interrupted() throws Exception {
    Replay replay = ledger.replay().onThreads(3).reportingTo(it -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> replay.run(new CaseRegister())).isInstanceOf(ReplayCancelled.class)
        .hasMessage("The replay was interrupted at #512");
    assertThat(Thread.interrupted()).isTrue();
    assertNoneIsLeft();
  }

  @Test
  void a_replay_whose_listener_fails_or_which_comes_to_its_end_leaves_no_thread_behind() throws Exception {
    Replay failing = ledger.replay().onThreads(3).reportingTo(it -> {
      throw new IllegalStateException("no such luck");
    });

    assertThatThrownBy(() -> failing.run(new CaseRegister())).hasMessage("no such luck");
    assertNoneIsLeft();
    assertThat(ledger.replay().onThreads(3).run(new CaseRegister()).rows(new CaseRegister())).hasSize(2_000);
    assertNoneIsLeft();
  }

  @Test
  void progress_tells_the_position_the_rate_and_the_time_left() {
    Iterator<Long> nanos = List.of(0L, 1_000_000_000L, 2_000_000_000L, 3_000_000_000L, 4_000_000_000L).iterator();
    List<Standing> standings = new ArrayList<>();

    Views views = ledger.replay().reportingTo(standings::add, nanos::next).run(new CaseRegister());

    assertThat(views.head().size()).isEqualTo(2_005);
    assertThat(standings).extracting(Standing::done).containsExactly(512L, 1_024L, 1_536L, 2_005L);
    assertThat(standings).extracting(Standing::position).containsExactly(511L, 1_023L, 1_535L, 2_004L);
    assertThat(standings).extracting(Standing::size).containsOnly(2_005L);
    assertThat(standings).extracting(it -> Math.round(it.perSecond())).containsExactly(512L, 512L, 512L, 501L);
    assertThat(standings).extracting(it -> it.left().toMillis()).containsExactly(2_916L, 1_916L, 916L, 0L);
  }

  @Test
  void progress_can_be_told_before_any_time_has_passed() {
    List<Standing> standings = new ArrayList<>();

    Views views = ledger.replay().reportingTo(standings::add, () -> 5).run(new CaseRegister());

    assertThat(views.head().size()).isEqualTo(2_005);
    assertThat(standings).extracting(Standing::left).containsExactly(Duration.ofNanos(3), Duration.ofNanos(1),
        Duration.ZERO, Duration.ZERO);
  }

  private static CaseReported report(int number) {
    return new CaseReported(new CaseId("case-" + number), CaseKind.NEED, "gear", ESTATE, Optional.empty(), Severity.LOW,
        Optional.empty(),
        Optional.empty(), Channel.VISIT, Optional.empty(), Optional.empty());
  }

  /** A thread that has given back its last chunk may be about to end, which is no more than that. */
  private static void assertNoneIsLeft() throws InterruptedException {
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().startsWith("replay-")) {
        assertThat(each.join(Duration.ofSeconds(10))).as(each.getName() + " has ended").isTrue();
      }
    }
  }
}
