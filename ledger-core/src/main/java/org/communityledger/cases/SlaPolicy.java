package org.communityledger.cases;

import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.RecordedEvent;

/** A deadline policy as it stands: its highest version. */
record SlaPolicy(Optional<InForce> inForce) {
  record InForce(SlaPolicyDefined definition, EventId id, long position) {}

  static Selection selection(PolicyId policy) {
    return Selection.of(policy.tag(), SlaPolicyDefined.class);
  }

  static Reading<SlaPolicy> reading(PolicyId policy) {
    return Reading.of(selection(policy), new SlaPolicy(Optional.empty()), SlaPolicy::evolve);
  }

  static Reading<SlaPolicy> reading(Optional<PolicyId> policy) {
    return policy.map(SlaPolicy::reading).orElse(Reading.known(new SlaPolicy(Optional.empty())));
  }

  static SlaPolicy evolve(SlaPolicy policy, RecordedEvent recorded) {
    return recorded.event() instanceof SlaPolicyDefined it && it.version() > policy.version()
        ? new SlaPolicy(Optional.of(new InForce(it, recorded.id(), recorded.position())))
        : policy;
  }

  int version() {
    return inForce.map(it -> it.definition().version()).orElse(0);
  }
}
