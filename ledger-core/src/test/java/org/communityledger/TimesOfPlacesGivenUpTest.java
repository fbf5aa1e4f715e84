package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Tag;
import org.communityledger.log.SettableClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesOfPlacesGivenUpTest {
  @TempDir
  Path folder;

  private final SettableClock clock = new SettableClock();
  private volatile CompletableFuture<Instant> seen = new CompletableFuture<>();

  /** Somebody rang a bell. */
  record Rung(String bell) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of(new Tag("bell", bell));
    }
  }

  /** Rings a bell; granted each time it is sent. */
  record Ring(String bell) implements Command {}

  /** Looks when a bell was rung last, and rings another one. */
  record Look(String bell) implements Command {}

  private final Context bells = Context.named("bells").event("Rung", 1, Rung.class)
      .command("Ring", Ring.class, it -> Reading.known(0),
          (command, header, nothing) -> Decision.accept(new Rung(command.bell())))
      .command("Look", Look.class,
          it -> Reading.of(Selection.of(new Tag("bell", it.bell()), Rung.class), Instant.EPOCH,
              (last, event) -> event.recordedAt()),
          (command, header, last) -> {
            seen.complete(last);
            return Decision.accept(new Rung("other"));
          })
      .build();

  @Test
  void a_rule_sees_the_time_at_which_an_event_was_recorded_not_one_at_which_it_was_to_be() throws Exception {
    try (Ledger ledger = open()) {
      receipt(ledger.record(new Ring("long-ago"), header("old")));
    }
    try (Ledger ledger = open()) {
      CompletableFuture<Receipt> imported;
      CompletableFuture<Outcome> looking;
      CompletableFuture<Outcome> resend;
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("one.ledger"));
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        CompletableFuture<Receipt> first = ledger.history().appendAsync(header("first"), List.of(new Rung("first")));
        while (!isWaitedFor(ledger)) {
          Thread.onSpinWait();
        }
        imported = ledger.history().appendAsync(header("import"), List.of(new Rung("gong")));
        looking = ledger.recordAsync(new Look("gong"), header("look"));
        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        resend = ledger.recordAsync(new Ring("long-ago"), header("old"));
        awaitStaged(ledger, 6);
        clock.set("2026-11-23T10:00:00Z");
        statement.execute("COMMIT");
        assertThat(first.get(30, TimeUnit.SECONDS).entries().getFirst().position()).isEqualTo(2);
      }
      long position = imported.get(30, TimeUnit.SECONDS).entries().getFirst().position();
      receipt(looking.get(30, TimeUnit.SECONDS));
      receipt(resend.get(30, TimeUnit.SECONDS));
      seen = new CompletableFuture<>();
      receipt(ledger.record(new Look("gong"), header("look-again")));

      assertThat(position).isEqualTo(3);
      assertThat(ledger.reader().event(position).recordedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
      assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    }
  }

  /** Whether the first append is taken by whoever commits; what comes later is then committed after it. */
  private static boolean isWaitedFor(Ledger ledger) {
    return ledger.reader().log().outlook().size() == 3
        && Thread.getAllStackTraces().entrySet().stream().anyMatch(it -> it.getKey().getName().equals("ledger-writer")
            && List.of(it.getValue()).stream().anyMatch(frame -> frame.getMethodName().equals("write")));
  }

  private static void awaitStaged(Ledger ledger, long size) {
    while (ledger.reader().log().outlook().size() < size) {
      Thread.onSpinWait();
    }
  }

  private Ledger open() {
    return Ledger.at(folder.resolve("one.ledger")).context(bells).clock(clock).open();
  }
}
