package org.communityledger.records;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UsesApproval;

/** What happened to the record itself. */
public sealed interface RecordsEvent extends Event {
  /** The header's actor approved one act on one thing; see {@link RecordsCommand.GiveApproval}. */
  record ApprovalGiven(ApprovalId approval, String what, Tag target, Optional<Tally> limit)
      implements
        RecordsEvent,
        Creation {
    @Override
    public Id created() {
      return approval;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(approval);
    }
  }

  /**
   * An event was taken back; figures ignore it, histories show it struck out.
   *
   * @param event the event
   * @param approval the approval used
   * @param carried the tags of the event, in order, so that whoever finds it finds this
   */
  record EventRetracted(EventId event, Optional<ApprovalId> approval, List<Tag> carried)
      implements
        RecordsEvent,
        Retraction,
        UsesApproval,
        NeedsCompensation {
    public EventRetracted {
      carried = carried.stream().distinct().sorted(Comparator.comparing(Tag::toString)).toList();
    }

    @Override
    public EventId retracted() {
      return event;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(carried);
      tags.addAll(Tag.allPresent(Optional.of(event), approval));
      return Set.copyOf(tags);
    }
  }
}
