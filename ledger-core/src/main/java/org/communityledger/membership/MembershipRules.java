package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.LadderDefined;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.AlreadyDefined;
import org.communityledger.membership.MembershipRefusal.StageRepeated;
import org.communityledger.parties.PartyReadings;

/**
 * The rule sheet of membership: what there is, and ladders. {@link StandingRules}, {@link AdvanceRules} and
 * {@link EndingRules} have standings, {@link BranchRules} has branches, {@link AppointmentRules}, {@link BondRules} and
 * {@link HonourRules} have what they are called after.
 */
public final class MembershipRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = context();

  private MembershipRules() {}

  private static Context context() {
    Context.Builder builder = Context.named("membership")
        .event("LadderDefined", 1, LadderDefined.class)
        .event("BranchFounded", 1, BranchFounded.class)
        .event("BranchDissolved", 1, BranchDissolved.class)
        .event("ApplicationSubmitted", 1, ApplicationSubmitted.class)
        .event("StandingAdopted", 1, StandingAdopted.class)
        .event("TalkHeld", 1, TalkHeld.class)
        .event("StageReached", 1, StageReached.class)
        .event("ApplicationRejected", 1, ApplicationRejected.class)
        .event("StandingWithdrawn", 1, StandingWithdrawn.class)
        .event("StandingEnded", 1, StandingEnded.class)
        .command("DefineLadder", DefineLadder.class, it -> Ladder.reading(it.ladder()), MembershipRules::define)
        .command("FoundBranch", FoundBranch.class, BranchRules::toFound, BranchRules::found)
        .commandReadingHeader("DissolveBranch", DissolveBranch.class, BranchRules::toDissolve, BranchRules::dissolve)
        .commandReadingHeader("Apply", Apply.class,
            (it, header) -> StandingRules.toBegin(it, it.ladder(), it.org(), header), StandingRules::apply)
        .commandReadingHeader("AdoptStanding", AdoptStanding.class,
            (it, header) -> StandingRules.toBegin(it, it.ladder(), it.org(), header), StandingRules::adopt)
        .command("HoldTalk", HoldTalk.class, StandingRules::toTalk, StandingRules::talk)
        .command("AdvanceStage", AdvanceStage.class, AdvanceRules::toAdvance, AdvanceRules::advance)
        .commandReadingHeader("RejectApplication", RejectApplication.class, EndingRules::toEnd, EndingRules::reject)
        .commandReadingHeader("WithdrawStanding", WithdrawStanding.class, EndingRules::toEnd, EndingRules::withdraw)
        .commandReadingHeader("EndStanding", EndStanding.class, EndingRules::toEnd, EndingRules::end)
        .place(FoundBranch.class, it -> it.restsOn().map(site -> Whereabouts.of(site.tag()))
            .orElseGet(() -> PartyReadings.whereabouts(it.parent())))
        .place(DissolveBranch.class, it -> PartyReadings.whereabouts(it.org()))
        .place(Apply.class, it -> PartyReadings.whereabouts(it.org()))
        .place(AdoptStanding.class, it -> PartyReadings.whereabouts(it.org()))
        .place(MembershipCommand.OfStanding.class, it -> Whereabouts.of(it.standing().tag()));
    AppointmentRules.addTo(builder);
    BondRules.addTo(builder);
    HonourRules.addTo(builder);
    return builder.build();
  }

  private static Decision define(DefineLadder command, Header header, Ladder ladder) {
    Optional<Ladder.Version> highest = ladder.inForce().filter(it -> it.number() >= command.version());
    if (highest.isPresent()) {
      return refuse(new AlreadyDefined(command.ladder(), command.version(), highest.get().number()),
          highest.get().position());
    }
    Set<String> codes = new HashSet<>();
    Optional<LadderStage> repeated = command.stages().stream().filter(it -> !codes.add(it.code())).findFirst();
    if (repeated.isPresent()) return refuse(new StageRepeated(command.ladder(), repeated.get().code()));
    return accept(new LadderDefined(command.ladder(), command.version(), command.stages()));
  }
}
