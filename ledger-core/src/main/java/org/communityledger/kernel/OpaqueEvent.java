package org.communityledger.kernel;

import java.util.Set;

/**
 * A stored event of a type that is not registered here, carried along unread.
 *
 * @param name the stored name of its type
 * @param version the version of its form
 * @param json the fact as stored
 */
public record OpaqueEvent(String name, int version, String json) implements Event {
  @Override
  public Set<Tag> tags() {
    return Set.of();
  }
}
