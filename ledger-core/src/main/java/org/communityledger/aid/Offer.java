package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeRefusal.NotItsRound;
import org.communityledger.aid.ProgrammeRefusal.RoundMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.When;

/**
 * What something is granted or given under: a programme and one of its rounds, or a programme without rounds.
 *
 * @param programme the programme
 * @param round the round that was named
 * @param anyRound where none was named, the position at which the first round of the programme opened, if one did
 */
record Offer(Programme programme, Optional<Round> round, Optional<Long> anyRound) {
  static Reading<Offer> reading(ProgrammeId programme, Optional<RoundId> round) {
    Reading<Optional<Round>> named = round.map(it -> Round.reading(it).<Optional<Round>>map(Optional::of))
        .orElse(Reading.known(Optional.empty()));
    Reading<Optional<Long>> any = round.isPresent()
        ? Reading.known(Optional.empty())
        : Reading.first(Selection.of(programme.tag(), RoundOpened.class));
    return Programme.reading(programme).and(named, (it, found) -> new Offer(it, found, Optional.empty()))
        .and(any, (it, first) -> new Offer(it.programme, it.round, first));
  }

  /** Why nothing can be granted or given under it at any time. */
  Optional<Decision> objection() {
    if (!programme.isOpened()) return Optional.of(programme.refuseUnknown());
    return round.isPresent() ? objectionTo(round.get()) : objectionToNone();
  }

  private Optional<Decision> objectionTo(Round named) {
    if (named.opening().isEmpty()) return Optional.of(named.refuseUnknown());
    Step<RoundOpened> opening = named.opening().get();
    return opening.fact().programme().equals(programme.id())
        ? Optional.empty()
        : Optional.of(refuse(new NotItsRound(named.id(), programme.id()), opening.position()));
  }

  private Optional<Decision> objectionToNone() {
    // Where parties were not counted from the beginning, a quota that came later can only be kept by rounds.
    boolean uncounted = programme.current().terms().quota().isPresent() && !programme.countsFromTheBeginning();
    return anyRound.or(() -> uncounted ? Optional.of(programme.current().position()) : Optional.empty())
        .map(it -> refuse(new RoundMissing(programme.id()), it));
  }

  /** Why it is not open when the header says something happened. */
  Optional<Decision> ifNotOpenAt(Header header) {
    return round.isPresent() ? round.get().ifNotOpenAt(header) : programme.ifNotOpenAt(header);
  }

  ProgrammeId id() {
    return programme.id();
  }

  Optional<RoundId> roundId() {
    return round.map(Round::id);
  }

  ProgrammeKind kind() {
    return programme.opening().orElseThrow().fact().kind();
  }

  boolean isSensitive() {
    return kind().isSensitive();
  }

  /** The terms that hold: those the round keeps, or those in force. */
  Programme.Version version() {
    return opening().flatMap(it -> programme.version(it.fact().termsVersion())).orElseGet(programme::current);
  }

  Terms terms() {
    return version().terms();
  }

  boolean needsConsent() {
    return isSensitive() || terms().consent();
  }

  /** What sets the terms, so that it is not retracted from under what was decided by them. */
  EventId ground() {
    return opening().map(Step::id).orElseGet(() -> version().event());
  }

  /** Whether parties are counted against a quota. */
  boolean isCounted() {
    return round.isPresent() ? terms().quota().isPresent() : programme.countsFromTheBeginning();
  }

  /** The last day on which something can be had of it, where one is set. */
  Optional<LocalDate> lastDay() {
    return opening().flatMap(it -> it.fact().to())
        .or(() -> programme.opening().orElseThrow().fact().to())
        .flatMap(When::latest);
  }

  private Optional<Step<RoundOpened>> opening() {
    return round.flatMap(Round::opening);
  }
}
