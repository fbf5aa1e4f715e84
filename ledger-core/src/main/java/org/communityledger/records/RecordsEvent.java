package org.communityledger.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UsesApproval;

/** What happened to the record itself. */
public sealed interface RecordsEvent extends Event {
  /** Under it all erasures are found, asked for and done. */
  Tag REGISTER = new Tag("register", "erasures");

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

  /**
   * It was asked that a subject be forgotten; from here on nothing is sealed for it. That it is done says
   * {@link SubjectErased}.
   *
   * @param subject whom or what
   * @param basis the ground
   * @param approval the approval used
   */
  record ErasureRequested(Tag subject, String basis, Optional<ApprovalId> approval)
      implements
        RecordsEvent,
        Erasure,
        UsesApproval,
        NeedsCompensation {
    @Override
    public Set<Tag> tags() {
      return about(subject, REGISTER, Tag.allPresent(approval));
    }
  }

  /**
   * The keys and values of a subject are destroyed.
   *
   * @param subject whom or what
   * @param request the event that asked for it
   * @param values how many values there were
   */
  record SubjectErased(Tag subject, EventId request, long values) implements RecordsEvent, NeedsCompensation {
    @Override
    public Set<Tag> tags() {
      return about(subject, REGISTER, Tag.allOf(request));
    }
  }

  /** A subject is not to be erased until the hold is lifted; see {@link RecordsCommand.PlaceHold}. */
  record HoldPlaced(HoldId hold, Tag subject, String basis) implements RecordsEvent, Creation, NeedsCompensation {
    @Override
    public Id created() {
      return hold;
    }

    @Override
    public Set<Tag> tags() {
      return about(subject, hold.tag(), Set.of());
    }
  }

  /** The hold on a subject ended. */
  record HoldLifted(HoldId hold, Tag subject, Optional<ApprovalId> approval) implements RecordsEvent, UsesApproval {
    @Override
    public Set<Tag> tags() {
      return about(subject, hold.tag(), Tag.allPresent(approval));
    }
  }

  /**
   * Somebody said something of a figure. It is not counted.
   *
   * @param figure the key of the figure
   * @param value what was said
   * @param asOf the day of which it was said
   * @param claimedBy who said so
   */
  record FigureAttested(String figure, Claim value, LocalDate asOf, Party claimedBy) implements RecordsEvent {
    public FigureAttested {
      figureTag(figure); // throws if it cannot be one
    }

    @Override
    public Set<Tag> tags() {
      return Set.of(figureTag(figure), claimedBy.tag());
    }
  }

  /** What was said of a figure is not said any more. */
  record AttestationWithdrawn(EventId attestation, String figure) implements RecordsEvent {
    public AttestationWithdrawn {
      figureTag(figure); // throws if it cannot be one
    }

    @Override
    public Set<Tag> tags() {
      return Set.of(figureTag(figure), attestation.tag());
    }
  }

  /** The tag under which all is found that is said of a figure. */
  static Tag figureTag(String figure) {
    return new Tag("figure", figure);
  }

  private static Set<Tag> about(Tag subject, Tag tag, Set<Tag> others) {
    Set<Tag> tags = new HashSet<>(others);
    tags.addAll(List.of(SealedFor.tagOf(subject), subject, tag));
    return Set.copyOf(tags);
  }
}
