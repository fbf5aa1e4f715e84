package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.membership.Branch.Founding;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipRefusal.AlreadyRegistered;
import org.communityledger.membership.MembershipRefusal.NotABranch;
import org.communityledger.membership.MembershipRefusal.OpenStandings;
import org.communityledger.membership.MembershipRefusal.TooFewFounders;
import org.communityledger.membership.Standing.Step;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;
import org.communityledger.records.Approval;
import org.communityledger.records.ApprovalReadings;

/** The rule sheet of branches. */
final class BranchRules {
  /** How many founders must be at the last stage; each founding keeps the number it was decided with. */
  private static final int FOUNDERS_NEEDED = 3;

  private BranchRules() {}

  static Decision found(FoundBranch command, Header header, ToFound found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyRegistered(command.org()));
    Optional<Decision> objection = found.objection();
    if (objection.isPresent()) return objection.get();
    Ladder ladder = found.founders().ladder();
    if (ladder.inForce().isEmpty()) return ladder.refuseUnknown();
    List<Step> holding = found.founders().steps().stream().filter(ladder::isLast).toList();
    Optional<Decision> unapproved = found.approval().objection("membership.FoundBranch", command.org().tag(), header);
    if (unapproved.isPresent()) return unapproved.get();
    BranchFounded founded = new BranchFounded(command.org(), command.name(), Optional.of(command.parent()),
        command.restsOn(), found.place(), command.ladder(), command.founders(), FOUNDERS_NEEDED,
        holding.stream().map(Step::event).toList(), Optional.of(command.approval()));
    return accept(founded).with(LateEntries.ofFounding(header, founded, holding))
        .unless(tooFew(command, found.founders(), holding.size()));
  }

  private static Optional<Decision> tooFew(FoundBranch command, Founders founders, int holding) {
    if (holding >= FOUNDERS_NEEDED) return Optional.empty();
    TooFewFounders refusal = new TooFewFounders(command.org(), command.ladder(), holding, FOUNDERS_NEEDED);
    List<Step> steps = founders.steps();
    Optional<Selection> standings = command.founders().stream()
        .map(it -> Standing.selection(it, command.ladder())).reduce(Selection::or);
    return Optional.of(steps.isEmpty() && standings.isPresent()
        ? refuseAbsent(refusal, standings.get())
        : refuse(refusal, steps.stream().mapToLong(Step::position).toArray()));
  }

  static Reading<ToFound> toFound(FoundBranch command) {
    List<Reading<Existence>> needs = new ArrayList<>(List.of(PartyReadings.registered(command.parent())));
    command.founders().forEach(it -> needs.add(PartyReadings.registered(it)));
    Reading<Optional<Decision>> objection = Existence.firstMissing(needs)
        .and(Branch.reading(command.parent()).map(Branch::refusalIfDissolved), BranchRules::first)
        .and(command.restsOn().map(PlaceReadings::objectionTo).orElse(Reading.known(Optional.empty())),
            BranchRules::first);
    Reading<Founders> founders = Ladder.reading(command.ladder())
        .and(Reading.ofEach(command.founders(), it -> Standing.open(it, command.ladder())), Founders::new);
    return PartyReadings.registered(command.org())
        .and(objection, (existing, reason) -> new Room(existing, reason, Optional.empty()))
        .and(placeOf(command), Room::at)
        .and(founders, Grounds::new)
        .and(ApprovalReadings.given(command.approval()), ToFound::new);
  }

  private static Optional<Decision> first(Optional<Decision> one, Optional<Decision> other) {
    return one.isPresent() ? one : other;
  }

  private static Reading<Optional<PlaceId>> placeOf(FoundBranch command) {
    Optional<SiteId> site = command.restsOn();
    return site.isEmpty()
        ? PartyReadings.placeOf(command.parent())
        : Whereabouts.of(site.get().tag()).map(it -> it.spots().stream().map(Whereabouts.Spot::place).findFirst());
  }

  /** Whether the branch's id is taken, the refusal for what it needs and is not there, and its place. */
  private record Room(Existence existing, Optional<Decision> objection, Optional<PlaceId> place) {
    private Room at(Optional<PlaceId> where) {
      return new Room(existing, objection, where);
    }
  }

  /** The ladder, and the founders' open standings on it. */
  record Founders(Ladder ladder, Map<PersonId, List<Standing>> standings) {
    /** How each of those who have an open standing came to where they are. */
    private List<Step> steps() {
      return standings.values().stream().flatMap(it -> it.stream().limit(1)).flatMap(it -> it.last().stream())
          .sorted((one, other) -> Long.compare(one.position(), other.position())).toList();
    }
  }

  private record Grounds(Room room, Founders founders) {}

  /** What founding a branch depends on. */
  record ToFound(Grounds grounds, Approval approval) {
    private Existence existing() {
      return grounds.room().existing();
    }

    private Optional<Decision> objection() {
      return grounds.room().objection();
    }

    private Optional<PlaceId> place() {
      return grounds.room().place();
    }

    private Founders founders() {
      return grounds.founders();
    }
  }

  static Decision dissolve(DissolveBranch command, Header header, ToDissolve found) {
    if (found.missing().isPresent()) return found.missing().get();
    OrgId org = command.org();
    Branch branch = found.branch();
    if (branch.founding().isEmpty()) {
      return refuseAbsent(new NotABranch(org), Selection.of(org.tag(), BranchFounded.class));
    }
    if (branch.dissolved().isPresent()) return branch.refusalIfDissolved().orElseThrow();
    if (!found.open().isEmpty()) {
      return refuse(new OpenStandings(org, List.copyOf(found.open().keySet())),
          found.open().values().stream().mapToLong(Long::longValue).toArray());
    }
    Founding founding = branch.founding().get();
    return accept(new BranchDissolved(org, founding.fact().restsOn(), founding.fact().founders(), founding.event()))
        .with(found.conflicts());
  }

  static Reading<ToDissolve> toDissolve(DissolveBranch command, Header header) {
    return Existence.firstMissing(List.of(PartyReadings.registered(command.org())))
        .and(Branch.reading(command.org()), ToDissolve::of)
        .and(Branch.openStandings(command.org()), ToDissolve::with)
        .and(LateEntries.ofDissolution(header, command.org()), ToDissolve::after);
  }

  /**
   * The refusal for an unknown organisation, the organisation as a branch, the open standings in it, and what a late
   * dissolution does not go together with.
   */
  record ToDissolve(
      Optional<Decision> missing,
      Branch branch,
      Map<StandingId, Long> open,
      List<Conflict> conflicts) {
    private static ToDissolve of(Optional<Decision> missing, Branch branch) {
      return new ToDissolve(missing, branch, Map.of(), List.of());
    }

    private ToDissolve with(Map<StandingId, Long> standings) {
      return new ToDissolve(missing, branch, standings, conflicts);
    }

    private ToDissolve after(List<Conflict> late) {
      return new ToDissolve(missing, branch, open, late);
    }
  }
}
