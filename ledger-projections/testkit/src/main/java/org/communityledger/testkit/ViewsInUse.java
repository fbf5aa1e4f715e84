package org.communityledger.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.LedgerReader;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;

/** The views a test looks at. Used by one thread. */
final class ViewsInUse {
  private final LedgerReader reader;
  private final Map<String, Projection<?, ?>> inUse = new LinkedHashMap<>();

  ViewsInUse(LedgerReader reader, List<Projection<?, ?>> declared) {
    this.reader = reader;
    declared.forEach(it -> inUse.put(it.name(), it));
  }

  /** Views of a ledger beside which none are kept. */
  static ViewsInUse rebuilt(LedgerReader reader) {
    return new ViewsInUse(reader, List.of());
  }

  /** The view of now, which is in use from now on. */
  <K, R> Sight<K, R> see(Projection<K, R> projection) {
    inUse.putIfAbsent(projection.name(), projection);
    return rebuild(projection, AsOf.now());
  }

  /** The view as of a moment, built from the first entry on. */
  <K, R> Sight<K, R> rebuild(Projection<K, R> projection, AsOf moment) {
    return Sight.of(Replay.of(reader).asOf(moment).run(projection).view(projection));
  }

  /** All there is to be seen of a view. */
  ViewState state(View<?, ?> view) {
    return ViewState.of(view, reader.codec().rows());
  }

  Telling telling() {
    return new Telling(reader);
  }

  Collection<Projection<?, ?>> all() {
    return List.copyOf(inUse.values());
  }

  /** The projection of the class: one that is in use, or a new one. */
  <K, R> Projection<K, R> find(Class<? extends Projection<K, R>> type) {
    Optional<? extends Projection<K, R>> known = inUse.values().stream().filter(it -> it.getClass() == type)
        .map(type::cast).findFirst();
    return known.isPresent() ? known.get() : make(type);
  }

  /** Another instance, if there is a way to make one; otherwise the same. */
  @SuppressWarnings("unchecked") // an object's class makes objects of its type
  <K, R> Projection<K, R> fresh(Projection<K, R> projection) {
    return hasSimpleConstructor(projection.getClass())
        ? make((Class<Projection<K, R>>) projection.getClass())
        : projection;
  }

  private static boolean hasSimpleConstructor(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors()).anyMatch(it -> it.getParameterCount() == 0);
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
}
