package org.communityledger.projection.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.records.AttestedFigure.Attestation;
import org.communityledger.records.Claim;

/**
 * What was said of figures, held against what is counted. Each attestation is compared with what had happened by the day of
 * which it was said, as known now or at an earlier moment; one day asked for is one more pass over the log. Immutable.
 *
 * <pre>{@code
 * Reconciliation.of(Replay.of(ledger.reader()), new AsOf.Knowledge.Head(), List.of(new CaseRegister())).lines()
 * }</pre>
 *
 * @param lines first all numbers that are said and not withdrawn, by figure; then all figures counted now of which nobody
 *   says a number
 * @param statements what is said of figures and is no number, which cannot be held against anything
 */
public record Reconciliation(List<Line> lines, List<Statement> statements) {
  private static final FigurePattern EVERYTHING = FigurePattern.parse("*");

  public Reconciliation {
    lines = List.copyOf(lines);
    statements = List.copyOf(statements);
  }

  /** What came of holding one against the other. */
  public enum Verdict {
    /** There is a number that fits both. */
    AGREES,
    /** Less is counted than is said. */
    SHORT,
    /** More is counted than is said. */
    OVER,
    /** Something is said, and nothing of it is counted: no row counts it, or none in its part, or not in its unit. */
    UNCOUNTED,
    /** Something is counted, nothing is said. */
    UNATTESTED;

    /** The verdict on a claim that is a number. */
    static Verdict on(Claim claim, Optional<Figure> counted) {
      if (counted.isEmpty()) {
        return UNCOUNTED;
      }
      return switch (counted.get()) {
        case Figure.Count(Tally tally) -> claim.amount().map(it -> on(it, tally)).orElse(UNCOUNTED);
        case Figure.Rate(Ratio ratio) -> claim.ratio().map(it -> on(it, ratio)).orElse(UNCOUNTED);
      };
    }

    /** Of a part of which nothing is counted the whole alone is known, as of a frame that nothing covers. */
    private static Verdict on(Ratio said, Ratio counted) {
      Verdict ofParts = on(said.part(), counted.part());
      if (ofParts == AGREES) {
        return on(said.whole(), counted.whole());
      }
      return ofParts == SHORT && counted.part().upper().equals(Optional.of(0L)) ? UNCOUNTED : ofParts;
    }

    private static Verdict on(Tally said, Tally counted) {
      if (!said.unit().equals(counted.unit())) {
        return UNCOUNTED;
      }
      if (counted.isBelow(said)) {
        return SHORT;
      }
      return said.isBelow(counted) ? OVER : AGREES;
    }
  }

  /**
   * A figure, said or counted or both.
   *
   * @param figure its key
   * @param counted what is counted, by the day of which it was said; empty if nothing is
   * @param attestation what was said; empty if nothing was
   * @param verdict how the two compare
   */
  public record Line(FigureKey figure, Optional<Figure> counted, Optional<Attestation> attestation, Verdict verdict) {}

  /**
   * Something said of a figure that is no number.
   *
   * @param figure the figure's key
   * @param attestation what was said
   */
  public record Statement(FigureKey figure, Attestation attestation) {}

  /**
   * Reconciles a ledger.
   *
   * @param replay the ledger
   * @param knowledge up to where the ledger is read
   * @param counting the projections that count
   */
  public static Reconciliation of(
      Replay replay,
      AsOf.Knowledge knowledge,
      Collection<? extends Projection<?, ?>> counting) {
    Attestations attestations = new Attestations();
    List<Projection<?, ?>> all = new ArrayList<>(counting);
    all.add(attestations);
    Views views = replay.asOf(new AsOf(knowledge, Optional.empty())).run(all);
    List<Statement> said = views.rows(attestations).values().stream()
        .flatMap(row -> row.standing().stream().map(it -> new Statement(FigureKey.parse(row.figure()), it)))
        .sorted((one, other) -> one.figure().compareTo(other.figure())).toList();
    Counts counts = new Counts(replay, views, views.view(attestations).position(), counting);
    Stream<Line> lines = said.stream().filter(it -> it.attestation().isNumber()).map(it -> {
      Optional<Figure> counted = counts.of(it.figure(), it.attestation().asOf());
      return new Line(it.figure(), counted, Optional.of(it.attestation()),
          Verdict.on(it.attestation().value(), counted));
    });
    List<FigurePattern> patterns = said.stream().filter(it -> it.attestation().isNumber())
        .map(it -> FigurePattern.parse(it.figure().toString())).toList();
    Stream<Line> unsaid = counts.now().entrySet().stream()
        .filter(it -> patterns.stream().noneMatch(pattern -> pattern.matches(it.getKey())))
        .map(it -> new Line(it.getKey(), Optional.of(it.getValue()), Optional.empty(), Verdict.UNATTESTED));
    return new Reconciliation(Stream.concat(lines, unsaid).toList(),
        said.stream().filter(it -> !it.attestation().isNumber()).toList());
  }

  /** What is counted, day by day. Used by one thread. */
  private static final class Counts {
    private final Replay replay;
    private final Views now;
    private final long position;
    private final Collection<? extends Projection<?, ?>> counting;
    private final Map<LocalDate, Views> byDay = new TreeMap<>();

    Counts(Replay replay, Views now, long position, Collection<? extends Projection<?, ?>> counting) {
      this.replay = replay;
      this.now = now;
      this.position = position;
      this.counting = counting;
    }

    SortedMap<FigureKey, Figure> now() {
      SortedMap<FigureKey, Figure> figures = new TreeMap<>();
      counting.forEach(it -> figures.putAll(now.view(it).figures(EVERYTHING)));
      return figures;
    }

    Optional<Figure> of(FigureKey key, LocalDate day) {
      FigurePattern pattern = FigurePattern.parse(key.toString());
      // The same entries as before, even if the ledger has grown since.
      AsOf moment = AsOf.asKnown(position).andHappened(day);
      Views then = byDay.computeIfAbsent(day, it -> replay.asOf(moment).run(counting));
      return counting.stream().flatMap(it -> then.view(it).sum(pattern).stream()).findFirst();
    }
  }
}
