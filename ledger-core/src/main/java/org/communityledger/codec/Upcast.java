package org.communityledger.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lifts the stored form of an event by one version. Pure: the same stored fact always gives the same result. */
@FunctionalInterface
public interface Upcast {
  /**
   * The fact in the next version's form.
   *
   * @param fact the stored fact, a copy that may be changed
   */
  ObjectNode apply(ObjectNode fact);
}
