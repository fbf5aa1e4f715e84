package org.communityledger.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;

/**
 * Which events a rule reads: those that match one of the criteria.
 *
 * @param criteria the alternatives
 */
public record Selection(List<Criterion> criteria) {
  public Selection {
    criteria = List.copyOf(criteria);
  }

  /** Events with the tag, of any of the types; a sealed interface stands for all its events. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static Selection of(Tag tag, Class<? extends Event>... types) {
    return new Selection(List.of(new Criterion(Set.of(tag), Set.of(types))));
  }

  /** Events with all the tags, of any of the types. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static Selection of(Set<Tag> tags, Class<? extends Event>... types) {
    return new Selection(List.of(new Criterion(tags, Set.of(types))));
  }

  /** Events of this selection or the other. */
  public Selection or(Selection other) {
    List<Criterion> both = new ArrayList<>(criteria);
    both.addAll(other.criteria);
    return new Selection(both);
  }

  /** The same selection with a type added wherever types are listed. */
  public Selection including(Class<? extends Event> type) {
    return new Selection(criteria.stream().map(it -> it.including(type)).toList());
  }

  /** Whether the event is selected. */
  public boolean matches(RecordedEvent event) {
    return criteria.stream().anyMatch(it -> it.matches(event));
  }

  @Override
  public String toString() {
    return criteria.stream().map(Criterion::toString).collect(Collectors.joining(" or "));
  }

  /**
   * One alternative.
   *
   * @param tags all of them must be there; at least one
   * @param types one of them must be the event's class or above it; empty means any
   */
  public record Criterion(Set<Tag> tags, Set<Class<? extends Event>> types) {
    public Criterion {
      tags = Set.copyOf(tags);
      types = Set.copyOf(types);
      if (tags.isEmpty()) {
        throw new IllegalArgumentException("A rule reads by tag; a selection without tags would read the whole ledger");
      }
    }

    private Criterion including(Class<? extends Event> type) {
      if (types.isEmpty()) {
        return this;
      }
      Set<Class<? extends Event>> more = new HashSet<>(types);
      more.add(type);
      return new Criterion(tags, more);
    }

    private boolean matches(RecordedEvent event) {
      return event.tags().containsAll(tags)
          && (types.isEmpty() || types.stream().anyMatch(it -> it.isInstance(event.event())));
    }

    @Override
    public String toString() {
      String named = tags.stream().map(Tag::toString).sorted().collect(Collectors.joining(" and "));
      return types.isEmpty()
          ? named
          : named + " in " + types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining("|"));
    }
  }
}
