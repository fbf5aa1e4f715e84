package org.communityledger.cases;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Tag;

/**
 * A version of a deadline policy is in force from here on.
 *
 * @param policy the policy
 * @param version its version
 * @param days the days allowed from acceptance, by category
 */
public record SlaPolicyDefined(PolicyId policy, int version, Map<String, Integer> days) implements Event {
  public SlaPolicyDefined {
    days = Collections.unmodifiableMap(new TreeMap<>(days)); // sorted, so that the stored bytes do not vary
  }

  @Override
  public Set<Tag> tags() {
    return Tag.allOf(policy);
  }
}
