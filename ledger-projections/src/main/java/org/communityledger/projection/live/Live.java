package org.communityledger.projection.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.communityledger.Ledger;
import org.communityledger.access.Access;
import org.communityledger.access.Caller;
import org.communityledger.kernel.Receipt;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;

/**
 * Views that follow a ledger while it is written to.
 *
 * <pre>{@code
 * try (Live live = Live.of(ledger).projections(new CaseRegister(), new HazardFixHistory()).start()) {
 *   Receipt receipt = ledger.recordOrThrow(command, header);
 *   live.awaitApplied(receipt, Duration.ofSeconds(2));
 *   List<CaseRow> here = live.read(new CaseRegister(), view -> view.where("place", "yunqiyuan"));
 * }
 * }</pre>
 *
 * <p>Rows, figures, indexes and the position they are true for lie in a file beside the ledger and change together, so
 * that each entry has its effect exactly once, whenever the process is killed. What is applied is verified on the way.
 * A row that cannot be told of an event is parked and everything else goes on; {@link #progress} shows it. A projection
 * whose version is not stored yet is built beside the one that is read, and takes its place when it has come as far.
 *
 * <p>Close it before the ledger. Safe for many threads; readers wait neither for each other nor for what is applied.
 */
public final class Live implements AutoCloseable {
  private final LedgerEntries entries;
  private final ViewStore store;
  private final Board board;
  private final Moving moving;
  private final LiveMeters meters;
  private final Access access;
  private final Map<String, String> restricted;
  private boolean closed;

  Live(LedgerEntries entries, ViewStore store, Board board, Moving moving, LiveMeters meters, Access access,
      Map<String, String> restricted) {
    this.entries = entries;
    this.store = store;
    this.board = board;
    this.moving = moving;
    this.meters = meters;
    this.access = access;
    this.restricted = Map.copyOf(restricted);
  }

  /** Begins to say how the views of a ledger are kept. */
  public static LiveBuilder of(Ledger ledger) {
    return LiveBuilder.of(ledger.reader());
  }

  /** The views as somebody may see them; needed for those that are restricted. */
  public LiveSession as(Caller caller) {
    return new LiveSession(this, caller);
  }

  /**
   * Waits until all views that are read are true for what was recorded. Does not poll.
   *
   * @param timeout the longest to wait; zero or less only looks
   * @throws NotApplied if that does not happen in time or cannot happen any more, or if one of the recorded events
   *   waits for a parked key; also if the thread is interrupted, which stays interrupted
   */
  public void awaitApplied(Receipt receipt, Duration timeout) {
    awaitApplied(any -> true, receipt.entries().stream().map(Receipt.Line::position).toList(), timeout);
  }

  /**
   * Waits until all views that are read are true for the entry at the position. Does not poll.
   *
   * @param timeout the longest to wait; zero or less only looks
   * @throws NotApplied as {@link #awaitApplied(Receipt, Duration)} does
   */
  public void awaitApplied(long position, Duration timeout) {
    awaitApplied(any -> true, List.of(position), timeout);
  }

  /**
   * Waits until one view is true for the entry at the position, however others stand. Does not poll.
   *
   * @param timeout the longest to wait; zero or less only looks
   * @throws NotApplied as {@link #awaitApplied(Receipt, Duration)} does
   * @throws IllegalArgumentException if there is no such view here
   */
  public void awaitApplied(Projection<?, ?> projection, long position, Duration timeout) {
    requireKept(projection);
    awaitApplied(projection.name()::equals, List.of(position), timeout);
  }

  private void awaitApplied(Predicate<String> meant, List<Long> positions, Duration timeout) {
    if (!positions.isEmpty()) {
      board.await(meant, new Board.Applied(positions.getLast()), timeout);
      board.standings().stream().filter(it -> meant.test(it.projection()) && !it.parked().isEmpty())
          .forEach(it -> positions.forEach(position -> requireTold(it, position)));
    }
  }

  private void requireTold(Standing standing, long position) {
    List<String> keys = store.read(session -> ViewStore.live(session, standing.projection())
        .map(it -> new ViewTables(session, it.id()).keysWaitingFor(position)).orElse(List.of())).stream()
        .map(it -> new String(it, StandardCharsets.UTF_8)).toList();
    standing.parked().stream().filter(it -> keys.contains(it.key())).findFirst().ifPresent(parked -> {
      throw new NotApplied("#" + position + " is not applied: " + standing + ", but row " + parked, List.of(standing));
    });
  }

  /**
   * Waits until all views are there in their newest versions; until then, older ones are read. Does not poll.
   *
   * @param timeout the longest to wait; zero or less only looks
   * @throws NotApplied if that does not happen in time or cannot happen any more; also if the thread is interrupted,
   *   which stays interrupted
   */
  public void awaitBuilt(Duration timeout) {
    board.await(any -> true, new Board.Built(), timeout);
  }

  /**
   * Reads a view in the state of one moment; {@link View#position} says what it is true for. While a new version is
   * built, the version before is read, under its own version number; positions never go back.
   *
   * @param reading what to do with the view; the view is good for nothing once this returns, on the calling thread only
   * @throws org.communityledger.access.AccessDenied if it is restricted and the ledger was not opened as unrestricted; then
   *   use {@link #as}
   * @throws ViewNotReady if nothing is there yet to be read, or it cannot be read any more
   * @throws IllegalArgumentException if there is no such view here
   */
  public <K, R, T> T read(Projection<K, R> projection, Function<View<K, R>, T> reading) {
    return read(Optional.empty(), projection, reading);
  }

  <K, R, T> T read(Optional<Caller> caller, Projection<K, R> projection, Function<View<K, R>, T> reading) {
    requireKept(projection);
    Optional.ofNullable(restricted.get(projection.name())).ifPresent(it -> access.require(caller, it));
    return store.read(session -> {
      StoredVersion stored = ViewStore.live(session, projection.name()).orElseThrow(() -> notReady(projection));
      Projection<K, R> as = stored.version() == projection.version()
          ? projection
          : new Versioned<>(projection, stored.version());
      StoredView<K, R> view = new StoredView<>(as, stored, session, entries.codec().rows());
      try {
        return reading.apply(view);
      } finally {
        view.end();
      }
    });
  }

  private ViewNotReady notReady(Projection<?, ?> projection) {
    return new ViewNotReady(
        board.standings(projection.name()).stream().map(Standing::toString).collect(Collectors.joining("; ")));
  }

  private void requireKept(Projection<?, ?> projection) {
    List<String> kept = board.standings().stream().map(Standing::projection).distinct().sorted().toList();
    if (!kept.contains(projection.name())) {
      throw new IllegalArgumentException(projection.name() + " is not kept here; there are " + kept);
    }
  }

  /** The row of a key, with the position it is true for; like {@link #read}. */
  public <K, R> Dated<R> row(Projection<K, R> projection, K key) {
    return read(projection, view -> new Dated<>(view.position(), view.row(key)));
  }

  /** How all views stand: what they are true for, what is parked, what went wrong. */
  public List<Standing> progress() {
    return board.standings();
  }

  /**
   * Completes the transaction under way, waits for those who are reading, and releases the file. May be called twice, but
   * not while reading: it would wait for its own end.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      moving.close();
    } finally {
      board.close();
      store.close();
      meters.close();
    }
  }
}
