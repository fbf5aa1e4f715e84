package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownProgramme;

/**
 * A programme as it stands, without its rounds: those who deliver name theirs, and there may be one for each day.
 *
 * @param id the programme
 * @param opening how it opened; empty if it did not
 * @param versions all its terms, by their number
 * @param closing how it closed
 * @param excludedBy other programmes whose terms in force exclude it
 */
record Programme(
    ProgrammeId id,
    Optional<Step<ProgrammeOpened>> opening,
    SequencedMap<Integer, Version> versions,
    Optional<Step<ProgrammeClosed>> closing,
    Set<ProgrammeId> excludedBy) {
  private static final int FIRST = 1;

  /** Terms, and the event that set them. */
  record Version(int number, Terms terms, EventId event, long position) {}

  static Reading<Programme> reading(ProgrammeId id) {
    return Reading.of(selection(id), new Programme(id, Optional.empty(), new LinkedHashMap<>(), Optional.empty(),
        Set.of()), Programme::evolve);
  }

  private static Selection selection(ProgrammeId id) {
    return Selection.of(id.tag(), ProgrammeOpened.class, TermsChanged.class, ProgrammeClosed.class);
  }

  /** Whether it was opened. */
  static Reading<Existence> opened(ProgrammeId id) {
    return Existence.of(ProgrammeOpened.class, new UnknownProgramme(id));
  }

  static Programme evolve(Programme p, RecordedEvent recorded) {
    if (!(recorded.event() instanceof ProgrammeEvent event)) return p;
    return switch (event) {
      case ProgrammeOpened it when it.programme().equals(p.id) -> new Programme(p.id,
          Optional.of(Step.of(it, recorded)), p.and(new Version(FIRST, it.terms(), recorded.id(), recorded.position())),
          p.closing,
          p.excludedBy);
      case TermsChanged it when it.programme().equals(p.id) -> new Programme(p.id, p.opening,
          p.and(new Version(it.version(), it.terms(), recorded.id(), recorded.position())), p.closing, p.excludedBy);
      case ProgrammeClosed it -> new Programme(p.id, p.opening, p.versions, Optional.of(Step.of(it, recorded)),
          p.excludedBy);
      case ProgrammeOpened it -> p.excluded(it.programme(), it.terms());
      case TermsChanged it -> p.excluded(it.programme(), it.terms());
      case RoundOpened it -> p;
      case RoundClosed it -> p;
      case ConsentGiven it -> p;
      case ConsentWithdrawn it -> p;
    };
  }

  private SequencedMap<Integer, Version> and(Version version) {
    SequencedMap<Integer, Version> more = new LinkedHashMap<>(versions);
    more.put(version.number(), version);
    return more;
  }

  private Programme excluded(ProgrammeId other, Terms terms) {
    Set<ProgrammeId> others = new LinkedHashSet<>(excludedBy);
    if (terms.excludes().contains(id)) {
      others.add(other);
    } else {
      others.remove(other);
    }
    return new Programme(id, opening, versions, closing, others);
  }

  boolean isOpened() {
    return opening.isPresent();
  }

  /** The terms in force. */
  Version current() {
    return versions.lastEntry().getValue();
  }

  Optional<Version> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  /** Whether parties are counted where it is given without rounds: from the first on, or else not at all. */
  boolean countsFromTheBeginning() {
    return version(FIRST).filter(it -> it.terms().quota().isPresent()).isPresent();
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownProgramme(id), selection(id));
  }

  /** Refuses what is to begin after it was closed. */
  Optional<Decision> ifClosed() {
    return closing.map(it -> refuse(new ProgrammeRefusal.ProgrammeClosed(id), it.position()));
  }

  /** Refuses what surely happened before it opened or after it ended. */
  Optional<Decision> ifNotOpenAt(Header header) {
    Step<ProgrammeOpened> begun = opening.orElseThrow();
    boolean outside = header.occurred().isSurelyBefore(begun.fact().from())
        || begun.fact().to().filter(it -> it.isSurelyBefore(header.occurred())).isPresent();
    ProgrammeRefusal.ProgrammeClosed refusal = new ProgrammeRefusal.ProgrammeClosed(id);
    return closing.filter(it -> it.occurred().isSurelyBefore(header.occurred()))
        .map(it -> refuse(refusal, it.position()))
        .or(() -> outside ? Optional.of(refuse(refusal, begun.position())) : Optional.empty());
  }
}
