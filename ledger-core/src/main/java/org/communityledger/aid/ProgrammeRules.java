package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseProgramme;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.ProgrammeRefusal.AlreadyOpened;
import org.communityledger.aid.ProgrammeRefusal.Flaw;
import org.communityledger.aid.ProgrammeRefusal.LimitInvalid;
import org.communityledger.aid.ProgrammeRefusal.RoundOverlaps;
import org.communityledger.aid.ProgrammeRefusal.RoundStillOpen;
import org.communityledger.aid.ProgrammeRefusal.SponsorMissing;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyReadings;

/** The rule sheet of programmes and their rounds. */
final class ProgrammeRules {
  private ProgrammeRules() {}

  static Decision open(OpenProgramme command, Header header, ToOpen found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyOpened(command.programme()));
    if (command.sponsors().isEmpty()) return refuse(new SponsorMissing(command.programme()));
    if (found.missing().isPresent()) return found.missing().get();
    Optional<Decision> flaw = ifInvalid(command.programme(), command.kind(), command.terms(), found.excluded());
    if (flaw.isPresent()) return flaw.get();
    return accept(new ProgrammeOpened(command.programme(), command.name(), command.kind(), command.sponsors(),
        command.unit(), command.terms(), command.from(), command.to()));
  }

  static Reading<ToOpen> toOpen(OpenProgramme command) {
    Stream<Reading<Existence>> sponsors = command.sponsors().stream().map(PartyReadings::registered);
    Stream<Reading<Existence>> excluded = others(command.programme(), command.terms()).stream().map(Programme::opened);
    return Programme.opened(command.programme())
        .and(Existence.firstMissing(Stream.concat(sponsors, excluded).toList()), Named::new)
        .and(excluded(command.programme(), command.terms()),
            (named, programmes) -> new ToOpen(named.existing(), named.missing(), programmes));
  }

  private record Named(Existence existing, Optional<Decision> missing) {}

  /** Whether the programme exists, the refusal for what it names and is missing, and those it excludes. */
  record ToOpen(Existence existing, Optional<Decision> missing, List<Programme> excluded) {}

  private static List<ProgrammeId> others(ProgrammeId programme, Terms terms) {
    return terms.excludes().stream().filter(it -> !it.equals(programme)).toList();
  }

  private static Reading<List<Programme>> excluded(ProgrammeId programme, Terms terms) {
    Reading<List<Programme>> none = Reading.known(List.of());
    return others(programme, terms).stream().map(it -> Programme.reading(it).<List<Programme>>map(List::of))
        .reduce(none, (some, more) -> some.and(more, (one, other) -> Stream.concat(one.stream(), other.stream())
            .toList()));
  }

  private static Optional<Decision> ifInvalid(
      ProgrammeId programme,
      ProgrammeKind kind,
      Terms terms,
      List<Programme> excluded) {
    Optional<Programme> surrogates = excluded.stream()
        .filter(it -> it.opening().filter(opened -> opened.fact().kind().isSensitive()).isPresent()).findFirst();
    return flaw(programme, kind, terms).map(it -> refuse(new LimitInvalid(programme, it)))
        .or(() -> surrogates.map(it -> refuse(new LimitInvalid(programme, Flaw.EXCLUDES_SURROGATES),
            it.opening().orElseThrow().position())));
  }

  private static Optional<Flaw> flaw(ProgrammeId programme, ProgrammeKind kind, Terms terms) {
    Optional<Flaw> ofLimit = terms.limit().flatMap(ProgrammeRules::flaw);
    if (ofLimit.isPresent()) return ofLimit;
    if (terms.quota().filter(it -> it < 1).isPresent()) return Optional.of(Flaw.QUOTA_BELOW_ONE);
    boolean takesNames = terms.requiresEntitlement() || terms.consent() || kind.isSensitive();
    if (terms.crowdAllowed() && takesNames) return Optional.of(Flaw.CROWD_NEEDS_NAMES);
    if (terms.excludes().contains(programme)) return Optional.of(Flaw.EXCLUDES_ITSELF);
    return kind.isSensitive() && !terms.excludes().isEmpty()
        ? Optional.of(Flaw.EXCLUDES_SURROGATES)
        : Optional.empty();
  }

  private static Optional<Flaw> flaw(Limit limit) {
    if (limit.max() < 1) return Optional.of(Flaw.MAX_BELOW_ONE);
    if (limit.minInterval().filter(it -> it < 1).isPresent()) return Optional.of(Flaw.INTERVAL_BELOW_ONE);
    return limit.max() == 1 && limit.per() == Limit.Per.PROGRAMME && limit.minInterval().isPresent()
        ? Optional.of(Flaw.INTERVAL_WITHOUT_EFFECT)
        : Optional.empty();
  }

  static Decision changeTerms(ChangeTerms command, Header header, ToChange found) {
    Programme p = found.programme();
    if (!p.isOpened()) return p.refuseUnknown();
    if (found.missing().isPresent()) return found.missing().get();
    ProgrammeKind kind = p.opening().orElseThrow().fact().kind();
    Optional<Decision> objection = p.ifClosed()
        .or(() -> ifInvalid(command.programme(), kind, command.terms(), found.excluded()));
    if (objection.isPresent()) return objection.get();
    List<ProgrammeId> released = p.current().terms().excludes().stream()
        .filter(it -> !command.terms().excludes().contains(it)).toList();
    int next = p.versions().keySet().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
    return accept(new TermsChanged(command.programme(), next, command.terms(), released));
  }

  static Reading<ToChange> toChange(ChangeTerms command) {
    List<Reading<Existence>> excluded = others(command.programme(), command.terms()).stream()
        .<Reading<Existence>>map(Programme::opened).toList();
    return Programme.reading(command.programme()).and(Existence.firstMissing(excluded),
        (programme, missing) -> new ToChange(programme, missing, List.of()))
        .and(excluded(command.programme(), command.terms()),
            (so, programmes) -> new ToChange(so.programme(), so.missing(), programmes));
  }

  /** The programme, the refusal for one it would exclude and that is missing, and those it would exclude. */
  record ToChange(Programme programme, Optional<Decision> missing, List<Programme> excluded) {}

  static Decision close(CloseProgramme command, Header header, WithRounds found) {
    Programme p = found.programme();
    if (!p.isOpened()) return p.refuseUnknown();
    if (p.ifClosed().isPresent()) return p.ifClosed().get();
    List<Round> open = found.rounds().stream().filter(Round::isOpen).toList();
    if (!open.isEmpty()) {
      return refuse(new RoundStillOpen(command.programme(), open.stream().map(Round::id).toList()),
          open.stream().mapToLong(it -> it.opening().orElseThrow().position()).toArray());
    }
    return accept(new ProgrammeClosed(command.programme()))
        .with(Conflict.ofEach(found.later(), command.programme(), ProgrammeRefusal.ProgrammeClosed.class));
  }

  static Reading<WithRounds> toClose(CloseProgramme command, Header header) {
    return withRounds(command.programme()).and(given(header, command.programme(), Optional.empty()),
        (found, later) -> new WithRounds(found.programme(), found.rounds(), later));
  }

  /** What was given later than the header says. Only who closes something afterwards has to read what was given. */
  private static Reading<List<Overtaken>> given(Header header, ProgrammeId programme, Optional<RoundId> round) {
    boolean isLate = header.occurred().instant().isPresent()
        || header.occurred().isSurelyBefore(When.on(header.today().orElseThrow()));
    return isLate
        ? Held.givenAfter(header, AidTags.quota(programme, round))
        : Reading.known(List.of());
  }

  static Decision openRound(OpenRound command, Header header, ToOpenRound found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyOpened(command.round()));
    Programme p = found.with().programme();
    if (!p.isOpened()) return p.refuseUnknown();
    if (p.ifClosed().isPresent()) return p.ifClosed().get();
    Optional<Round> other = found.with().rounds().stream()
        .filter(it -> it.surelyOverlaps(command.from(), command.to())).findFirst();
    if (other.isPresent()) {
      return refuse(new RoundOverlaps(command.round(), other.get().id()),
          other.get().opening().orElseThrow().position());
    }
    return accept(new RoundOpened(command.round(), command.programme(), command.label(), command.from(), command.to(),
        p.current().number(), p.current().event()));
  }

  static Reading<ToOpenRound> toOpenRound(OpenRound command) {
    return Round.opened(command.round()).and(withRounds(command.programme()), ToOpenRound::new);
  }

  /** Whether the round exists, and the programme with its rounds. */
  record ToOpenRound(Existence existing, WithRounds with) {}

  private static Reading<WithRounds> withRounds(ProgrammeId programme) {
    return Programme.reading(programme).and(Round.allOf(programme),
        (found, rounds) -> new WithRounds(found, rounds, List.of()));
  }

  /** A programme with its rounds, and what was given in it without rounds later than it is said to have closed. */
  record WithRounds(Programme programme, List<Round> rounds, List<Overtaken> later) {}

  static Decision closeRound(CloseRound command, Header header, ToCloseRound found) {
    Round r = found.round();
    if (r.opening().isEmpty()) return r.refuseUnknown();
    if (r.ifClosed().isPresent()) return r.ifClosed().get();
    return accept(new RoundClosed(command.round(), r.opening().get().fact().programme()))
        .with(Conflict.ofEach(found.later(), command.round(), ProgrammeRefusal.RoundClosed.class));
  }

  static Reading<ToCloseRound> toCloseRound(CloseRound command, Header header) {
    return Round.reading(command.round()).then(round -> round.opening()
        .map(it -> given(header, it.fact().programme(), Optional.of(command.round()))
            .map(later -> new ToCloseRound(round, later)))
        .orElse(Reading.known(new ToCloseRound(round, List.of()))));
  }

  /** A round, and what was given in it later than it is said to have closed. */
  record ToCloseRound(Round round, List<Overtaken> later) {}
}
