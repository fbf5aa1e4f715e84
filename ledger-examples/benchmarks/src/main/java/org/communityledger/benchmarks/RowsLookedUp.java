package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseEvent;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;

/**
 * How long it takes to ask for the history of one case, as of now and as of moments before, one after the other. A case
 * is drawn by drawing one of its entries, so that long ones come up more often.
 */
final class RowsLookedUp {
  private static final double MOST_NOW = 5;
  private static final double MOST_AS_KNOWN = 20;

  private final LedgerReader ledger;
  private final SplittableRandom random;
  private final int keys;
  private final HazardFixHistory history = new HazardFixHistory();

  /** So many keys in each round. */
  RowsLookedUp(LedgerReader ledger, int seed, int keys) {
    this.ledger = ledger;
    this.random = new SplittableRandom(seed);
    this.keys = keys;
  }

  private record Question(CaseId key, long position, Instant instant) {}

  /** The durations of a round's questions. */
  private record Round(Latencies now, Latencies atPosition, Latencies atInstant) {
    private Round() {
      this(new Latencies(), new Latencies(), new Latencies());
    }

    private void add(Round other) {
      now.addAll(other.now);
      atPosition.addAll(other.atPosition);
      atInstant.addAll(other.atInstant);
    }
  }

  void run(int warmups, int rounds, PrintStream out) {
    out.printf(Locale.ROOT, "%nasof: one case's history, %,d entries, %,d cases a round, medians in ms%n",
        ledger.size(),
        keys);
    out.printf("  %-8s%16s%16s%16s%n", "round", "now", "at a position", "at an instant");
    Round counted = new Round();
    for (int i = 1 - warmups; i <= rounds; i++) {
      Round round = ask(questions());
      if (i > 0) {
        counted.add(round);
      }
      out.printf(Locale.ROOT, "  %-8s%16.2f%16.2f%16.2f%n", i > 0 ? Integer.toString(i) : "warm-up",
          round.now.median(), round.atPosition.median(), round.atInstant.median());
    }
    out.println();
    conclude("now", counted.now, MOST_NOW, out);
    conclude("as known at a position", counted.atPosition, MOST_AS_KNOWN, out);
    conclude("as known at an instant", counted.atInstant, MOST_AS_KNOWN, out);
  }

  private static void conclude(String what, Latencies measured, double most, PrintStream out) {
    out.printf(Locale.ROOT, "  %s: %s; target for the median ≤ %.0f ms: %s%n", what, measured, most,
        measured.median() <= most ? "met" : "MISSED");
  }

  private List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    while (questions.size() < keys) {
      RecordedEvent drawn = ledger.event(random.nextLong(ledger.size()));
      if (drawn.event() instanceof CaseEvent event) {
        RecordedEvent moment = ledger.event(random.nextLong(drawn.position(), ledger.size()));
        questions.add(new Question(event.caseId(), moment.position(), moment.recordedAt()));
      }
    }
    return questions;
  }

  private Round ask(List<Question> questions) {
    Round round = new Round();
    Replay now = Replay.of(ledger);
    for (Question each : questions) {
      time(now, each, round.now);
      time(now.asOf(AsOf.asKnown(each.position)), each, round.atPosition);
      time(now.asOf(AsOf.asKnown(each.instant)), each, round.atInstant);
    }
    return round;
  }

  private void time(Replay replay, Question question, Latencies measured) {
    long start = System.nanoTime();
    Optional<CaseTimeline> found = replay.row(history, question.key);
    measured.add(System.nanoTime() - start);
    if (found.isEmpty()) {
      throw new IllegalStateException("There is no history of case " + question.key);
    }
  }
}
