package org.communityledger.kernel;

import java.util.HashSet;
import java.util.Set;

/**
 * A late entry and a rule do not go together: either an event recorded before, but of a later day, would have been refused,
 * had the late entry been there; or the late entry itself would have been refused on its own day. Both are recorded and
 * stand; somebody has to look into it, and may take this remark back on its own then. It happened when the event remarked on
 * happened.
 *
 * @param about the tag of the thing it is about: {@code site:S1}
 * @param event the event that would have been refused; the late entry, if it is that one
 * @param ledToBy the late entry
 * @param rule the name of the refusal
 */
public record LateConflict(Tag about, EventId event, EventId ledToBy, String rule) implements Remark {
  public LateConflict {
    Texts.code("rule", rule);
  }

  @Override
  public Set<Tag> tags() {
    Set<Tag> tags = new HashSet<>(Tag.allOf(event, ledToBy));
    tags.add(about);
    return Set.copyOf(tags);
  }
}
