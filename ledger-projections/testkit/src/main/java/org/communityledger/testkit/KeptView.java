package org.communityledger.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.communityledger.Ledger;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;
import org.communityledger.projection.live.Live;
import org.communityledger.projection.live.NotApplied;
import org.communityledger.projection.live.Standing;

/** A view that follows the ledger of a test. Used by one thread. */
final class KeptView<K, R> implements Sight<K, R>, AutoCloseable {
  private final Ledger ledger;
  private final Path store;
  private final Projection<K, R> projection;
  private Live live;

  /**
   * A view that has begun to follow.
   *
   * @param store the file it is kept in, which is not there yet
   */
  KeptView(Ledger ledger, Path store, Projection<K, R> projection) {
    this.ledger = ledger;
    this.store = store;
    this.projection = projection;
    this.live = start();
  }

  private Live start() {
    return Live.of(ledger).store(store).projections(projection).start();
  }

  @Override
  public Projection<K, R> projection() {
    return projection;
  }

  @Override
  public <T> T ask(Function<View<K, R>, T> question) {
    return live.read(projection, question);
  }

  /** Waits until all that is recorded is applied, and requires that all of it could be. */
  void catchUp(Duration patience) {
    try {
      live.awaitApplied(ledger.reader().size() - 1, patience);
    } catch (NotApplied e) {
      throw new AssertionError(e.getMessage(), e);
    }
    for (Standing each : live.progress()) {
      if (each.failure().isPresent()) {
        throw new AssertionError(each.toString());
      }
      if (!each.parked().isEmpty()) {
        throw new AssertionError(each + ", but row " + each.parked().getFirst());
      }
    }
  }

  /** Stops following and goes on from what is stored. */
  void restart() {
    live.close();
    live = start();
  }

  @Override
  public void close() {
    live.close();
  }
}
