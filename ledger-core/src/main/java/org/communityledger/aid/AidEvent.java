package org.communityledger.aid;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UsesApproval;

/**
 * What was granted, given, undone and found. An event that rests on an earlier one names it and carries its tag, so that
 * the earlier one is not retracted from under it. Those with running totals are not retracted themselves: the totals of
 * later events rest on them.
 */
public sealed interface AidEvent extends Event {
  /**
   * A party may have something.
   *
   * @param members who belonged to the household, if it is one
   * @param lines what
   * @param basis why
   * @param termsVersion the version of the terms it is granted under
   * @param ground the event that set these terms, or that opened the round which keeps them
   * @param until the last day on which it can be used; it lapses afterwards
   * @param quota how it counts against the quota, if there is one
   */
  record EntitlementGranted(
      EntitlementId entitlement,
      ProgrammeId programme,
      Optional<RoundId> round,
      Party party,
      List<PersonId> members,
      List<AidLine> lines,
      Optional<Sealed<String>> basis,
      int termsVersion,
      EventId ground,
      Optional<LocalDate> until,
      Optional<QuotaCount> quota) implements AidEvent, Creation, Personal, NeedsCompensation {
    public EntitlementGranted {
      members = List.copyOf(members);
      lines = List.copyOf(lines);
    }

    @Override
    public Id created() {
      return entitlement;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofEntitlement(party);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = entitled(entitlement, programme, round, party, members);
      tags.add(ground.tag());
      return Set.copyOf(tags);
    }
  }

  /**
   * A party may not have what was not given yet.
   *
   * @param lines what was granted
   * @param granting the event by which it was granted
   * @param quota how it counts against the quota, if there is one
   */
  record EntitlementRevoked(
      EntitlementId entitlement,
      ProgrammeId programme,
      Optional<RoundId> round,
      Party party,
      List<PersonId> members,
      List<AidLine> lines,
      EventId granting,
      Optional<QuotaCount> quota) implements AidEvent, NeedsCompensation {
    public EntitlementRevoked {
      members = List.copyOf(members);
      lines = List.copyOf(lines);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = entitled(entitlement, programme, round, party, members);
      tags.add(granting.tag());
      return Set.copyOf(tags);
    }
  }

  private static Set<Tag> entitled(
      EntitlementId entitlement,
      ProgrammeId programme,
      Optional<RoundId> round,
      Party party,
      List<PersonId> members) {
    Set<Tag> tags = new HashSet<>();
    tags.add(entitlement.tag());
    tags.add(AidTags.quota(programme, round));
    counted(party, members).forEach(it -> {
      tags.add(AidTags.entitled(programme, it));
      tags.add(AidTags.entitled(programme, round, it));
    });
    return tags;
  }

  /** For whom it counts: the party, and the members of a household. */
  private static List<Party> counted(Party party, List<PersonId> members) {
    return Stream.concat(Stream.of(party), members.stream()).toList();
  }

