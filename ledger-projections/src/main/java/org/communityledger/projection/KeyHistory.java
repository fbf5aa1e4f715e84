package org.communityledger.projection;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.communityledger.kernel.RecordedEvent;

/**
 * What a projection is told about one key, in the order in which a replay tells it: corrections in the place of what
 * they correct, what was taken back marked as struck out or left out. For those who keep rows themselves and must fold
 * one of them again.
 */
public final class KeyHistory {
  private KeyHistory() {}

  /**
   * Orders the events of one key.
   *
   * @param events all that touch the key and the retractions of these, in any order; others are passed over
   * @param zone the time zone in which days of recording begin and end
   * @throws ReplayException if the projection cannot tell the keys of one of the events
   */
  public static <K, R> List<Happening> of(
      Projection<K, R> projection,
      K key,
      Collection<RecordedEvent> events,
      ZoneId zone) {
    List<Happening> told = new ArrayList<>();
    tell(projection, key, events,
        events.stream().distinct().sorted(Comparator.comparingLong(RecordedEvent::position)), zone, told::add);
    return List.copyOf(told);
  }

  /**
   * Tells of the events of one key one after the other, so that they need not be in memory together.
   *
   * @param foretold among others, all corrections that touch the key and all retractions of what touches it
   * @param events all that touch the key, in order of position; others are passed over
   * @param zone the time zone in which days of recording begin and end
   * @throws ReplayException if the projection cannot tell the keys of one of the events
   */
  public static <K, R> void tell(
      Projection<K, R> projection,
      K key,
      Collection<RecordedEvent> foretold,
      Stream<RecordedEvent> events,
      ZoneId zone,
      Consumer<Happening> listener) {
    Listener<K, R> next = new Listener<>(projection, key);
    Pass pass = new Pass(zone, new Corrections(foretold), List.of(next), Optional.empty());
    events.forEach(each -> {
      pass.next(each);
      next.told.forEach(listener); // out here, what the listener throws is not taken for a failure of the projection
      next.told.clear();
    });
  }

  /** Whether an event must be foretold: it takes another one back, or stands in the place of another one. */
  public static boolean isForetold(RecordedEvent recorded) {
    return Corrections.isOne(recorded);
  }

  /** Stands in for the projection and only notes what it would be told about the key. */
  private static final class Listener<K, R> extends DelegatingProjection<K, R> {
    private final K key;
    private final List<Happening> told = new ArrayList<>();

    private Listener(Projection<K, R> projection, K key) {
      super(projection);
      this.key = key;
    }

    @Override
    public Set<K> keys(RecordedEvent recorded) {
      return super.keys(recorded).contains(key) ? Set.of(key) : Set.of();
    }

    @Override
    public Optional<R> apply(K same, Optional<R> row, Happening happening) {
      told.add(happening);
      return row;
    }

    @Override
    public List<Contribution> figures(K same, R row) {
      return List.of();
    }
  }
}
