package org.communityledger.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.communityledger.log.Append;
import org.communityledger.log.Appended;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.Entry;
import org.communityledger.log.Lines;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.SettableClock;
import org.communityledger.log.Staged;
import org.communityledger.log.Unsettled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of those who saw, or were, what gave up its place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostPlacesTest {
  @TempDir
  Path folder;

  private final SettableClock clock = new SettableClock();
  private final CountDownLatch counted = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private SqliteLog log;
  private CompletableFuture<Appended> holder = new CompletableFuture<>();

  /** One command recorded long ago: reopened, a log no longer has its id in memory. */
  @BeforeEach
  void record_one_long_ago() {
    try (SqliteLog before = open()) {
      assertThat(before.append(append("old", line("A"))).join().first()).isEqualTo(0);
    }
    log = open();
  }

  private SqliteLog open() {
    return SqliteLog.open(folder.resolve("lost.ledger"), clock);
  }

  @AfterEach
  void close_it() {
    goOn.countDown();
    log.close();
  }

  /** One more entry, and from then on nobody commits until told to go on. */
  private void holdCommits() throws Exception {
    log.onCommit((entries, nanos) -> {
      counted.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    holder = log.append(append("holder", line("H")));
    assertThat(counted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_entry_that_was_seen_keeps_its_bytes_when_its_append_gets_another_place() throws Exception {
    holdCommits();
    CompletableFuture<Appended> displaced = log.append(append("new", line("B")));
    Entry seen = log.outlook().read(Query.all(), 2, 1).getFirst();
    String before = Lines.text(seen.leaf());
    CompletableFuture<Appended> resend = log.append(append("old", line("A")));
    clock.set("2026-11-23T10:00:00Z");
    goOn.countDown();

    assertThatThrownBy(() -> resend.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CommandRecorded.class);
    assertThat(displaced.get(30, TimeUnit.SECONDS).first()).isEqualTo(2);
    assertThat(holder.join().first()).isEqualTo(1);
    assertThat(Lines.text(seen.leaf())).isEqualTo(before);
  }

  @Test
  void an_outlook_on_what_gave_up_its_place_does_not_say_that_a_command_or_an_entry_was_never_there() throws Exception {
    holdCommits();
    Staged staged = log.stage(append("new", line("B")), log.outlook());
    Outlook outlook = log.outlook();
    assertThat(outlook.decision("new")).isPresent();
    CompletableFuture<Appended> resend = log.append(append("old", line("A")));
    goOn.countDown();
    assertThatThrownBy(() -> resend.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CommandRecorded.class);
    assertThatThrownBy(staged::await).isInstanceOf(Unsettled.class);

    assertThatThrownBy(() -> outlook.decision("new")).isInstanceOf(Unsettled.class);
    assertThatThrownBy(() -> outlook.last(Query.all())).isInstanceOf(Unsettled.class);
  }

  @Test
  void an_error_while_committing_leaves_nobody_without_an_answer() throws Exception {
    log.onCommit((entries, nanos) -> {
      throw new AssertionError("the counter fell down");
    });
    Append first = append("first", line("B"));

    assertThat(log.append(first).get(10, TimeUnit.SECONDS).first()).isEqualTo(1);
    assertThat(log.append(append("second", line("B"))).get(10, TimeUnit.SECONDS).first()).isEqualTo(2);
  }
}
