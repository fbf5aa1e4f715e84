package org.communityledger.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
    long last = ledger.reader().size() - 1;
    Optional<NotApplied> missed = await(last, patience);
    for (Standing each : live.progress()) {
      String place = each.projection() + " v" + each.version() + " is at #" + each.position() + " (head #" + each.head()
          + ")";
      each.failure().ifPresent(it -> fail(place + " and goes no further: " + it, missed));
      each.parked().stream().findFirst().ifPresent(it -> fail(place + ", but its row " + it.key()
          + " could not be told of #" + it.position() + ", a " + it.eventType() + ": " + it.error(), missed));
      missed.ifPresent(
          it -> fail(place + " and did not reach #" + last + " within " + patience.toMillis() + " ms", missed));
    }
  }

  private Optional<NotApplied> await(long position, Duration patience) {
    try {
      live.awaitApplied(position, patience);
      return Optional.empty();
    } catch (NotApplied e) {
      return Optional.of(e);
    }
  }

  private static void fail(String message, Optional<NotApplied> cause) {
    throw new AssertionError(message, cause.orElse(null));
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
