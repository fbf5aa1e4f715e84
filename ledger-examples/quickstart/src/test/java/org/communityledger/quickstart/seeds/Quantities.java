package org.communityledger.quickstart.seeds;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Tally;

/** The quantities a fact holds, in whatever record within it. */
final class Quantities {
  private Quantities() {}

  static List<Tally> in(Object value) {
    List<Tally> found = new ArrayList<>();
    collect(value, found);
    return List.copyOf(found);
  }

  private static void collect(Object value, List<Tally> found) {
    switch (value) {
      case Tally it -> found.add(it);
      case Optional<?> it -> it.ifPresent(inside -> collect(inside, found));
      case Collection<?> it -> it.forEach(inside -> collect(inside, found));
      case Record it -> {
        for (RecordComponent component : it.getClass().getRecordComponents()) {
          collect(component(it, component), found);
        }
      }
      default -> {
      }
    }
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName(), e);
    }
  }
}