  /**
   * A party got something.
   *
   * @param kind what the programme gives
   * @param members who belonged to the household, if it is one
   * @param day the day, if it is known for sure
   * @param termsVersion the version of the terms that held
   * @param ground the event that set these terms, or that opened the round which keeps them
   * @param consent the event by which the party consented, if that was needed
   * @param quota how it counts against the quota, if there is one
   * @param moves what it took from stock
   */
  record Delivered(
      DeliveryId delivery,
      ProgrammeId programme,
      ProgrammeKind kind,
      Optional<RoundId> round,
      Party party,
      List<PersonId> members,
      List<AidLine> lines,
      Optional<EntitlementId> entitlement,
      Optional<SiteId> at,
      Optional<ActivityId> activity,
      Party by,
      Acknowledgement proof,
      Optional<LocalDate> day,
      int termsVersion,
      EventId ground,
      Optional<EventId> consent,
      Optional<QuotaCount> quota,
      List<StockMove> moves) implements AidEvent, Creation, NeedsCompensation, MovesStock {
    public Delivered {
      members = List.copyOf(members);
      lines = List.copyOf(lines);
      moves = List.copyOf(moves);
    }

    @Override
    public Id created() {
      return delivery;
    }

    /** For whom it counts: the party, and the members of a household. */
    public List<Party> counted() {
      return AidEvent.counted(party, members);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allPresent(Optional.of(delivery), entitlement, at, activity, consent));
      tags.add(ground.tag());
      tags.add(AidTags.quota(programme, round));
      moves.forEach(it -> tags.addAll(it.tags()));
      counted().forEach(it -> {
        tags.add(AidTags.served(programme, it));
        tags.add(AidTags.served(programme, round, it));
        day.ifPresent(on -> tags.add(AidTags.served(programme, on, it)));
        lines.forEach(line -> tags.add(AidTags.served(programme, line.item(), it)));
      });
      return Set.copyOf(tags);
    }
  }

  /**
   * People nobody names got something; see {@link AidCommand.DeliverToCrowd} and {@link Delivered}.
   *
   * @param people how many
   * @param linesOpen whether they got things that are not named
   */
  record DeliveredToCrowd(
      DeliveryId delivery,
      ProgrammeId programme,
      Optional<RoundId> round,
      Tally people,
      List<AidLine> lines,
      boolean linesOpen,
      Optional<SiteId> at,
      Optional<ActivityId> activity,
      Party by,
      int termsVersion,
      EventId ground,
      Optional<QuotaCount> quota,
      List<StockMove> moves) implements AidEvent, Creation, NeedsCompensation, MovesStock {
    public DeliveredToCrowd {
      lines = List.copyOf(lines);
      moves = List.copyOf(moves);
    }

    @Override
    public Id created() {
      return delivery;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allPresent(Optional.of(delivery), at, activity));
      tags.add(ground.tag());
      tags.add(AidTags.quota(programme, round));
      moves.forEach(it -> tags.addAll(it.tags()));
      return Set.copyOf(tags);
    }
  }

  /**
   * A delivery is undone: it counts for no limit and no quota any more.
   *
   * @param made the event it undoes
   * @param programme the programme of the delivery
   * @param round its round
   * @param party who got it, if it was to a party
   * @param lines what was given
   * @param at where
   * @param returned what came back into stock
   * @param notReturned what was given out of lots and did not come back
   * @param approval the approval used
   * @param quota how it counts against the quota, if there is one
   * @param moves what it brought back into stock
   * @param carried the tags of the event it undoes, in order, so that whoever finds that finds this
   */
  record DeliveryReversed(
      DeliveryId delivery,
      EventId made,
      ProgrammeId programme,
      Optional<RoundId> round,
      Optional<Party> party,
      List<AidLine> lines,
      Optional<SiteId> at,
      List<LotQuantity> returned,
      List<LotQuantity> notReturned,
      Optional<ApprovalId> approval,
      Optional<QuotaCount> quota,
      List<StockMove> moves,
      List<Tag> carried) implements AidEvent, UsesApproval, NeedsCompensation, MovesStock {
    public DeliveryReversed {
      lines = List.copyOf(lines);
      returned = List.copyOf(returned);
      notReturned = List.copyOf(notReturned);
      moves = List.copyOf(moves);
      carried = carried.stream().distinct().sorted(Comparator.comparing(Tag::toString)).toList();
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(carried);
      tags.addAll(Tag.allPresent(Optional.of(delivery), Optional.of(made), approval));
      return Set.copyOf(tags);
    }
  }

  /**
   * An examination found something; see {@link AidCommand.RecordFinding}.
   *
   * @param programme the screening
   * @param examination the event of the examination
   */
  record FindingRecorded(
      DeliveryId delivery,
      ProgrammeId programme,
      Party party,
      Sealed<String> finding,
      boolean followUp,
      EventId examination) implements AidEvent, Personal {
    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofFinding(party);
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(delivery, examination);
    }
  }

  /**
   * The follow-up of a finding is done.
   *
   * @param programme the screening
   * @param party who was examined
   * @param finding the event of the finding
   */
  record FollowUpClosed(DeliveryId delivery, ProgrammeId programme, Party party, EventId finding)
      implements
        AidEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(delivery, finding);
    }
  }
}
