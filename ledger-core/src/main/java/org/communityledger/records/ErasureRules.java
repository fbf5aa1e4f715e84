package org.communityledger.records;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownHold;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.LiftHold;
import org.communityledger.records.RecordsCommand.PlaceHold;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.records.RecordsRefusal.AlreadyHeld;
import org.communityledger.records.RecordsRefusal.AlreadyLifted;
import org.communityledger.records.RecordsRefusal.ErasureCompleted;
import org.communityledger.records.RecordsRefusal.ErasureNotRequested;
import org.communityledger.records.RecordsRefusal.LegalHold;
import org.communityledger.records.RecordsRefusal.UnknownSubject;

/**
 * The rule sheet of forgetting. Whether the subject is known is asked first, then whether it is erased, then the
 * approval, then the holds.
 */
final class ErasureRules {
  private ErasureRules() {}

  static Decision erase(EraseSubject command, Header header, ToErase found) {
    Subject subject = found.subject();
    Optional<Decision> objection = subject.objection()
        .or(() -> found.approval().objection("records.EraseSubject", command.subject(), header));
    if (objection.isPresent()) return objection.get();
    Map<HoldId, Long> holds = subject.retention().holds();
    if (!holds.isEmpty()) {
      return refuse(new LegalHold(command.subject(), holds.keySet().stream().toList()),
          holds.values().stream().mapToLong(Long::longValue).toArray());
    }
    return accept(new ErasureRequested(command.subject(), command.basis(), Optional.of(command.approval())));
  }

  static Reading<ToErase> toErase(EraseSubject command) {
    return subject(command.subject()).and(ApprovalReadings.given(command.approval()), ToErase::new);
  }

  /** What is to be erased, and the approval cited. */
  record ToErase(Subject subject, Approval approval) {}

  static Decision complete(CompleteErasure command, Header header, Retention retention) {
    if (retention.request().filter(it -> it.id().equals(command.request())).isEmpty()) {
      return refuseAbsent(new ErasureNotRequested(command.subject(), command.request()),
          Selection.of(SealedFor.tagOf(command.subject()), ErasureRequested.class));
    }
    if (retention.erased().isPresent()) {
      return refuse(new ErasureCompleted(command.subject()), retention.erased().get());
    }
    return accept(new SubjectErased(command.subject(), command.request(), command.values()));
  }

  static Decision placeHold(PlaceHold command, Header header, ToHold found) {
    if (found.hold().isKnown()) return found.hold().refuseTaken(new AlreadyHeld(command.hold()));
    return found.subject().objection()
        .orElseGet(() -> accept(new HoldPlaced(command.hold(), command.subject(), command.basis())));
  }

  static Reading<ToHold> toHold(PlaceHold command) {
    return Existence.of(HoldPlaced.class, new UnknownHold(command.hold())).and(subject(command.subject()), ToHold::new);
  }

  /** Whether the hold exists, and what it is to hold. */
  record ToHold(Existence hold, Subject subject) {}

  static Decision liftHold(LiftHold command, Header header, ToLift found) {
    Hold hold = found.hold();
    if (hold.subject().isEmpty()) {
      return refuseAbsent(new UnknownHold(command.hold()), Selection.of(command.hold().tag(), HoldPlaced.class));
    }
    if (hold.lifted().isPresent()) return refuse(new AlreadyLifted(command.hold()), hold.lifted().get());
    return found.approval().objection("records.LiftHold", command.hold().tag(), header)
        .orElseGet(() -> accept(
            new HoldLifted(command.hold(), hold.subject().get(), Optional.of(command.approval()))));
  }

  static Reading<ToLift> toLift(LiftHold command) {
    Reading<Hold> hold = Reading.of(Selection.of(command.hold().tag(), HoldPlaced.class, HoldLifted.class),
        new Hold(Optional.empty(), Optional.empty()), (found, recorded) -> switch (recorded.event()) {
          case HoldPlaced it -> new Hold(Optional.of(it.subject()), Optional.empty());
          case HoldLifted it -> new Hold(found.subject(), Optional.of(recorded.position()));
          default -> found;
        });
    return hold.and(ApprovalReadings.given(command.approval()), ToLift::new);
  }

  /** The hold to be lifted, and the approval cited. */
  record ToLift(Hold hold, Approval approval) {}

  /** A hold: what it holds, if it was placed, and the position of its end. */
  record Hold(Optional<Tag> subject, Optional<Long> lifted) {}

  /** Something retracted counts as recorded: its sealed values are still there to be erased. */
  private static Reading<Subject> subject(Tag tag) {
    Selection anything = Selection.of(tag).or(Selection.of(SealedFor.tagOf(tag)));
    return Reading.first(anything).and(Retention.reading(tag),
        (first, retention) -> new Subject(tag, anything, first, retention));
  }

  /**
   * What is to be erased or held.
   *
   * @param tag whom or what
   * @param lookedFor what was read to know whether it exists
   * @param first the position of the first event about it
   * @param retention what was decided about keeping its personal values
   */
  record Subject(Tag tag, Selection lookedFor, Optional<Long> first, Retention retention) {
    Optional<Decision> objection() {
      if (first.isEmpty()) return Optional.of(refuseAbsent(new UnknownSubject(tag), lookedFor));
      return retention.request().map(it -> refuse(new AlreadyErased(tag), it.position()));
    }
  }
}
