package org.communityledger.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;

/** The views of a ledger that a test looks at. Used by one thread. */
final class ViewsInUse implements AutoCloseable {
  private final Ledger ledger;
  private final Optional<TemporaryLedger> store;
  private final Duration patience;
  private final Map<String, KeptView<?, ?>> kept = new LinkedHashMap<>();

  private ViewsInUse(Ledger ledger, Optional<TemporaryLedger> store, Duration patience) {
    this.ledger = ledger;
    this.store = store;
    this.patience = patience;
  }

  /** Views that follow the ledger, each from the moment it is first looked at. */
  static ViewsInUse kept(Ledger ledger, TemporaryLedger store, Duration patience) {
    return new ViewsInUse(ledger, Optional.of(store), patience);
  }

  /** Views of a ledger that are built when they are looked at. */
  static ViewsInUse rebuilt(Ledger ledger) {
    return new ViewsInUse(ledger, Optional.empty(), Duration.ZERO);
  }

  /** The projections whose views follow the ledger. */
  List<Projection<?, ?>> all() {
    return kept.values().stream().<Projection<?, ?>>map(KeptView::projection).toList();
  }

  /** The view of now, with all that is recorded. */
  <K, R> Sight<K, R> see(Projection<K, R> projection) {
    if (store.isEmpty()) {
      return rebuild(projection, AsOf.now());
    }
    KeptView<K, R> view = keep(projection, store.get());
    view.catchUp(patience);
    return view;
  }

  /** The view of now, after it was stopped and went on from what is stored. */
  <K, R> Sight<K, R> seeRestarted(Projection<K, R> projection) {
    store.ifPresent(it -> keep(projection, it).restart());
    return see(projection);
  }

  /** Has a view follow from now on. */
  void keep(Projection<?, ?> projection) {
    store.ifPresent(it -> keep(projection, it));
  }

  @SuppressWarnings("unchecked") // the classes are the same
  private <K, R> KeptView<K, R> keep(Projection<K, R> projection, TemporaryLedger beside) {
    KeptView<?, ?> view = kept.computeIfAbsent(projection.name(),
        name -> new KeptView<>(ledger, beside.beside(name + ".views"), projection));
    if (view.projection().getClass() != projection.getClass()) {
      throw new IllegalArgumentException("Two projections are named " + projection.name() + ": "
          + view.projection().getClass().getName() + " and " + projection.getClass().getName());
    }
    return (KeptView<K, R>) view;
  }

  /** The view as of a moment, built from the first entry on. */
  <K, R> Sight<K, R> rebuild(Projection<K, R> projection, AsOf moment) {
    return Sight.of(Replay.of(ledger.reader()).asOf(moment).run(projection).view(projection));
  }

  /** All there is to be seen of a view. */
  ViewState state(View<?, ?> view) {
    return ViewState.of(view, ledger.reader().codec().rows());
  }

  Telling telling() {
    return new Telling(ledger.reader());
  }

  /** The projection of the class: one whose view follows, or a new one. */
  <K, R> Projection<K, R> find(Class<? extends Projection<K, R>> type) {
    Optional<? extends Projection<K, R>> known = all().stream().filter(it -> it.getClass() == type).map(type::cast)
        .findFirst();
    return known.isPresent() ? known.get() : make(type);
  }

  /** Another instance, if there is a way to make one; otherwise the same. */
  @SuppressWarnings("unchecked") // an object's class makes objects of its type
  <K, R> Projection<K, R> fresh(Projection<K, R> projection) {
    Class<?> type = projection.getClass();
    return Arrays.stream(type.getDeclaredConstructors()).anyMatch(it -> it.getParameterCount() == 0)
        ? (Projection<K, R>) make(type)
        : projection;
  }

  private static <P> P make(Class<P> type) {
    try {
      Constructor<P> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " has no constructor without parameters; name an instance in "
          + "LedgerSetup.projections(), or ask for one with projection(instance)", e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made: " + e, e);
    }
  }

  @Override
  public void close() {
    kept.values().forEach(KeptView::close);
  }
}
