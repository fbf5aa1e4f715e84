package org.communityledger.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.communityledger.LedgerReader;
import org.communityledger.codec.RowCodec;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.DelegatingProjection;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.jspecify.annotations.Nullable;

/** Holds a projection against what projections promise; see {@link ProjectionContract}. */
final class Promises<K, R> {
  private final Supplier<Projection<K, R>> projection;
  private final Supplier<LedgerSetup> setup;
  private final Consumer<LedgerScenario> history;

  /**
   * Promises of a projection.
   *
   * @param projection makes a new instance each time
   * @param setup what its ledger has beyond the shipped contexts
   * @param history tells the same history each time
   */
  Promises(
      Supplier<Projection<K, R>> projection,
      Supplier<LedgerSetup> setup,
      Consumer<LedgerScenario> history) {
    this.projection = projection;
    this.setup = setup;
    this.history = history;
  }

  /** Looks whether a promise is kept, given that those before it are. */
  void require(Promise promise) {
    switch (promise) {
      case WRITTEN -> afterHistory(ledger -> requireWritten(ledger.ledger().reader()));
      case PURE -> afterHistory(ledger -> requirePure(ledger.ledger().reader()));
      case KEYED -> afterHistory(ledger -> requireKeyed(ledger.ledger().reader()));
      case REDELIVERED -> afterHistory(this::requireRedelivered);
      case AS_OF -> onNewLedger(this::requireAsOf);
      case REBUILT -> onNewLedger(this::requireRebuilt);
    }
  }

  private void afterHistory(Consumer<LedgerScenario> check) {
    onNewLedger(ledger -> {
      tell(ledger);
      check.accept(ledger);
    });
  }

  private void onNewLedger(Consumer<LedgerScenario> check) {
    LedgerScenario ledger = LedgerScenario.open(setup.get());
    try {
      check.accept(ledger);
    } finally {
      ledger.close();
    }
  }

  private void tell(LedgerScenario ledger) {
    tellWatched(ledger, () -> {});
  }

  /** Tells the history and looks after each step of it. */
  private void tellWatched(LedgerScenario ledger, Runnable look) {
    AtomicLong seen = new AtomicLong();
    ledger.afterEachStep(() -> {
      look.run();
      seen.set(ledger.position());
    });
    history.accept(ledger);
    ledger.requireAnswerSeen();
    if (seen.get() != ledger.position()) {
      throw new AssertionError("The history was told past given(…) and when(…) up to #" + ledger.position()
          + ", so that nothing could be looked at after #" + seen + "; tell it in steps");
    }
  }

  private void requireWritten(LedgerReader ledger) {
    View<K, R> view = built(Replay.of(ledger), projection.get());
    if (view.rows().isEmpty()) {
      throw new AssertionError(
          "The history leads to no row of " + view.projection().name() + ", so that nothing can be found out with it");
    }
    view.rows().forEach((key, row) -> {
      requireReadBack(ledger.codec().rows(), "key " + key, view.projection().keyType(), key);
      requireReadBack(ledger.codec().rows(), "row " + key, view.projection().rowType(), row);
    });
  }

  private <T> void requireReadBack(RowCodec codec, String what, Class<T> type, T value) {
    String name = what + " of " + projection.get().name();
    try {
      byte[] json = codec.write(type, value);
      T read = codec.read(type, json);
      if (!read.equals(value) || read.hashCode() != value.hashCode() || !Arrays.equals(codec.write(type, read), json)) {
        throw new AssertionError(name + " is not read back as it was written; it needs value equality in all its parts"
            + "\n  written: " + value + "\n  read: " + read);
      }
    } catch (IllegalArgumentException e) {
      throw new AssertionError(name + " cannot be stored: " + e.getMessage(), e);
    }
  }

