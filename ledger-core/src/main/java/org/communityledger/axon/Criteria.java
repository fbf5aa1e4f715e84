package org.communityledger.axon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.communityledger.codec.EventTypes;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Event;
import org.communityledger.log.Query;

/** Translates what rules select into Axon's criteria, and Axon's criteria into queries of the log. */
final class Criteria {
  private final EventTypes types;
  private final Map<Class<? extends Event>, Set<QualifiedName>> names = new ConcurrentHashMap<>();

  Criteria(EventTypes types) {
    this.types = types;
  }

  EventCriteria of(Selection selection) {
    List<EventCriteria> criteria = new ArrayList<>();
    for (Selection.Criterion each : selection.criteria()) {
      Set<Tag> tags = new HashSet<>();
      each.tags().forEach(it -> tags.add(tag(it)));
      var tagged = EventCriteria.havingTags(tags);
      criteria.add(each.types().isEmpty() ? tagged : tagged.andBeingOneOfTypes(namesOf(each.types())));
    }
    return criteria.size() == 1 ? criteria.getFirst() : EventCriteria.either(criteria);
  }

  private Set<QualifiedName> namesOf(Set<Class<? extends Event>> classes) {
    Set<QualifiedName> all = new HashSet<>();
    for (Class<? extends Event> each : classes) {
      all.addAll(names.computeIfAbsent(each, this::namesOf));
    }
    return all;
  }

  private Set<QualifiedName> namesOf(Class<? extends Event> type) {
    List<String> registered = types.namesOf(type);
    if (registered.isEmpty()) {
      // To Axon no name means any name; and a rule must not believe that something never happened.
      throw new IllegalArgumentException("A rule reads " + type.getName() + ", but no such event is registered;"
          + " add it to its context or to the ledger's builder");
    }
    return registered.stream().map(QualifiedName::new).collect(Collectors.toUnmodifiableSet());
  }

  static Query query(EventCriteria criteria) {
    if (!criteria.hasCriteria()) {
      return Query.all();
    }
    List<Query.Criterion> alternatives = new ArrayList<>();
    for (EventCriterion each : criteria.flatten()) {
      alternatives
          .add(new Query.Criterion(texts(each.tags(), Criteria::text), texts(each.types(), QualifiedName::name)));
    }
    return new Query(alternatives);
  }

  private static <T> Set<String> texts(Set<T> values, Function<T, String> text) {
    List<String> texts = new ArrayList<>(values.size());
    values.forEach(it -> texts.add(text.apply(it)));
    return Set.copyOf(texts);
  }

  static Tag tag(org.communityledger.kernel.Tag tag) {
    return new Tag(tag.key(), tag.value());
  }

  static org.communityledger.kernel.Tag tag(Tag tag) {
    return new org.communityledger.kernel.Tag(tag.key(), tag.value());
  }

  private static String text(Tag tag) {
    return tag.key() + ":" + tag.value();
  }
}
