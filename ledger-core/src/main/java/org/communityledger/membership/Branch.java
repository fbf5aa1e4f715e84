package org.communityledger.membership;

import static org.communityledger.decide.Decision.refuse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.StandingId;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.Ending;
import org.communityledger.membership.MembershipRefusal.OrgDissolved;

/**
 * An organisation, as far as it is a branch.
 *
 * @param id the organisation
 * @param founding how it was founded, if it is a branch
 * @param dissolved the position of its dissolution, if it is no more
 */
record Branch(OrgId id, Optional<Founding> founding, Optional<Long> dissolved) {
  /** How it was founded, and the event that says so. */
  record Founding(BranchFounded fact, EventId event) {}

  static Reading<Branch> reading(OrgId id) {
    return Reading.of(Selection.of(id.tag(), BranchFounded.class, BranchDissolved.class),
        none(id), Branch::evolve);
  }

  static Branch none(OrgId id) {
    return new Branch(id, Optional.empty(), Optional.empty());
  }

  private static Branch evolve(Branch before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      // What is founded below it carries its tag too.
      case BranchFounded it when it.org().equals(before.id) -> new Branch(before.id,
          Optional.of(new Founding(it, recorded.id())), before.dissolved);
      case BranchDissolved it when it.org().equals(before.id) -> new Branch(before.id, before.founding,
          Optional.of(recorded.position()));
      default -> before;
    };
  }

  /** The open standings in an organisation, in the order in which they began, with the positions of their beginnings. */
  static Reading<Map<StandingId, Long>> openStandings(OrgId org) {
    return Reading.of(Selection.of(org.tag(), Beginning.class, Ending.class), Map.of(), (before, recorded) -> {
      Map<StandingId, Long> now = new LinkedHashMap<>(before);
      switch (recorded.event()) {
        case Beginning it -> now.put(it.standing(), recorded.position());
        case Ending it -> now.remove(it.standing());
        default -> {
        }
      }
      return now;
    });
  }

  /** The refusal if it is no more. */
  Optional<Decision> refusalIfDissolved() {
    return dissolved.map(it -> refuse(new OrgDissolved(id), it));
  }
}
