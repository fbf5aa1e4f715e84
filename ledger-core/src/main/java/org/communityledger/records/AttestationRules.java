package org.communityledger.records;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.Unknown.UnknownEvent;
import org.communityledger.parties.PartyReadings;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.communityledger.records.RecordsRefusal.AlreadyRetracted;
import org.communityledger.records.RecordsRefusal.AlreadyWithdrawn;
import org.communityledger.records.RecordsRefusal.UnitMismatch;
import org.communityledger.records.RecordsRefusal.UnknownFigure;

/** The rule sheet of what is said of figures, never to be mixed with what is counted. */
final class AttestationRules {
  private AttestationRules() {}

  static Decision attest(Attest command, Header header, Optional<Decision> missing) {
    Optional<CountedUnits> counted = KnownFigures.shipped().counted(command.figure());
    if (counted.isEmpty()) return refuse(new UnknownFigure(command.figure()));
    Optional<CountedUnits> unlike = CountedUnits.of(command.value()).filter(it -> !counted.get().admit(it));
    if (unlike.isPresent()) {
      return refuse(new UnitMismatch(command.figure(), counted.get().toString(), unlike.get().toString()));
    }
    LocalDate today = header.today().orElseThrow();
    if (command.asOf().isAfter(today)) return refuse(new InTheFuture(command.asOf(), today));
    return missing
        .orElseGet(() -> accept(
            new FigureAttested(command.figure(), command.value(), command.asOf(), command.claimedBy())));
  }

  static Reading<Optional<Decision>> claimant(Attest command) {
    return Existence.firstMissing(List.of(PartyReadings.registered(command.claimedBy())));
  }

  static Decision withdraw(WithdrawAttestation command, Header header, Standing standing) {
    EventId id = command.attestation();
    if (standing.attested().isEmpty()) return refuseAbsent(new UnknownEvent(id), Selection.of(id.tag()));
    if (standing.retracted().isPresent()) return refuse(new AlreadyRetracted(id), standing.retracted().get());
    if (standing.withdrawn().isPresent()) return refuse(new AlreadyWithdrawn(id), standing.withdrawn().get());
    return accept(new AttestationWithdrawn(id, standing.attested().get().figure()));
  }

  static Reading<Standing> standing(WithdrawAttestation command) {
    EventId id = command.attestation();
    Selection endings = Selection.of(id.tag(), AttestationWithdrawn.class, Retraction.class);
    return attested(id).then(attested -> Reading.of(endings,
        new Standing(attested, Optional.empty(), Optional.empty()), (found, recorded) -> found.after(id, recorded)));
  }

  /** Where what is said of a figure comes from: where the one is who says it. */
  static Reading<Whereabouts> whereabouts(EventId id) {
    return attested(id).then(it -> it.map(attested -> PartyReadings.whereabouts(attested.claimedBy()))
        .orElse(Reading.known(new Whereabouts(List.of(), Optional.of(Selection.of(id.tag()))))));
  }

  private static Reading<Optional<FigureAttested>> attested(EventId id) {
    return Reading.event(id).map(found -> found.map(RecordedEvent::event).filter(FigureAttested.class::isInstance)
        .map(FigureAttested.class::cast));
  }

  /**
   * An attestation as it stands.
   *
   * @param attested what was attested, if anything was
   * @param retracted the position of the event that took it back, if one did
   * @param withdrawn the position of the event that withdrew it, if one did
   */
  record Standing(Optional<FigureAttested> attested, Optional<Long> retracted, Optional<Long> withdrawn) {
    private Standing after(EventId id, RecordedEvent recorded) {
      return switch (recorded.event()) {
        case Retraction it when it.retracted().equals(id) ->
          new Standing(attested, Optional.of(recorded.position()), withdrawn);
        case AttestationWithdrawn it -> new Standing(attested, retracted, Optional.of(recorded.position()));
        default -> this;
      };
    }
  }
}
