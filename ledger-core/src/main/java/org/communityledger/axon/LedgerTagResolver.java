package org.communityledger.axon;

import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.communityledger.kernel.Event;

/** An event's own tags and those of Axon's annotations on it. Safe for many threads. */
final class LedgerTagResolver implements TagResolver {
  private final TagResolver annotations = new AnnotationBasedTagResolver();
  private final Map<Class<?>, Boolean> annotated = new ConcurrentHashMap<>();

  @Override
  public Set<Tag> resolve(EventMessage message) {
    if (!(message.payload() instanceof Event event)) {
      return annotations.resolve(message);
    }
    Set<Tag> tags = new HashSet<>();
    event.tags().forEach(it -> tags.add(Criteria.tag(it)));
    // Axon looks through all members of each event; most classes carry no annotation, and that never changes.
    if (annotated.computeIfAbsent(event.getClass(), LedgerTagResolver::isAnnotated)) {
      tags.addAll(annotations.resolve(message));
    }
    return tags;
  }

  private static boolean isAnnotated(Class<?> type) {
    for (AnnotatedElement field : ReflectionUtils.fieldsOf(type)) {
      if (field.getAnnotationsByType(EventTag.class).length > 0) {
        return true;
      }
    }
    for (AnnotatedElement method : ReflectionUtils.methodsOf(type)) {
      if (method.getAnnotationsByType(EventTag.class).length > 0) {
        return true;
      }
    }
    return false;
  }
}
