package org.communityledger.projection.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.LedgerReader;
import org.communityledger.access.Access;
import org.communityledger.codec.EventCodec;
import org.communityledger.log.EntryLog;
import org.communityledger.projection.Projection;
import org.jspecify.annotations.Nullable;

/** Says how the views of a ledger are kept; see {@link Live#of}. Not thread-safe. */
public final class LiveBuilder {
  private final EntryLog log;
  private final EventCodec codec;
  private final ZoneId zone;
  private final Access access;
  private final List<Projection<?, ?>> projections = new ArrayList<>();
  private @Nullable Path store;
  private MeterRegistry meters = new SimpleMeterRegistry();
  private boolean carryUnknown;

  LiveBuilder(EntryLog log, EventCodec codec, ZoneId zone, Optional<Path> store, Access access) {
    this.log = log;
    this.codec = codec;
    this.zone = zone;
    this.store = store.orElse(null);
    this.access = access;
  }

  static LiveBuilder of(LedgerReader ledger) {
    return new LiveBuilder(ledger.log(), ledger.codec(), ledger.zone(),
        ledger.file().map(it -> it.resolveSibling(it.getFileName() + ".views")), ledger.access());
  }

  /** The file in which the views lie; by default beside the ledger, its name ending in {@code .views}. */
  public LiveBuilder store(Path file) {
    store = file;
    return this;
  }

  /**
   * What to keep views of. Of one name several versions may be given: the newest is built if it is not stored yet, and
   * an older one that is stored is moved on until then. Without it, the stored one is only read until then.
   */
  public LiveBuilder projections(Projection<?, ?>... some) {
    return projections(List.of(some));
  }

  /** What to keep views of; see {@link #projections(Projection...)}. */
  public LiveBuilder projections(Collection<? extends Projection<?, ?>> some) {
    projections.addAll(some);
    return this;
  }

  /** Where to show lag, parked keys and the number of entries applied; see the meters' names in docs/operating.md. */
  public LiveBuilder meters(MeterRegistry registry) {
    meters = registry;
    return this;
  }

  /**
   * Carries events of unknown types as {@link org.communityledger.kernel.OpaqueEvent} instead of stopping at them. Once
   * their types are known, raise the versions of projections that read them.
   */
  public LiveBuilder carryingUnknown() {
    carryUnknown = true;
    return this;
  }

  /**
   * Starts: goes on where the views stood, throws away what is true for another ledger, builds what is missing. Returns
   * before everything is applied; see {@link Live#awaitApplied(long, java.time.Duration)}.
   *
   * @throws ViewStoreException if the file is something else, of a newer format, or in use already
   * @throws IllegalArgumentException if a projection stands twice
   * @throws IllegalStateException if there is no projection, or no file for the views
   */
  public Live start() {
    requireSensible();
    return start(ViewStore.open(file()));
  }

  /** Starts on a store that is open and is closed with what is started. */
  Live start(ViewStore open) {
    try {
      LedgerEntries entries = new LedgerEntries(log, codec, zone, carryUnknown);
      List<Projection<?, ?>> contained = new ArrayList<>();
      projections.forEach(it -> contained.add(new Contained<>(it)));
      Board board = new Board(() -> log.size() - 1);
      EarlyRetractions early = new EarlyRetractions(open.writer());
      Plan plan = new Plan(open, entries, early, board, contained);
      LiveMeters shown = new LiveMeters(meters, board, projections.stream().map(Projection::name).distinct().toList());
      Runner runner = new Runner(open, entries, board, shown, early, plan.tracks());
      Rebuild rebuild = new Rebuild(entries, plan.missing(), board, runner::isOver);
      return new Live(entries, open, board, Moving.start(log, runner, rebuild), shown, access, restricted());
    } catch (RuntimeException | Error e) {
      open.close();
      throw e;
    }
  }

  /** By name, the permission needed; one version's is needed for all, since an older one is read until a newer is built. */
  private Map<String, String> restricted() {
    Map<String, String> permissions = new HashMap<>();
    projections.stream().sorted(Comparator.comparingInt(Projection::version)).forEach(
        it -> it.restrictedTo().ifPresent(permission -> permissions.put(it.name(), permission)));
    return permissions;
  }

  private void requireSensible() {
    Set<String> seen = new HashSet<>();
    for (Projection<?, ?> each : projections) {
      if (!seen.add(each.name() + " v" + each.version())) {
        throw new IllegalArgumentException(each.name() + " v" + each.version() + " is given twice");
      }
    }
    if (seen.isEmpty()) {
      throw new IllegalStateException("There is nothing to keep; name projections first");
    }
  }

  private Path file() {
    if (store == null) {
      throw new IllegalStateException("The ledger is not kept in a file; name a file for the views with store(…)");
    }
    return store;
  }
}
