package org.communityledger.testkit;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.ObjectAssert;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;

/**
 * Assertions on the view of a projection; see {@link LedgerAssertions}. Those on rows are AssertJ's own; when they fail,
 * they tell the events behind the row, unless another description was given with {@code as}.
 *
 * @param <K> what a row is found by
 * @param <R> the row
 */
public final class ProjectionAssert<K, R> extends AbstractAssert<ProjectionAssert<K, R>, Projection<K, R>> {
  /** How many rows a message tells of at most. */
  private static final int MOST = 20;

  private final ViewsInUse views;
  private final AsOf moment;
  private final Sight<K, R> sight;

  private ProjectionAssert(ViewsInUse views, AsOf moment, Sight<K, R> sight) {
    super(sight.projection(), ProjectionAssert.class);
    this.views = views;
    this.moment = moment;
    this.sight = sight;
  }

  static <K, R> ProjectionAssert<K, R> now(ViewsInUse views, Projection<K, R> projection) {
    return new ProjectionAssert<>(views, AsOf.now(), views.see(projection));
  }

  /**
   * The same for the view as of another moment.
   *
   * @throws IllegalArgumentException if a position is asked for that is not there yet
   */
  public ProjectionAssert<K, R> asOf(AsOf other) {
    return new ProjectionAssert<>(views, other, views.rebuild(actual, other));
  }

  /**
   * Assertions on the row of a key.
   *
   * @throws AssertionError if there is none, telling the events of that key
   */
  public ObjectAssert<R> row(K key) {
    return sight.ask(view -> {
      Told<K> told = told(view);
      R row = view.row(key).orElseThrow(() -> failure("%s has no row %s%s\nIt has rows %s", told.name(), key,
          told.events(key), firstKeys(view)));
      return Assertions.assertThatObject(row).as(() -> "row " + key + " of " + told.name() + told.events(key));
    });
  }

  /** Requires that the key has no row. */
  public ProjectionAssert<K, R> hasNoRow(K key) {
    return sight.ask(view -> {
      view.row(key).ifPresent(row -> {
        throw failure("Expected %s to have no row %s, but it has\n  %s%s", told(view).name(), key, row,
            told(view).events(key));
      });
      return this;
    });
  }

  /** Assertions on all rows by key. */
  public MapAssert<K, R> rows() {
    return sight.ask(view -> {
      Told<K> told = told(view);
      Map<K, R> rows = view.rows();
      return Assertions.assertThat(rows).as(() -> "rows of " + told.name() + rows.keySet().stream().limit(MOST)
          .map(key -> "\nrow " + key + told.events(key)).collect(joining())
          + (rows.size() > MOST ? "\nand " + (rows.size() - MOST) + " more rows" : ""));
    });
  }

  /**
   * Assertions on a figure: the one of exactly this key, or else the sum of all figures the key or pattern names:
   * {@code cases.open{kind=HAZARD}} for the open hazards of all places.
   *
   * @param text a {@link FigureKey} or {@link FigurePattern}
   * @throws IllegalArgumentException if it is neither
   */
  public FigureAssert figure(String text) {
    FigurePattern pattern = FigurePattern.parse(text);
    return sight.ask(view -> FigureAssert.of(view, pattern, told(view).name()));
  }

  /**
   * Requires that the projection leads to the same view when all is built again from the first entry on, by a new instance
   * of it if it has a constructor without parameters.
   */
  public ProjectionAssert<K, R> rebuildsToTheSameState() {
    Seen seen = seen();
    requireSame(seen, rebuilt(seen, views.fresh(actual)), "rebuilt",
        "does not rebuild to the same state: something other than its events has a say in it");
    return this;
  }

  /**
   * Requires that nothing changes when events come a second time: told the whole history again, the same instance of the
   * projection leads to the same view; and a view that is stopped goes on where it was.
   */
  public ProjectionAssert<K, R> ignoresRedelivery() {
    Seen seen = seen();
    requireSame(seen, rebuilt(seen, actual), "told again",
        "does not ignore redelivery: told the same events again, it remembers the first time");
    if (moment.equals(AsOf.now())) {
      requireSame(seen, views.seeRestarted(actual).ask(views::state), "restarted",
          "does not ignore redelivery: after a restart it is another");
    }
    return this;
  }

  private ViewState rebuilt(Seen seen, Projection<K, R> by) {
    AsOf known = new AsOf(new AsOf.Knowledge.UpTo(seen.position()), moment.day());
    return views.rebuild(by, known).ask(views::state);
  }

  private void requireSame(Seen seen, ViewState other, String otherName, String conclusion) {
    seen.state().difference("seen", other, otherName).ifPresent(it -> {
      throw failure("%s %s\n%s", seen.name(), conclusion, it);
    });
  }

  private Seen seen() {
    return sight.ask(view -> new Seen(told(view).name(), view.position(), views.state(view)));
  }

  private List<K> firstKeys(View<K, R> view) {
    return view.rows().keySet().stream().limit(MOST).toList();
  }

  private Told<K> told(View<K, R> view) {
    long position = view.position();
    String name = actual.name() + " at #" + position + moment.day().map(it -> " as happened by " + it).orElse("");
    return new Told<>(name,
        key -> ", of these events:\n" + views.telling().behind(actual, key, position, moment.day()));
  }

  /** A view in words, and the events behind each of its rows, looked up when they are needed. */
  private record Told<K>(String name, Function<K, String> behind) {
    String events(K key) {
      return behind.apply(key);
    }
  }

  private record Seen(String name, long position, ViewState state) {}
}
