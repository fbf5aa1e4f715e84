package org.communityledger.cases;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.Texts;

/**
 * Sets how many days cases of each category may take from acceptance.
 *
 * @param policy the policy
 * @param version its version, above those already defined
 * @param days the days allowed, by category, each 1 or more
 */
public record DefineSlaPolicy(PolicyId policy, int version, Map<String, Integer> days) implements About {
  public DefineSlaPolicy {
    if (version < 1) {
      throw new IllegalArgumentException("A policy's version starts at 1, not at " + version);
    }
    days = Collections.unmodifiableMap(new TreeMap<>(days));
    days.forEach((category, allowed) -> {
      Texts.code("category", category);
      if (allowed < 1) {
        throw new IllegalArgumentException("A deadline is 1 day or more, not " + allowed + " for " + category);
      }
    });
  }

  @Override
  public Id subject() {
    return policy;
  }
}
