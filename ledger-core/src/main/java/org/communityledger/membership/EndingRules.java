package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipRefusal.SelfDecision;

/** The rule sheet of how standings end. Who takes theirs back need not say why. */
final class EndingRules {
  private EndingRules() {}

  static Decision reject(RejectApplication command, Header header, ToEnd found) {
    Optional<Decision> objection = found.standing().objection(command.person());
    if (objection.isPresent()) return objection.get();
    if (header.actor().actsAs(command.person())) {
      return refuse(new SelfDecision(command.standing(), command.person()), found.standing().beganAt());
    }
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("membership.RejectApplication"));
    Beginning began = found.standing().began();
    return accept(new ApplicationRejected(command.standing(), command.person(), began.ladder(), began.org()))
        .with(found.conflicts());
  }

  static Decision withdraw(WithdrawStanding command, Header header, ToEnd found) {
    Optional<Decision> objection = found.standing().objection(command.person());
    if (objection.isPresent()) return objection.get();
    Beginning began = found.standing().began();
    return accept(new StandingWithdrawn(command.standing(), command.person(), began.ladder(), began.org()))
        .with(found.conflicts());
  }

  static Decision end(EndStanding command, Header header, ToEnd found) {
    Optional<Decision> objection = found.standing().objection(command.person());
    if (objection.isPresent()) return objection.get();
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("membership.EndStanding"));
    Beginning began = found.standing().began();
    return accept(new StandingEnded(command.standing(), command.person(), began.ladder(), began.org()))
        .with(found.conflicts());
  }

  static Reading<ToEnd> toEnd(MembershipCommand.OfStanding command, Header header) {
    return Standing.reading(command.standing()).and(LateEntries.ofEnding(header, command), ToEnd::new);
  }

  /** The standing, and what a late end does not go together with. */
  record ToEnd(Standing standing, List<Conflict> conflicts) {}
}
