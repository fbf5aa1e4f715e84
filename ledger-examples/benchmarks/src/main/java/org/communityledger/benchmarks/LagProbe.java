package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.communityledger.Ledger;
import org.communityledger.projection.live.Live;
import org.communityledger.projection.live.Standing;

/**
 * How far views are behind their ledger, in time: looks every few milliseconds at how far both have come, until it is told
 * to stop and the views have come as far as the ledger then. For one thread, beside which it has its own.
 */
final class LagProbe {
  private static final long EVERY_MILLIS = 5;

  private final Ledger ledger;
  private final Live live;
  private final long start = System.nanoTime();
  private final List<Look> looks = new ArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final CompletableFuture<List<Look>> end = new CompletableFuture<>();
  private volatile long enough = Long.MAX_VALUE;

  private LagProbe(Ledger ledger, Live live) {
    this.ledger = ledger;
    this.live = live;
  }

  /** How far both had come, so many nanoseconds after the start: the last durable entry, and the last in all views. */
  private record Look(long at, long durable, long applied) {}

  /**
   * An entry on its way into the views.
   *
   * @param since nanoseconds from the start until it was seen to be durable
   * @param position the entry
   * @param lag nanoseconds from then until all views were seen to have it
   */
  record Sample(long since, long position, long lag) {}

  static LagProbe start(Ledger ledger, Live live) {
    LagProbe probe = new LagProbe(ledger, live);
    var unused = probe.thread.scheduleAtFixedRate(probe::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return probe;
  }

  private void look() {
    if (end.isDone()) {
      return; // who was waiting reads the looks now
    }
    try {
      long durable = ledger.reader().size() - 1;
      long at = System.nanoTime() - start;
      List<Standing> standings = live.progress();
      standings.stream().flatMap(it -> it.failure().stream()).findFirst().ifPresent(failure -> {
        throw new IllegalStateException("A view is moved no further: " + failure);
      });
      long applied = standings.stream().mapToLong(Standing::position).min().orElseThrow();
      looks.add(new Look(at, durable, applied));
      if (applied >= enough) {
        end.complete(looks);
      }
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  /** Waits until the views have what is durable now; gives a sample for each look until now. */
  List<Sample> stop() throws Exception {
    long last = ledger.reader().size() - 1;
    enough = last;
    try {
      return samples(end.get(), last);
    } finally {
      thread.shutdownNow();
    }
  }

  private static List<Sample> samples(List<Look> looks, long last) {
    List<Sample> samples = new ArrayList<>();
    int seen = 0;
    for (Look each : looks) {
      while (looks.get(seen).applied < each.durable) {
        seen++;
      }
      samples.add(new Sample(each.at, each.durable, Math.max(0, looks.get(seen).at - each.at)));
      if (each.durable >= last) {
        return samples;
      }
    }
    return samples;
  }
}
