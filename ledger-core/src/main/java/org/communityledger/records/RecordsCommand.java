package org.communityledger.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.When;

/** What can be asked about the record itself. */
public sealed interface RecordsCommand extends Command {
  /**
   * Approves one act of somebody else; the approver is the header's actor.
   *
   * @param approval the approval's id, to be cited by the act
   * @param what the stored name of the command approved: {@code cases.CloseCase}
   * @param target the tag of the thing it may be done to: {@code case:C1}
   * @param limit how much of it, where the act has a quantity
   */
  record GiveApproval(ApprovalId approval, String what, Tag target, Optional<Tally> limit)
      implements
        RecordsCommand,
        About {
    private static final Pattern COMMAND_NAME = Pattern.compile("[a-z]{1,30}\\.[A-Za-z0-9]{1,60}");

    public GiveApproval {
      if (!COMMAND_NAME.matcher(what).matches()) {
        throw new IllegalArgumentException("'" + what + "' is not a command's stored name: write cases.CloseCase");
      }
    }

    @Override
    public Id subject() {
      return approval;
    }
  }

  /**
   * Takes an event back because the recording was wrong, and says rightly what it said wrongly.
   *
   * @param event the event
   * @param approval the approval of this retraction, given for the target {@code event:<id>}
   * @param replacements what is recorded in its place, all or nothing; empty if nothing of the kind happened
   */
  record RetractEvent(EventId event, ApprovalId approval, List<Replacement> replacements) implements RecordsCommand {
    public RetractEvent {
      replacements = List.copyOf(replacements);
    }
  }

  /**
   * A command whose events take the place of the retracted one.
   *
   * @param command the command
   * @param occurred when it happened; the date of the retracted event if empty
   */
  record Replacement(Command command, Optional<When> occurred) {
    public Replacement {
      switch (command) {
        case RetractEvent it -> throw unfit("A retraction");
        // Decided on the history before the event it replaced, it would not see the holds and erasures of today.
        case EraseSubject it -> throw unfit("An erasure");
        case CompleteErasure it -> throw unfit("An erasure");
        case PlaceHold it -> throw unfit("A hold");
        case LiftHold it -> throw unfit("A hold");
        default -> {
        }
      }
      occurred.filter(it -> it.instant().isPresent() && it.earliest().isEmpty()).ifPresent(it -> {
        throw new IllegalArgumentException("A replacement's instant needs its day too: give earliest and latest");
      });
    }

    private static IllegalArgumentException unfit(String what) {
      return new IllegalArgumentException(what + " cannot replace an event; send it as a command of its own");
    }
  }

  /**
   * Forgets all personal values about a subject: their keys are destroyed, and nothing personal is recorded about it any
   * more. Counts, hashes and everything in clear remain.
   *
   * @param subject whom or what: {@code person:p-7}, {@code case:c-9}
   * @param basis the ground, a code word such as {@code request} or {@code retention-ended}
   * @param approval the approval of this erasure, given for the target {@code subject}
   */
  record EraseSubject(Tag subject, String basis, ApprovalId approval) implements RecordsCommand {
    public EraseSubject {
      SealedFor.tagOf(subject); // throws if the tag is too long to be one of a subject
      Texts.code("basis", basis);
    }
  }

  /**
   * Says that what was asked to be forgotten is destroyed. The ledger itself records it once that is so; it is nothing
   * for callers to claim.
   *
   * @param subject whom or what
   * @param request the event that asked for it
   * @param values how many values were destroyed
   */
  record CompleteErasure(Tag subject, EventId request, long values) implements RecordsCommand {
    public CompleteErasure {
      SealedFor.tagOf(subject);
      if (values < 0) {
        throw new IllegalArgumentException("values is 0 or more, not " + values);
      }
    }
  }

  /**
   * Forbids to erase a subject until the hold is lifted.
   *
   * @param hold the hold's id
   * @param subject whom or what
   * @param basis the ground, a code word such as {@code court-order}
   */
  record PlaceHold(HoldId hold, Tag subject, String basis) implements RecordsCommand {
    public PlaceHold {
      SealedFor.tagOf(subject);
      Texts.code("basis", basis);
    }
  }

  /**
   * Ends a hold.
   *
   * @param hold the hold
   * @param approval the approval of this, given for the target {@code hold:<id>}
   */
  record LiftHold(HoldId hold, ApprovalId approval) implements RecordsCommand {}

  /**
   * Says that somebody says something of a figure. It counts nothing; reconciliation holds it against what is counted.
   *
   * @param figure the key of a figure the ledger can count: {@code cases.open{kind=HAZARD}}
   * @param value what is said
   * @param asOf the day of which it is said
   * @param claimedBy who says so
   */
  record Attest(String figure, Claim value, LocalDate asOf, Party claimedBy) implements RecordsCommand {
    public Attest {
      RecordsEvent.figureTag(KnownFigures.check(figure)); // throws if it is too long for a tag
    }
  }

  /**
   * Says that what was said of a figure is not said any more.
   *
   * @param attestation the event by which it was said
   */
  record WithdrawAttestation(EventId attestation) implements RecordsCommand {}
}
