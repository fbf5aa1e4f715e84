package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Unknown.UnknownRound;
import org.communityledger.kernel.When;

/**
 * A round as it stands.
 *
 * @param id the round
 * @param opening how it opened; empty if it did not
 * @param closing how it closed
 */
record Round(RoundId id, Optional<Step<RoundOpened>> opening, Optional<Step<RoundClosed>> closing) {
  static Reading<Round> reading(RoundId id) {
    return Reading.of(Selection.of(id.tag(), RoundOpened.class, RoundClosed.class), unopened(id), Round::evolve);
  }

  private static Round unopened(RoundId id) {
    return new Round(id, Optional.empty(), Optional.empty());
  }

  /** Whether it was opened. */
  static Reading<Existence> opened(RoundId id) {
    return Existence.of(RoundOpened.class, new UnknownRound(id));
  }

  /** All rounds of a programme, in the order in which they opened. */
  static Reading<List<Round>> allOf(ProgrammeId programme) {
    return Reading.of(Selection.of(programme.tag(), RoundOpened.class, RoundClosed.class), List.of(),
        Round::evolveAll);
  }

  private static List<Round> evolveAll(List<Round> rounds, RecordedEvent recorded) {
    List<Round> more = new ArrayList<>(rounds);
    if (recorded.event() instanceof RoundOpened it) {
      more.add(evolve(unopened(it.round()), recorded));
    } else {
      more.replaceAll(it -> evolve(it, recorded));
    }
    return more;
  }

  private static Round evolve(Round r, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case RoundOpened it when it.round().equals(r.id) ->
        new Round(r.id, Optional.of(Step.of(it, recorded)), r.closing);
      case RoundClosed it when it.round().equals(r.id) ->
        new Round(r.id, r.opening, Optional.of(Step.of(it, recorded)));
      default -> r;
    };
  }

  boolean isOpen() {
    return closing.isEmpty();
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownRound(id), Selection.of(id.tag(), RoundOpened.class));
  }

  /** Refuses to close it again. */
  Optional<Decision> ifClosed() {
    return closing.map(it -> refuse(new ProgrammeRefusal.RoundClosed(id), it.position()));
  }

  /** Refuses what surely happened before it began or after it ended. */
  Optional<Decision> ifNotOpenAt(Header header) {
    Step<RoundOpened> begun = opening.orElseThrow();
    boolean outside = header.occurred().isSurelyBefore(begun.fact().from())
        || begun.fact().to().filter(it -> it.isSurelyBefore(header.occurred())).isPresent();
    ProgrammeRefusal.RoundClosed refusal = new ProgrammeRefusal.RoundClosed(id);
    return closing.filter(it -> it.occurred().isSurelyBefore(header.occurred()))
        .map(it -> refuse(refusal, it.position()))
        .or(() -> outside ? Optional.of(refuse(refusal, begun.position())) : Optional.empty());
  }

  /** Whether another round from one day to another would surely share a day with this one. */
  boolean surelyOverlaps(When from, Optional<When> to) {
    RoundOpened begun = opening.orElseThrow().fact();
    return !mayEndBefore(end(), from) && !mayEndBefore(to, begun.from());
  }

  /** Its last day: of what was planned and what was done, the earlier. */
  private Optional<When> end() {
    Optional<When> planned = opening.orElseThrow().fact().to();
    Optional<When> done = closing.map(Step::occurred);
    return done.isPresent() && planned.filter(it -> it.isSurelyBefore(done.get())).isEmpty() ? done : planned;
  }

  private static boolean mayEndBefore(Optional<When> end, When beginning) {
    if (end.isEmpty()) return false;
    Optional<LocalDate> earliestEnd = end.get().earliest();
    Optional<LocalDate> latestBeginning = beginning.latest();
    return earliestEnd.isEmpty() || latestBeginning.isEmpty() || earliestEnd.get().isBefore(latestBeginning.get());
  }
}
