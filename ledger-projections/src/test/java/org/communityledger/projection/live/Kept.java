package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.communityledger.LedgerReader;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.communityledger.projection.Views;

/** Compares what is kept with what a replay makes. */
final class Kept {
  static final Duration LONG = Duration.ofSeconds(60);

  private static final FigurePattern ALL = FigurePattern.parse("*");

  private Kept() {}

  /** Everything applied, rows, figures and indexes are those of a replay of the same entries. */
  static void agreesWithReplay(Live live, LedgerReader ledger, Projection<?, ?>... projections) {
    live.awaitApplied(ledger.size() - 1, LONG);
    Views replayed = Replay.of(ledger).onThreads(1).run(projections);
    for (Projection<?, ?> each : projections) {
      agree(live, each, replayed);
    }
  }

  private static <K, R> void agree(Live live, Projection<K, R> projection, Views replayed) {
    View<K, R> expected = replayed.view(projection);
    live.read(projection, view -> {
      assertThat(view.position()).isEqualTo(expected.position());
      assertThat(view.rows()).isEqualTo(expected.rows());
      assertThat(view.digest()).isEqualTo(expected.digest());
      assertThat(view.figures(ALL)).isEqualTo(expected.figures(ALL));
      assertThat(view.sum(FigurePattern.parse("told.byParity"))).isEqualTo(
          expected.sum(FigurePattern.parse("told.byParity")));
      agreeOnIndexes(projection, view, expected);
      return view;
    });
  }

  private static <K, R> void agreeOnIndexes(Projection<K, R> projection, View<K, R> view, View<K, R> expected) {
    projection.indexes().forEach((index, values) -> {
      Set<String> all = new HashSet<>(Set.of("no such value"));
      expected.rows().values().forEach(row -> all.addAll(values.apply(row)));
      all.forEach(value -> assertThat(view.where(index, value)).as(index + " " + value)
          .containsExactlyInAnyOrderElementsOf(expected.where(index, value)));
    });
  }
}
