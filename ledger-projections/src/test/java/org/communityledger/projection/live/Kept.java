package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.LedgerReader;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.communityledger.projection.Views;

/** Compares what is kept with what a replay makes. */
final class Kept {
  static final Duration LONG = Duration.ofSeconds(60);

  private static final FigurePattern ALL = FigurePattern.parse("*");
  private static final FigurePattern BY_PARITY = FigurePattern.parse("told.byParity");

  private Kept() {}

  /** Everything is applied, and rows, figures and indexes are those of a replay. */
  static void agreesWithReplay(Live live, LedgerReader ledger, Projection<?, ?>... projections) {
    agreesWithReplay(live, ledger, ledger.size() - 1, projections);
  }

  /** Everything up to the position is applied, and rows, figures and indexes are those of a replay of that. */
  static void agreesWithReplay(Live live, LedgerReader ledger, long position, Projection<?, ?>... projections) {
    live.awaitBuilt(LONG);
    live.awaitApplied(position, LONG);
    Views replayed = Replay.of(ledger).onThreads(1).asOf(AsOf.asKnown(position)).run(projections);
    for (Projection<?, ?> each : projections) {
      agreeNow(live, each, replayed);
    }
  }

  private static <K, R> void agreeNow(Live live, Projection<K, R> projection, Views replayed) {
    live.read(projection, view -> agree(view, replayed.view(projection)));
  }

  /**
   * What lies in the store is that of a replay of as many entries as it says.
   *
   * @return the number of views there were
   */
  static int agreesAsStored(Path file, LedgerReader ledger, List<Projection<?, ?>> projections) {
    try (ViewStore store = ViewStore.open(file)) {
      return projections.stream().mapToInt(each -> agreeAsStored(store, ledger, each)).sum();
    }
  }

  private static <K, R> int agreeAsStored(ViewStore store, LedgerReader ledger, Projection<K, R> projection) {
    return store.read(session -> {
      Optional<StoredVersion> stored = ViewStore.live(session, projection.name())
          .filter(it -> it.version() == projection.version());
      stored.ifPresent(it -> {
        Views replayed = Replay.of(ledger).onThreads(1).asOf(AsOf.asKnown(it.applied().size() - 1)).run(projection);
        agree(new StoredView<>(projection, it, session, ledger.codec().rows()), replayed.view(projection));
      });
      return stored.isPresent() ? 1 : 0;
    });
  }

  private static <K, R> View<K, R> agree(View<K, R> view, View<K, R> expected) {
    assertThat(view.position()).as("position").isEqualTo(expected.position());
    assertThat(view.rows()).as("rows").isEqualTo(expected.rows());
    assertThat(view.digest()).as("digest").isEqualTo(expected.digest());
    assertThat(view.figures(ALL)).as("figures").isEqualTo(expected.figures(ALL));
    assertThat(view.sum(BY_PARITY)).isEqualTo(expected.sum(BY_PARITY));
    view.projection().indexes().forEach((index, values) -> {
      Set<String> all = new HashSet<>(Set.of("no such value"));
      expected.rows().values().forEach(row -> all.addAll(values.apply(row)));
      all.forEach(value -> assertThat(view.where(index, value)).as("index " + index)
          .containsExactlyInAnyOrderElementsOf(expected.where(index, value)));
    });
    return view;
  }
}
