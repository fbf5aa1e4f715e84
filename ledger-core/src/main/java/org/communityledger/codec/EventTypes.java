package org.communityledger.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventType;

/**
 * The stored names and versions of events, independent of class names, and how older forms are lifted to the current
 * one. Immutable.
 */
public final class EventTypes {
  private final Map<String, EventType> byName = new HashMap<>();
  private final Map<Class<?>, EventType> byClass = new HashMap<>();
  private final Map<Form, Upcast> upcasts;

  /**
   * Registers types, each with all the upcasts from its first version to its current one.
   *
   * @throws IllegalArgumentException if a name or class stands twice, or an upcast is missing or leads nowhere
   */
  public EventTypes(Collection<EventType> types, Map<Form, Upcast> upcasts) {
    this.upcasts = Map.copyOf(upcasts);
    for (EventType type : types) {
      if (byName.put(type.name(), type) != null || byClass.put(type.type(), type) != null) {
        throw new IllegalArgumentException(type + " is registered twice");
      }
      for (int version = 1; version < type.version(); version++) {
        if (!upcasts.containsKey(new Form(type.name(), version))) {
          throw new IllegalArgumentException(type.name() + " has no upcast from version " + version);
        }
      }
    }
    for (Form form : upcasts.keySet()) {
      EventType type = byName.get(form.name());
      if (type == null || form.version() >= type.version()) {
        throw new IllegalArgumentException("The upcast from " + form + " leads to no registered version");
      }
    }
  }

  /** The type stored under the name. */
  public Optional<EventType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The type of an event.
   *
   * @throws IllegalArgumentException if its class is not registered
   */
  public EventType of(Event event) {
    EventType type = byClass.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException(
          event.getClass().getName() + " has no stored name; add its context to the ledger's builder");
    }
    return type;
  }

  /** The stored names of all events whose class is the given one or below it, sorted. */
  public List<String> namesOf(Class<? extends Event> type) {
    return byName.values().stream().filter(it -> type.isAssignableFrom(it.type())).map(EventType::name).sorted()
        .toList();
  }

  /** All stored names, sorted. */
  public List<String> all() {
    return byName.keySet().stream().sorted().toList();
  }

  /** Lifts a stored form, step by step, to the current one. */
  ObjectNode lift(EventType type, int version, ObjectNode fact) {
    ObjectNode current = fact;
    for (int from = version; from < type.version(); from++) {
      current = Objects.requireNonNull(upcasts.get(new Form(type.name(), from))).apply(current);
    }
    return current;
  }

  /**
   * A stored form of an event.
   *
   * @param name the stored name
   * @param version the version of the form
   */
  public record Form(String name, int version) {}
}
