package org.communityledger.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.StandingId;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.DuplicateStanding;
import org.communityledger.membership.MembershipRefusal.OrgDissolved;
import org.communityledger.membership.MembershipRefusal.StandingClosed;
import org.communityledger.membership.MembershipRefusal.TooFewFounders;

/** What does not go together with an entry that is late. */
final class LateEntries {
  private LateEntries() {}

  /** Of a standing that is late: the person had, or soon got, another on the ladder, which is over by now. */
  static Reading<List<Conflict>> ofBeginning(Header late, StandingId standing, PersonId person, LadderId ladder) {
    return Standing.all(person, ladder).map(all -> all.stream().flatMap(it -> ofOther(late, standing, it)).toList());
  }

  private static Stream<Conflict> ofOther(Header late, StandingId standing, Standing other) {
    if (other.beginning().isEmpty() || other.closing().isEmpty()) {
      return Stream.empty();
    }
    Overtaken began = other.beginning().get().asOvertaken();
    if (began.isAfter(late)) {
      return Conflict.ofEach(List.of(began), other.id(), DuplicateStanding.class).stream();
    }
    boolean wasThere = began.occurred().isSurelyBefore(late.occurred());
    Optional<Overtaken> end = other.closing().map(Standing.Closing::asOvertaken).filter(it -> wasThere);
    return Conflict.ofItself(late, end, standing, DuplicateStanding.class).stream();
  }

  /** Of an end that is late: talks and stages of later days, and branches of later days that the person founded. */
  static Reading<List<Conflict>> ofEnding(Header late, MembershipCommand.OfStanding command) {
    Selection later = Selection.of(command.standing().tag(), TalkHeld.class, StageReached.class);
    return Overtaken.by(late, later).map(it -> Conflict.ofEach(it, command.standing(), StandingClosed.class))
        .and(weakenedFoundings(late, command), LateEntries::joined);
  }

  private static Reading<List<Conflict>> weakenedFoundings(Header late, MembershipCommand.OfStanding command) {
    Reading<List<Founding>> foundings = Reading.of(Selection.of(command.person().tag(), BranchFounded.class), List.of(),
        (found, recorded) -> {
          Overtaken event = Overtaken.of(recorded);
          if (!event.isAfter(late)) {
            return found;
          }
          List<Founding> more = new ArrayList<>(found);
          more.add(new Founding((BranchFounded) recorded.event(), event));
          return more;
        });
    Reading<List<Conflict>> none = Reading.known(List.of());
    return foundings.then(found -> found.stream().map(it -> weakened(it, command.standing()))
        .reduce(none, (some, more) -> some.and(more, LateEntries::joined)));
  }

  /** A founding lost its ground if too few are left of those whose standings carried it. */
  private static Reading<List<Conflict>> weakened(Founding founding, StandingId ended) {
    BranchFounded fact = founding.fact();
    return Reading.ofEach(fact.founders(), it -> Standing.all(it, fact.ladder())).map(standings -> {
      List<Standing> carrying = standings.values().stream().flatMap(List::stream)
          .filter(it -> it.last().filter(step -> fact.holding().contains(step.event())).isPresent()).toList();
      boolean isCarriedByIt = carrying.stream().anyMatch(it -> it.id().equals(ended));
      long left = carrying.stream().filter(it -> !it.id().equals(ended) && !it.endedBefore(founding.event().occurred()))
          .count();
      return isCarriedByIt && left < fact.needed()
          ? Conflict.ofEach(List.of(founding.event()), fact.org(), TooFewFounders.class)
          : List.of();
    });
  }

  private record Founding(BranchFounded fact, Overtaken event) {}

  /** Of a dissolution that is late: what began in the branch or was founded below it on later days. */
  static Reading<List<Conflict>> ofDissolution(Header late, OrgId org) {
    return Overtaken.by(late, Selection.of(org.tag(), Beginning.class, BranchFounded.class))
        .map(it -> Conflict.ofEach(it, org, OrgDissolved.class));
  }

  /** Of a founding that is late: enough hold the last stage now, too few of them held it on the day itself. */
  static List<Conflict> ofFounding(Header late, BranchFounded fact, List<Standing.Step> holding) {
    List<Overtaken> later = holding.stream().map(it -> new Overtaken(it.event(), it.since()))
        .filter(it -> it.isAfter(late)).toList();
    boolean wereTooFew = holding.size() >= fact.needed() && holding.size() - later.size() < fact.needed();
    return Conflict.ofItself(late, later.stream().filter(it -> wereTooFew).findFirst(), fact.org(),
        TooFewFounders.class);
  }

  private static List<Conflict> joined(List<Conflict> some, List<Conflict> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
