package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.When;
import org.communityledger.membership.Ladder.Version;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipRefusal.EvidenceMissing;
import org.communityledger.membership.MembershipRefusal.SelfDecision;
import org.communityledger.membership.MembershipRefusal.StageSkipped;
import org.communityledger.membership.MembershipRefusal.StageTooEarly;
import org.communityledger.membership.Standing.Step;
import org.communityledger.parties.Majority;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of coming to the next stage. */
final class AdvanceRules {
  private AdvanceRules() {}

  static Decision advance(AdvanceStage command, Header header, ToAdvance found) {
    Standing standing = found.standing();
    Optional<Decision> objection = standing.objection(command.person()).or(found::missing);
    if (objection.isPresent()) return objection.get();
    if (found.ladder().inForce().isEmpty()) return found.ladder().refuseUnknown();
    Version ladder = found.ladder().inForce().get();
    Step last = standing.last().orElseThrow();
    Optional<LadderStage> next = ladder.after(last.stage());
    if (next.filter(it -> it.code().equals(command.to())).isEmpty()) {
      return refuse(new StageSkipped(command.standing(), last.stage(), command.to(), next.map(LadderStage::code)),
          last.position());
    }
    if (command.deciders().contains(command.person()) || header.actor().actsAs(command.person())) {
      return refuse(new SelfDecision(command.standing(), command.person()), standing.beganAt());
    }
    List<String> missing = next.get().needs().stream().filter(it -> !isShown(it, command, standing)).toList();
    if (!missing.isEmpty()) {
      return refuse(new EvidenceMissing(command.standing(), command.to(), missing), ladder.position());
    }
    Stay stay = ladder.stage(last.stage()).flatMap(LadderStage::minStay).orElse(Stay.NONE);
    Beginning began = standing.began();
    return accept(new StageReached(command.standing(), command.person(), began.ladder(), began.org(), last.stage(),
        command.to(), next.get().minStay(), ladder.number(), ladder.event(), command.deciders(), command.evidence(),
        isProven(header.occurred(), last.since(), stay), last.event(),
        standing.talk().filter(it -> next.get().needs().contains(LadderStage.TALK))))
        .unless(StandingRules.underAge(command, next.get(), found.majority()))
        .unless(tooEarly(command, header, last, stay));
  }

  /** Too early only if even the earliest day of coming and the latest of leaving are too close. */
  private static Optional<Decision> tooEarly(AdvanceStage command, Header header, Step last, Stay stay) {
    Optional<LocalDate> possibleFrom = last.since().earliest().map(stay::endFrom);
    LocalDate latest = latestOf(header);
    return possibleFrom.filter(latest::isBefore)
        .map(it -> refuse(new StageTooEarly(command.standing(), last.stage(), it, latest), last.position()));
  }

  /** Nothing happens after the day on which it is recorded. */
  private static LocalDate latestOf(Header header) {
    LocalDate today = header.today().orElseThrow();
    return header.occurred().latest().filter(it -> it.isBefore(today)).orElse(today);
  }

  /** Whether even the latest day of coming and the earliest of leaving are far enough apart. */
  private static boolean isProven(When left, When since, Stay stay) {
    return stay.equals(Stay.NONE) || since.latest().map(stay::endFrom)
        .flatMap(end -> left.earliest().map(it -> !it.isBefore(end))).orElse(false);
  }

  private static boolean isShown(String need, AdvanceStage command, Standing standing) {
    return command.evidence().stream().anyMatch(it -> it.kind().equals(need))
        || (need.equals(LadderStage.TALK) && standing.talk().isPresent());
  }

  static Reading<ToAdvance> toAdvance(AdvanceStage command) {
    Reading<Optional<Decision>> missing = Existence
        .firstMissing(command.deciders().stream().map(PartyReadings::registered).toList());
    Reading<OnLadder> standing = Standing.reading(command.standing()).then(it -> it.beginning()
        .map(begun -> Ladder.reading(begun.fact().ladder()).map(ladder -> new OnLadder(it, Optional.of(ladder))))
        .orElse(Reading.known(new OnLadder(it, Optional.empty()))));
    return standing.and(missing, (it, needed) -> new ToAdvance(it, needed, Majority.UNKNOWN))
        .and(PartyReadings.majority(command.person()), ToAdvance::of);
  }

  /** A standing, and the ladder it is on, if there is the standing. */
  record OnLadder(Standing standing, Optional<Ladder> ladder) {}

  /** What coming to the next stage depends on. */
  record ToAdvance(OnLadder place, Optional<Decision> missing, Majority majority) {
    private ToAdvance of(Majority known) {
      return new ToAdvance(place, missing, known);
    }

    Standing standing() {
      return place.standing();
    }

    Ladder ladder() {
      return place.ladder().orElseThrow();
    }
  }
}
