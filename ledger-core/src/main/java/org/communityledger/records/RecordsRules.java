package org.communityledger.records;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.communityledger.kernel.Remark;
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
      // Since version 2, remarks are taken back with what they are about, and approvals consider appointments.
      .rules(2)
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
      .approvals(ApprovalReadings::objection)
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
    // What an event replaced by one of the same thing lost its ground to is still there; what it led to itself is not.
    boolean isGone = !keepsIdentity(command, wrong);
    List<EventRetracted> retracted = new ArrayList<>(List.of(takenBack(wrong, command)));
    target.remarks().stream().filter(it -> isGone || ((Remark) it.event()).ledToBy().equals(id))
        .forEach(it -> retracted.add(takenBack(it, command)));
    return new Decision.Accept(retracted,
        command.replacements().stream().map(it -> inPlaceOf(wrong, it)).toList());
  }

  private static EventRetracted takenBack(RecordedEvent event, RetractEvent command) {
    return new EventRetracted(event.id(), Optional.of(command.approval()), List.copyOf(event.tags()));
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
      return retractionOf(command.event()).and(resting(lineage), Found::new)
          .and(ApprovalReadings.given(command.approval()), (found, approval) -> new Target(recorded, found.retracted(),
              approval, found.resting().dependants(), found.resting().remarks()));
    });
  }

  private record Found(Optional<Long> retracted, Resting resting) {}

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

  /** The events that cite the event or concern what it created. */
  private static Reading<Resting> resting(List<RecordedEvent> lineage) {
    Resting nothing = new Resting(List.of(), List.of());
    if (lineage.isEmpty()) {
      return Reading.known(nothing);
    }
    Selection restingOnIt = lineage.stream().map(it -> Selection.of(it.id().tag())).reduce(Selection::or).orElseThrow();
    Selection selection = lineage.get(0).event() instanceof Creation creation
        ? restingOnIt.or(Selection.of(creation.created().tag()))
        : restingOnIt;
    Set<EventId> itself = lineage.stream().map(RecordedEvent::id).collect(Collectors.toSet());
    return Reading.of(selection, nothing, (found, recorded) -> {
      boolean sameFact = itself.contains(recorded.id()) || recorded.corrects().filter(itself::contains).isPresent();
      return sameFact ? found : found.and(recorded, itself);
    });
  }

  /** The positions of events that rest on one, and the remarks on it or led to by it. */
  private record Resting(List<Long> dependants, List<RecordedEvent> remarks) {
    Resting and(RecordedEvent recorded, Set<EventId> itself) {
      return switch (recorded.event()) {
        case Retraction it -> this;
        case Remark it when itself.contains(it.event()) || itself.contains(it.ledToBy()) ->
          new Resting(dependants, with(remarks, recorded));
        case Remark it -> this;
        default -> new Resting(with(dependants, recorded.position()), remarks);
      };
    }

    private static <T> List<T> with(List<T> some, T another) {
      List<T> more = new ArrayList<>(some);
      more.add(another);
      return more;
    }
  }

  /** What is known about an event to be retracted. */
  record Target(
      Optional<RecordedEvent> recorded,
      Optional<Long> retracted,
      Approval approval,
      List<Long> dependants,
      List<RecordedEvent> remarks) {}
}
