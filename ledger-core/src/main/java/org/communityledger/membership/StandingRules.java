package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.Conflict;
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
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.AlreadyRecorded;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.membership.MembershipRefusal.EvidenceMissing;
import org.communityledger.membership.MembershipRefusal.UnderAge;
import org.communityledger.membership.MembershipRefusal.UnknownStage;
import org.communityledger.parties.Majority;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of how standings begin, and of talks. */
final class StandingRules {
  private static final int OF_AGE = 18;

  private StandingRules() {}

  static Decision apply(Apply command, Header header, ToBegin found) {
    Optional<Decision> objection = objection(command, found);
    if (objection.isPresent()) return objection.get();
    Version ladder = found.ladder().inForce().orElseThrow();
    return accept(new ApplicationSubmitted(command.standing(), command.person(), command.ladder(), command.org(),
        ladder.first().code(), ladder.first().minStay(), ladder.number(), ladder.event(), found.place(),
        command.document()))
        .with(found.applicant().conflicts())
        .unless(underAge(command, ladder.first(), found.applicant().majority()));
  }

  static Decision adopt(AdoptStanding command, Header header, ToBegin found) {
    Optional<Decision> objection = objection(command, found);
    if (objection.isPresent()) return objection.get();
    Version ladder = found.ladder().inForce().orElseThrow();
    Optional<LadderStage> stage = ladder.stage(command.stage());
    if (stage.isEmpty()) {
      return refuse(new UnknownStage(command.ladder(), ladder.number(), command.stage()), ladder.position());
    }
    if (header.today().filter(command.since()::isSurelyAfter).isPresent()) {
      return refuse(new InTheFuture(command.since().earliest().orElseThrow(), header.today().get()));
    }
    if (command.evidence().isEmpty()) {
      return refuse(new EvidenceMissing(command.standing(), command.stage(), List.of()));
    }
    return accept(new StandingAdopted(command.standing(), command.person(), command.ladder(), command.org(),
        command.stage(), command.since(), stage.get().minStay(), ladder.number(), ladder.event(), found.place(),
        command.evidence()))
        .with(found.applicant().conflicts());
  }

  private static Optional<Decision> objection(MembershipCommand.OfStanding command, ToBegin found) {
    if (found.existing().isKnown()) {
      return Optional.of(found.existing().refuseTaken(new AlreadyRecorded(command.standing())));
    }
    if (found.missing().isPresent()) return found.missing();
    if (found.ladder().inForce().isEmpty()) return Optional.of(found.ladder().refuseUnknown());
    return found.branch().refusalIfDissolved().or(() -> found.applicant().open().stream().findFirst()
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

  static Reading<ToBegin> toBegin(MembershipCommand.OfStanding command, LadderId ladder, OrgId org,
      Header header) {
    Reading<Optional<Decision>> missing = Existence
        .firstMissing(List.of(PartyReadings.registered(command.person()), PartyReadings.registered(org)));
    Reading<Ground> ground = Ladder.reading(ladder)
        .and(Branch.reading(org), (it, branch) -> new Ground(it, branch, Optional.empty()))
        .and(PartyReadings.placeOf(org), (it, place) -> new Ground(it.ladder(), it.branch(), place));
    Reading<Applicant> applicant = Standing.open(command.person(), ladder)
        .and(PartyReadings.majority(command.person()), Applicant::of)
        .and(LateEntries.ofBeginning(header, command.standing(), command.person(), ladder), Applicant::with);
    return Standing.existence(command.standing())
        .and(missing, (existing, needed) -> new ToBegin(existing, needed, Ladder.undefined(ladder),
            Branch.none(org), Optional.empty(), Applicant.of(List.of(), Majority.UNKNOWN)))
        .and(ground, ToBegin::on)
        .and(applicant, ToBegin::by);
  }

  private record Ground(Ladder ladder, Branch branch, Optional<PlaceId> place) {}

  /** Open standings of a person on the ladder, what is known of the person's age, what a late entry does not go with. */
  record Applicant(List<Standing> open, Majority majority, List<Conflict> conflicts) {
    private static Applicant of(List<Standing> open, Majority majority) {
      return new Applicant(open, majority, List.of());
    }

    private Applicant with(List<Conflict> late) {
      return new Applicant(open, majority, late);
    }
  }

  /**
   * What beginning a standing depends on: whether its id is taken, the refusal for what it needs and is missing, the ladder,
   * the organisation with its place, and whoever is to have it.
   */
  record ToBegin(
      Existence existing,
      Optional<Decision> missing,
      Ladder ladder,
      Branch branch,
      Optional<PlaceId> place,
      Applicant applicant) {
    private ToBegin on(Ground ground) {
      return new ToBegin(existing, missing, ground.ladder(), ground.branch(), ground.place(), applicant);
    }

    private ToBegin by(Applicant person) {
      return new ToBegin(existing, missing, ladder, branch, place, person);
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
}
