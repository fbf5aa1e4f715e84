package org.communityledger.membership;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Unknown.UnknownStanding;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.Ending;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.MembershipRefusal.StandingClosed;
import org.communityledger.membership.MembershipRefusal.StandingOfAnother;

/**
 * A standing as it stands.
 *
 * @param id the standing
 * @param beginning how it began, if it did
 * @param last how it came to the stage it is at
 * @param talk the last talk at that stage
 * @param closing how it ended, if it did
 */
record Standing(
    StandingId id,
    Optional<Begun> beginning,
    Optional<Step> last,
    Optional<EventId> talk,
    Optional<Closing> closing) {
  /** How it began, and the event that says so. */
  record Begun(Beginning fact, EventId event, When occurred, long position) {
    Overtaken asOvertaken() {
      return new Overtaken(event, occurred);
    }
  }

  /**
   * How it came to a stage.
   *
   * @param stage the code of the stage
   * @param ladderVersion the version of the ladder that was used
   * @param since when the person came to it
   * @param event the event that says so
   * @param position its position
   */
  record Step(String stage, int ladderVersion, When since, EventId event, long position) {}

  /** How it ended, and the event that says so. */
  record Closing(StandingEnd end, EventId event, When occurred, long position) {
    Overtaken asOvertaken() {
      return new Overtaken(event, occurred);
    }
  }

  static Standing none(StandingId id) {
    return new Standing(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Reading<Standing> reading(StandingId id) {
    return Reading.of(Selection.of(id.tag(), OfStanding.class), none(id), Standing::evolve);
  }

  /** Whether the id stands for a standing. */
  static Reading<Existence> existence(StandingId id) {
    return Existence.of(Beginning.class, new UnknownStanding(id));
  }

  /** The open standings of a person on a ladder: one at most, unless events came in without rules. */
  static Reading<List<Standing>> open(PersonId person, LadderId ladder) {
    return all(person, ladder).map(all -> all.stream().filter(Standing::isOpen).toList());
  }

  /** All standings a person has or had on a ladder, in the order in which they were recorded. */
  static Reading<List<Standing>> all(PersonId person, LadderId ladder) {
    return Reading.of(selection(person, ladder), Map.<StandingId, Standing>of(), Standing::withEvent)
        .map(it -> List.copyOf(it.values()));
  }

  static Selection selection(PersonId person, LadderId ladder) {
    return Selection.of(Set.of(person.tag(), ladder.tag()), Beginning.class, StageReached.class, Ending.class);
  }

  private static Map<StandingId, Standing> withEvent(Map<StandingId, Standing> before, RecordedEvent recorded) {
    StandingId id = ((OfStanding) recorded.event()).standing();
    Map<StandingId, Standing> now = new LinkedHashMap<>(before);
    now.put(id, before.getOrDefault(id, none(id)).evolve(recorded));
    return now;
  }

  private Standing evolve(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case StandingAdopted it -> begun(it, it.since(), recorded);
      case Beginning it -> begun(it, recorded.header().occurred(), recorded);
      case TalkHeld it -> new Standing(id, beginning, last, Optional.of(recorded.id()), closing);
      case StageReached it -> new Standing(id, beginning,
          Optional.of(step(it.to(), it.ladderVersion(), recorded.header().occurred(), recorded)), Optional.empty(),
          closing);
      case Ending it ->
        new Standing(id, beginning, last, talk, Optional.of(closing(it, recorded)));
      default -> this;
    };
  }

  private Standing begun(Beginning fact, When since, RecordedEvent recorded) {
    Begun begun = new Begun(fact, recorded.id(), recorded.header().occurred(), recorded.position());
    return new Standing(id, Optional.of(begun),
        Optional.of(step(fact.stage(), fact.ladderVersion(), since, recorded)), talk, closing);
  }

  private static Closing closing(Ending fact, RecordedEvent recorded) {
    return new Closing(fact.end(), recorded.id(), recorded.header().occurred(), recorded.position());
  }

  private static Step step(String stage, int ladderVersion, When since, RecordedEvent recorded) {
    return new Step(stage, ladderVersion, since, recorded.id(), recorded.position());
  }

  /** How it began. */
  Beginning began() {
    return beginning.orElseThrow().fact();
  }

  long beganAt() {
    return beginning.orElseThrow().position();
  }

  boolean isOpen() {
    return beginning.isPresent() && closing.isEmpty();
  }

  /** Whether it was surely over before then. */
  boolean endedBefore(When then) {
    return closing.filter(it -> it.occurred().isSurelyBefore(then)).isPresent();
  }

  /** Why nothing can be done with the person's standing: it is unknown, another's, or over; empty if it can. */
  Optional<Decision> objection(PersonId person) {
    if (beginning.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownStanding(id), Selection.of(id.tag(), Beginning.class)));
    }
    if (!beginning.get().fact().person().equals(person)) {
      return Optional.of(refuse(new StandingOfAnother(id, person), beginning.get().position()));
    }
    return closing.map(it -> refuse(new StandingClosed(id, it.end()), it.position()));
  }
}
