package org.communityledger.records;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
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
      if (command instanceof RetractEvent) {
        throw new IllegalArgumentException("A retraction cannot replace an event; send it as a command of its own");
      }
      occurred.filter(it -> it.instant().isPresent() && it.earliest().isEmpty()).ifPresent(it -> {
        throw new IllegalArgumentException("A replacement's instant needs its day too: give earliest and latest");
      });
    }
  }
}