  private void requirePure(LedgerReader ledger) {
    Projection<K, R> made = projection.get();
    List<String> calls = new ArrayList<>(OutsideCalls.in(made.getClass()));
    calls.addAll(OutsideCalls.in(made.rowType()));
    if (!calls.isEmpty()) {
      throw new AssertionError(made.name() + " is not pure: it asks for more than its events, by "
          + String.join(", ", calls) + "; what it may know of time stands in the happening");
    }
    built(Replay.of(ledger), new LeavingRows<>(made, ledger.codec().rows()));
    ViewState here = state(ledger, built(Replay.of(ledger), projection.get()));
    for (Elsewhere each : Elsewhere.values()) {
      ViewState there = each.call(() -> state(ledger, built(Replay.of(ledger).onThreads(1), projection.get())));
      requireSame(made.name() + " is not pure: made " + each.words() + ", its view is another", "first", here, "then",
          there);
    }
  }

  private void requireKeyed(LedgerReader ledger) {
    Projection<K, R> made = projection.get();
    View<K, R> whole = built(Replay.of(ledger), made);
    for (K key : keys(ledger, made)) {
      R row = whole.row(key).orElse(null);
      R alone = built(Replay.of(ledger), new OfOneKey<>(projection.get(), key)).row(key).orElse(null);
      if (!Objects.equals(row, alone)) {
        throw new AssertionError("row " + key + " of " + made.name() + " depends on events of other keys\n  among all: "
            + row + "\n  alone: " + alone);
      }
      if (key instanceof Id id && !Objects.equals(row, byTag(ledger, id))) {
        throw new AssertionError(
            "row " + key + " of " + made.name() + " is touched by events that do not carry the tag "
                + id.tag() + ", so that it is not found alone\n  among all: " + row + "\n  found by its tag: "
                + byTag(ledger, id));
      }
    }
  }

  private Set<K> keys(LedgerReader ledger, Projection<K, R> made) {
    Set<K> keys = new LinkedHashSet<>();
    for (RecordedEvent each : new Telling(ledger).all()) {
      if (made.reads().stream().anyMatch(it -> it.isInstance(each.event()))) {
        keys.addAll(made.keys(each));
      }
    }
    return keys;
  }

  @SuppressWarnings("unchecked") // the keys of this projection are ids
  private @Nullable R byTag(LedgerReader ledger, Id key) {
    return Replay.of(ledger).row((Projection<Id, R>) projection.get(), key).orElse(null);
  }

  private void requireRedelivered(LedgerScenario ledger) {
    LedgerReader reader = ledger.ledger().reader();
    Projection<K, R> same = projection.get();
    ViewState once = state(reader, built(Replay.of(reader), same));
    ViewState again = state(reader, built(Replay.of(reader), same));
    requireSame(same.name() + " does not ignore redelivery: told the same events again, it remembers the first time",
        "first", once, "then", again);
    ViewsInUse views = ledger.views();
    ViewState before = views.see(same).ask(views::state);
    requireSame(same.name() + " does not ignore redelivery: after a restart it is another", "first", before, "then",
        views.seeRestarted(same).ask(views::state));
  }

  private void requireAsOf(LedgerScenario ledger) {
    LedgerReader reader = ledger.ledger().reader();
    String name = projection.get().name();
    SortedMap<Long, ViewState> ends = new TreeMap<>();
    tellWatched(ledger, () -> ends.put(ledger.position(), asOf(reader, AsOf.now())));
    ends.forEach((position, then) -> requireSame(
        name + " as known at #" + position + " is not what it was when the ledger ended there", "then", then,
        "as known", asOf(reader, AsOf.asKnown(position))));
    SortedSet<LocalDate> days = days(reader);
    days.forEach(day -> {
      try {
        asOf(reader, AsOf.asHappened(day));
      } catch (RuntimeException e) {
        throw new AssertionError(name + " cannot be asked as happened by " + day
            + ", when some events had not happened that were recorded before others: " + e.getMessage(), e);
      }
    });
    requireSame(name + " as happened by " + days.last() + ", the last day of all, is not what it is", "now",
        asOf(reader, AsOf.now()), "as happened", asOf(reader, AsOf.asHappened(days.last())));
  }

  private ViewState asOf(LedgerReader ledger, AsOf moment) {
    return state(ledger, built(Replay.of(ledger).asOf(moment), projection.get()));
  }

