package org.communityledger.projection.live;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.communityledger.projection.Progress;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.ReplayCancelled;
import org.communityledger.projection.Views;
import org.communityledger.projection.live.Standing.State;

/** Makes views out of the whole ledger, in one replay for all of them, on a thread of its own. */
final class Rebuild {
  private final LedgerEntries entries;
  private final List<? extends Guarded<?, ?>> projections;
  private final Board board;
  private final BooleanSupplier cancelled;

  /**
   * A replay of projections.
   *
   * @param cancelled asked often whether to stop
   */
  Rebuild(LedgerEntries entries, List<Projection<?, ?>> projections, Board board, BooleanSupplier cancelled) {
    this.entries = entries;
    this.projections = projections.stream().map(it -> guarded(it, entries)).toList();
    this.board = board;
    this.cancelled = cancelled;
  }

  private static <K, R> Guarded<K, R> guarded(Projection<K, R> projection, LedgerEntries entries) {
    return new Guarded<>(projection, entries::typeOf);
  }

  /** What was made of one projection. */
  record Made<K, R>(Guarded<K, R> guarded, Views views) {
    Filling<K, R> into(LiveView<K, R> view) {
      return new Filling<>(view, guarded, views.view(guarded), views.head());
    }
  }

  /**
   * Runs the replay, if there is anything to be made, and hands over what it made; what cannot be made is shown on the
   * board.
   */
  void run(Consumer<Made<?, ?>> taker) {
    if (projections.isEmpty()) {
      return;
    }
    try {
      Replay replay = Replay.of(entries.log(), entries.codec());
      Views views = (entries.carryUnknown() ? replay.carryingUnknown() : replay).onThreads(threads())
          .reportingTo(this::report).cancelledWhen(cancelled).run(projections);
      if (cancelled.getAsBoolean()) { // perhaps so late that only a projection noticed
        giveUp();
        return;
      }
      for (Guarded<?, ?> each : projections) {
        each.failure().ifPresentOrElse(reason -> fail(each, reason), () -> taker.accept(new Made<>(each, views)));
      }
    } catch (ReplayCancelled e) {
      giveUp();
    } catch (RuntimeException | Error e) {
      projections.forEach(it -> fail(it, "cannot be built: " + e.getMessage()));
    }
  }

  private void giveUp() {
    projections.forEach(it -> fail(it, "closed while it was being built"));
  }

  private void fail(Guarded<?, ?> projection, String reason) {
    board.update(projection.projection(), it -> it.failed(reason));
  }

  /** Leaves a processor to those who record and read meanwhile. */
  private static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  private void report(Progress.Standing progress) {
    projections.forEach(each -> board.update(each.projection(),
        it -> it.state() == State.BUILDING ? it.reached(progress.position(), progress.perSecond(), List.of()) : it));
  }
}
