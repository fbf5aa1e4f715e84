package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.membership.Ladder.Version;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.AlreadyRecorded;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.membership.MembershipRefusal.EvidenceMissing;
import org.communityledger.membership.MembershipRefusal.SelfDecision;
import org.communityledger.membership.MembershipRefusal.UnderAge;
import org.communityledger.membership.MembershipRefusal.UnknownStage;
import org.communityledger.parties.Majority;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of how standings begin, go on and end. {@link AdvanceRules} has how they advance. */
final class StandingRules {
  private static final int OF_AGE = 18;

  private StandingRules() {}

  static Decision apply(Apply command, Header header, ToBegin found) {
    Optional<Decision> objection = objection(command, found);
    if (objection.isPresent()) return objection.get();
    Version ladder = found.ladder().inForce().orElseThrow();
    Optional<Decision> underAge = underAge(command, ladder.first(), found.majority());
    if (underAge.isPresent()) return underAge.get();
    return accept(new ApplicationSubmitted(command.standing(), command.person(), command.ladder(), command.org(),
        ladder.first().code(), ladder.number(), ladder.event(), found.place(), command.document()));
  }

  static Decision adopt(AdoptStanding command, Header header, ToBegin found) {
    Optional<Decision> objection = objection(command, found);
    if (objection.isPresent()) return objection.get();
    Version ladder = found.ladder().inForce().orElseThrow();
    if (ladder.stage(command.stage()).isEmpty()) {
      return refuse(new UnknownStage(command.ladder(), ladder.number(), command.stage()), ladder.position());
    }
    if (header.today().filter(command.since()::isSurelyAfter).isPresent()) {
      return refuse(new InTheFuture(command.since().earliest().orElseThrow(), header.today().get()));
    }
    if (command.evidence().isEmpty()) {
      return refuse(new EvidenceMissing(command.standing(), command.stage(), List.of()));
    }
    return accept(new StandingAdopted(command.standing(), command.person(), command.ladder(), command.org(),
        command.stage(), command.since(), ladder.number(), ladder.event(), found.place(), command.evidence()));
  }

  private static Optional<Decision> objection(MembershipCommand.OfStanding command, ToBegin found) {
    if (found.existing().isKnown()) {
      return Optional.of(found.existing().refuseTaken(new AlreadyRecorded(command.standing())));
    }
    if (found.missing().isPresent()) return found.missing();
    if (found.ladder().inForce().isEmpty()) return Optional.of(found.ladder().refuseUnknown());
    return found.branch().refusalIfDissolved().or(() -> found.open().stream().findFirst()
        .flatMap(Standing::beginning).map(it -> refuse(duplicate(it.fact()), it.position())));
  }

  private static DuplicateStanding duplicate(Beginning other) {
    return new DuplicateStanding(other.person(), other.ladder(), other.standing());
  }

  /** Nothing is known of an age but whether it is 18 or more, so what takes less is never refused. */
  static Optional<Decision> underAge(MembershipCommand.OfStanding command, LadderStage stage, Majority majority) {
    return stage.minAge().filter(it -> it >= OF_AGE && majority.isMinor())
        .map(it -> refuse(new UnderAge(command.person(), stage.code(), it),
            majority.saidAt().stream().mapToLong(Long::longValue).toArray()));
  }

  static Reading<ToBegin> toBegin(MembershipCommand.OfStanding command, LadderId ladder, OrgId org) {
    Reading<Optional<Decision>> missing = Existence
        .firstMissing(List.of(PartyReadings.registered(command.person()), PartyReadings.registered(org)));
    Reading<Ground> ground = Ladder.reading(ladder)
        .and(Branch.reading(org), (it, branch) -> new Ground(it, branch, Optional.empty()))
        .and(PartyReadings.placeOf(org), (it, place) -> new Ground(it.ladder(), it.branch(), place));
    Reading<Applicant> applicant = Standing.open(command.person(), ladder)
        .and(PartyReadings.majority(command.person()), Applicant::new);
    return Standing.existence(command.standing())
        .and(missing, (existing, needed) -> new ToBegin(existing, needed, Ladder.undefined(ladder),
            Branch.none(org), Optional.empty(), List.of(), Majority.UNKNOWN))
        .and(ground, ToBegin::on)
        .and(applicant, ToBegin::by);
  }

  private record Ground(Ladder ladder, Branch branch, Optional<PlaceId> place) {}

  private record Applicant(List<Standing> open, Majority majority) {}

  /**
   * What beginning a standing depends on: whether its id is taken, the refusal for what it needs and is missing, the ladder,
   * the organisation with its place, the person's open standings on the ladder, and the person's age.
   */
  record ToBegin(
      Existence existing,
      Optional<Decision> missing,
      Ladder ladder,
      Branch branch,
      Optional<PlaceId> place,
      List<Standing> open,
      Majority majority) {
    private ToBegin on(Ground ground) {
      return new ToBegin(existing, missing, ground.ladder(), ground.branch(), ground.place(), open, majority);
    }

    private ToBegin by(Applicant applicant) {
      return new ToBegin(existing, missing, ladder, branch, place, applicant.open(), applicant.majority());
    }
  }

  static Decision talk(HoldTalk command, Header header, ToTalk found) {
    Optional<Decision> objection = found.standing().objection(command.person()).or(found::missing);
    if (objection.isPresent()) return objection.get();
    Beginning began = found.standing().began();
    return accept(new TalkHeld(command.standing(), command.person(), began.ladder(), began.org(), command.by(),
        command.notes()));
  }

  static Reading<ToTalk> toTalk(HoldTalk command) {
    return Standing.reading(command.standing())
        .and(Existence.firstMissing(List.of(PartyReadings.registered(command.by()))), ToTalk::new);
  }

  /** The standing, and the refusal for whoever held the talk if that is nobody known. */
  record ToTalk(Standing standing, Optional<Decision> missing) {}

  static Decision reject(RejectApplication command, Header header, Standing standing) {
    Optional<Decision> objection = standing.objection(command.person());
    if (objection.isPresent()) return objection.get();
    if (header.actor().actsAs(command.person())) {
      return refuse(new SelfDecision(command.standing(), command.person()), standing.beganAt());
    }
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("membership.RejectApplication"));
    Beginning began = standing.began();
    return accept(new ApplicationRejected(command.standing(), command.person(), began.ladder(), began.org()));
  }

  static Decision withdraw(WithdrawStanding command, Header header, Standing standing) {
    Optional<Decision> objection = standing.objection(command.person());
    if (objection.isPresent()) return objection.get();
    Beginning began = standing.began();
    return accept(new StandingWithdrawn(command.standing(), command.person(), began.ladder(), began.org()));
  }

  static Decision end(EndStanding command, Header header, Standing standing) {
    Optional<Decision> objection = standing.objection(command.person());
    if (objection.isPresent()) return objection.get();
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("membership.EndStanding"));
    Beginning began = standing.began();
    return accept(new StandingEnded(command.standing(), command.person(), began.ladder(), began.org()));
  }
}