  /** The days on which one event more is sure to have happened. */
  private static SortedSet<LocalDate> days(LedgerReader ledger) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (RecordedEvent each : new Telling(ledger).all()) {
      days.add(each.header().occurred().latest()
          .orElseGet(() -> LocalDate.ofInstant(each.recordedAt(), ledger.zone())));
    }
    return days;
  }

  private void requireRebuilt(LedgerScenario ledger) {
    LedgerReader reader = ledger.ledger().reader();
    ViewsInUse views = ledger.views();
    Projection<K, R> following = projection.get();
    views.keep(following);
    tellWatched(ledger,
        () -> requireSame(following.name() + " at #" + ledger.position() + " is another if it follows the"
            + " ledger", "at once", state(reader, built(Replay.of(reader), projection.get())), "following",
            views.see(following).ask(views::state)));
    requireSame(following.name() + " is another if it goes on from stored rows, as after a restart, at each event",
        "at once", state(reader, built(Replay.of(reader), projection.get())), "event by event",
        state(reader, built(Replay.of(reader), new Restarted<>(projection, reader.codec().rows()))));
  }

  private static <K, R> View<K, R> built(Replay replay, Projection<K, R> by) {
    return replay.run(by).view(by);
  }

  private static ViewState state(LedgerReader ledger, View<?, ?> view) {
    return ViewState.of(view, ledger.codec().rows());
  }

  private static void requireSame(String otherwise, String mine, ViewState one, String theirs, ViewState other) {
    one.difference(mine, other, theirs).ifPresent(it -> {
      throw new AssertionError(otherwise + "\n" + it);
    });
  }

  /** Places where a pure projection does the same. It is never the same day in all of them. */
  private enum Elsewhere {
    EAST("Pacific/Kiritimati", "ar-EG"), WEST("Etc/GMT+12", "tr-TR");

    private final String zone;
    private final String language;

    Elsewhere(String zone, String language) {
      this.zone = zone;
      this.language = language;
    }

    private String words() {
      return "again, in the time zone " + zone + " and the language " + language;
    }

    private <T> T call(Supplier<T> action) {
      TimeZone zoneHere = TimeZone.getDefault();
      Locale languageHere = Locale.getDefault();
      try {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(language));
        return action.get();
      } finally {
        TimeZone.setDefault(zoneHere);
        Locale.setDefault(languageHere);
      }
    }
  }

  /** Sees to it that rows are left as they were given. */
  private static final class LeavingRows<K, R> extends DelegatingProjection<K, R> {
    private final RowCodec codec;

    private LeavingRows(Projection<K, R> projection, RowCodec codec) {
      super(projection);
      this.codec = codec;
    }

    @Override
    public Optional<R> apply(K key, Optional<R> row, Happening happening) {
      Optional<byte[]> before = row.map(it -> codec.write(rowType(), it));
      Optional<R> after = super.apply(key, row, happening);
      if (row.filter(it -> !Arrays.equals(codec.write(rowType(), it), before.orElseThrow())).isPresent()) {
        throw new IllegalStateException("it changes the row " + key + " it is given, instead of making another");
      }
      return after;
    }
  }

  /** Knows one key only. */
  private static final class OfOneKey<K, R> extends DelegatingProjection<K, R> {
    private final K key;

    private OfOneKey(Projection<K, R> projection, K key) {
      super(projection);
      this.key = key;
    }

    @Override
    public Set<K> keys(RecordedEvent recorded) {
      return super.keys(recorded).contains(key) ? Set.of(key) : Set.of();
    }
  }

  /** Goes on from stored rows with a new instance at each event. */
  private static final class Restarted<K, R> extends DelegatingProjection<K, R> {
    private final Supplier<Projection<K, R>> projection;
    private final RowCodec codec;

    private Restarted(Supplier<Projection<K, R>> projection, RowCodec codec) {
      super(projection.get());
      this.projection = projection;
      this.codec = codec;
    }

    @Override
    public Set<K> keys(RecordedEvent recorded) {
      return projection.get().keys(recorded);
    }

    @Override
    public Optional<R> apply(K key, Optional<R> row, Happening happening) {
      Optional<R> stored = row.map(it -> codec.read(rowType(), codec.write(rowType(), it)));
      return projection.get().apply(key, stored, happening);
    }
  }
}
