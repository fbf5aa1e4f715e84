package org.communityledger.records;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.Unknown.UnknownEvent;
import org.communityledger.parties.PartyReadings;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.LiftHold;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsCommand.WithdrawAttestation;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.records.RecordsRefusal.AlreadyGiven;
import org.communityledger.records.RecordsRefusal.AlreadyRetracted;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.communityledger.records.RecordsRefusal.UseCompensation;

/**
 * The rule sheet of records: approving and taking back; {@link ErasureRules} has forgetting, {@link AttestationRules} what
 * is said of figures.
 */
public final class RecordsRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("records")
      .event("ApprovalGiven", 1, ApprovalGiven.class)
      .event("EventRetracted", 1, EventRetracted.class)
      .event("ErasureRequested", 1, ErasureRequested.class)
      .event("SubjectErased", 1, SubjectErased.class)
      .event("HoldPlaced", 1, HoldPlaced.class)
      .event("HoldLifted", 1, HoldLifted.class)
      .event("FigureAttested", 1, FigureAttested.class)
      .event("AttestationWithdrawn", 1, AttestationWithdrawn.class)
      .command("GiveApproval", GiveApproval.class, it -> ApprovalReadings.given(it.approval()),
          RecordsRules::giveApproval)
      .command("RetractEvent", RetractEvent.class, RecordsRules::target, RecordsRules::retract)
      .command("EraseSubject", EraseSubject.class, ErasureRules::toErase, ErasureRules::erase)
      .command("CompleteErasure", CompleteErasure.class, it -> Retention.reading(it.subject()), ErasureRules::complete)
      .command("PlaceHold", PlaceHold.class, ErasureRules::toHold, ErasureRules::placeHold)
      .command("LiftHold", LiftHold.class, ErasureRules::toLift, ErasureRules::liftHold)
      .command("Attest", Attest.class, AttestationRules::claimant, AttestationRules::attest)
      .command("WithdrawAttestation", WithdrawAttestation.class, AttestationRules::standing,
          AttestationRules::withdraw)
      .place(GiveApproval.class, it -> Whereabouts.of(it.target()))
      .place(RetractEvent.class, it -> Whereabouts.of(it.event().tag()))
      .place(Attest.class, it -> PartyReadings.whereabouts(it.claimedBy()))
      .place(WithdrawAttestation.class, it -> AttestationRules.whereabouts(it.attestation()))
      .build();

  private RecordsRules() {}

  static Decision giveApproval(GiveApproval command, Header header, Approval approval) {
    if (approval.given().isPresent()) {
      return refuse(new AlreadyGiven(command.approval()), approval.given().get().position());
    }
    return accept(new ApprovalGiven(command.approval(), command.what(), command.target(), command.limit()));
  }

  static Decision retract(RetractEvent command, Header header, Target target) {
    EventId id = command.event();
    if (target.recorded().isEmpty()) return refuseAbsent(new UnknownEvent(id), Selection.of(id.tag()));
    if (target.retracted().isPresent()) return refuse(new AlreadyRetracted(id), target.retracted().get());
    Optional<Decision> objection = target.approval().objection("records.RetractEvent", id.tag(), header);
    if (objection.isPresent()) return objection.get();
    RecordedEvent wrong = target.recorded().get();
    if (wrong.event() instanceof NeedsCompensation) return refuse(new UseCompensation(id), wrong.position());
    if (!target.dependants().isEmpty() && !keepsIdentity(command, wrong)) {
      return refuse(new DependentEvents(id), target.dependants().stream().mapToLong(Long::longValue).toArray());
    }
    EventRetracted retracted = new EventRetracted(id, Optional.of(command.approval()), List.copyOf(wrong.tags()));
    return new Decision.Accept(List.of(retracted),
        command.replacements().stream().map(it -> inPlaceOf(wrong, it)).toList());
  }

  /** Whether something is put in the event's place that is about the same thing, so that others can go on resting on it. */
  private static boolean keepsIdentity(RetractEvent command, RecordedEvent wrong) {
    return command.replacements().stream()
        .anyMatch(it -> it.command() instanceof About about && switch (wrong.event()) {
          case Creation creation -> about.subject().equals(creation.created());
          default -> wrong.tags().contains(about.subject().tag());
        });
  }

  private static Decision.Replacement inPlaceOf(RecordedEvent wrong, Replacement replacement) {
    return new Decision.Replacement(replacement.command(), replacement.occurred().orElse(wrong.header().occurred()),
        wrong.id());
  }

  private static Reading<Target> target(RetractEvent command) {
    return withCorrected(command.event()).then(lineage -> {
      Optional<RecordedEvent> recorded = lineage.stream().findFirst();
      Reading<Optional<Long>> retracted = retractionOf(command.event());
      return retracted.and(dependants(lineage), Restings::new)
          .and(ApprovalReadings.given(command.approval()),
              (resting, approval) -> new Target(recorded, resting.retracted(), approval, resting.dependants()));
    });
  }

  private record Restings(Optional<Long> retracted, List<Long> dependants) {}

  /** The event, the event it corrects, and so on back to the first: who cited one of them, rests on all. */
  private static Reading<List<RecordedEvent>> withCorrected(EventId id) {
    return Reading.event(id).then(found -> found.flatMap(RecordedEvent::corrects)
        .map(corrected -> withCorrected(corrected)
            .<List<RecordedEvent>>map(earlier -> Stream.concat(found.stream(), earlier.stream()).toList()))
        .orElse(Reading.known(found.stream().toList())));
  }

  private static Reading<Optional<Long>> retractionOf(EventId id) {
    return Reading.of(Selection.of(id.tag(), Retraction.class), Optional.empty(), (found, recorded) -> {
      boolean takesItBack = recorded.event() instanceof Retraction it && it.retracted().equals(id);
      return takesItBack ? Optional.of(recorded.position()) : found;
    });
  }

  /** The positions of those events that cite the event or concern what it created. */
  private static Reading<List<Long>> dependants(List<RecordedEvent> lineage) {
    if (lineage.isEmpty()) {
      return Reading.known(List.of());
    }
    Selection restingOnIt = lineage.stream().map(it -> Selection.of(it.id().tag())).reduce(Selection::or).orElseThrow();
    Selection selection = lineage.get(0).event() instanceof Creation creation
        ? restingOnIt.or(Selection.of(creation.created().tag()))
        : restingOnIt;
    List<EventId> itself = lineage.stream().map(RecordedEvent::id).toList();
    return Reading.of(selection, List.of(), (found, recorded) -> {
      boolean sameFact = itself.contains(recorded.id()) || recorded.corrects().filter(itself::contains).isPresent();
      if (sameFact || recorded.event() instanceof Retraction) {
        return found;
      }
      List<Long> more = new ArrayList<>(found);
      more.add(recorded.position());
      return more;
    });
  }

  /** What is known about an event to be retracted. */
  record Target(
      Optional<RecordedEvent> recorded,
      Optional<Long> retracted,
      Approval approval,
      List<Long> dependants) {}
}
