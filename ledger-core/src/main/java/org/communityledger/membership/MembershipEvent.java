package org.communityledger.membership;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.OrgRegistration;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.UsesApproval;
import org.communityledger.kernel.When;

/** What happened to ladders, branches and standings. */
public sealed interface MembershipEvent extends Event {
  /**
   * A version of a ladder is in force from here on; what was decided before was decided by another.
   *
   * @param ladder the ladder
   * @param version its version
   * @param stages its stages, the first one first
   */
  record LadderDefined(LadderId ladder, int version, List<LadderStage> stages) implements MembershipEvent {
    public LadderDefined {
      stages = List.copyOf(stages);
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(ladder);
    }
  }

  /**
   * A branch came into being, and is an organisation from here on.
   *
   * @param org the branch
   * @param name its name
   * @param parent the organisation it belongs to
   * @param restsOn the site it rests on, if on one
   * @param place where it is: where the site is, or else its parent
   * @param ladder the ladder of whose last stage founders must be
   * @param founders who founded it
   * @param needed how many of them had to be at the last stage
   * @param holding the events by which they had come to it
   * @param approval the approval used
   */
  record BranchFounded(
      OrgId org,
      String name,
      Optional<OrgId> parent,
      Optional<SiteId> restsOn,
      Optional<PlaceId> place,
      LadderId ladder,
      List<PersonId> founders,
      int needed,
      List<EventId> holding,
      Optional<ApprovalId> approval) implements MembershipEvent, OrgRegistration, UsesApproval {
    public BranchFounded {
      founders = List.copyOf(founders);
      holding = List.copyOf(holding);
    }

    @Override
    public OrgId created() {
      return org;
    }

    @Override
    public String kind() {
      return "BRANCH";
    }

    @Override
    public boolean nameComplete() {
      return true;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(
          Tag.allPresent(Optional.of(org), parent, restsOn, Optional.of(ladder), approval));
      Stream.concat(founders.stream(), holding.stream()).map(Id::tag).forEach(tags::add);
      return Set.copyOf(tags);
    }
  }

  /**
   * A branch is no more.
   *
   * @param org the branch
   * @param restsOn the site it rested on, if on one
   * @param founders who had founded it
   * @param founding the event by which it had come into being
   */
  record BranchDissolved(OrgId org, Optional<SiteId> restsOn, List<PersonId> founders, EventId founding)
      implements
        MembershipEvent {
    public BranchDissolved {
      founders = List.copyOf(founders);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allPresent(Optional.of(org), restsOn, Optional.of(founding)));
      founders.stream().map(PersonId::tag).forEach(tags::add);
      return Set.copyOf(tags);
    }
  }

  /** What happened to one standing: a person's place on a ladder, in an organisation. */
  sealed interface OfStanding extends MembershipEvent, Personal {
    /** The standing. */
    StandingId standing();

    /** Whose it is. */
    PersonId person();

    /** The ladder it is on. */
    LadderId ladder();

    /** The organisation in which it is. */
    OrgId org();

    @Override
    default SealedFor sealedFor(String member) {
      return Words.of(person());
    }

    @Override
    default Set<Tag> tags() {
      return Tag.allOf(standing(), person(), ladder(), org());
    }
  }

  /** How a standing began: by an application, or by being taken over. */
  sealed interface Beginning extends OfStanding, Locatable {
    /** The code of the stage it began at. */
    String stage();

    /** How long one stays at it at least, by that version; empty if nothing is laid down. */
    Optional<Stay> minStay();

    /** The version of the ladder that was used. */
    int ladderVersion();

    /** The event that defined it. */
    EventId definition();

    /** Where the organisation is, if anybody says. */
    Optional<PlaceId> place();

    @Override
    default Id created() {
      return standing();
    }

    @Override
    default Optional<PlaceId> location() {
      return place();
    }

    @Override
    default Set<Tag> tags() {
      return withGrounds(OfStanding.super.tags(), Stream.of(definition()));
    }
  }

  /** How a standing ended. */
  sealed interface Ending extends OfStanding {
    /** In which of the ways. */
    StandingEnd end();
  }

  /**
   * Somebody applied and is at the first stage.
   *
   * @param stage the code of the stage
   * @param minStay how long one stays at it at least, by that version
   * @param ladderVersion the version of the ladder that was used
   * @param definition the event that defined it
   * @param place where the organisation is, if anybody says
   * @param document the application
   */
  record ApplicationSubmitted(
      StandingId standing,
      PersonId person,
      LadderId ladder,
      OrgId org,
      String stage,
      Optional<Stay> minStay,
      int ladderVersion,
      EventId definition,
      Optional<PlaceId> place,
      Sealed<String> document) implements Beginning {}

  /**
   * Somebody came with a standing; no application.
   *
   * @param stage the code of the stage the person is at
   * @param since when the person had come to it, elsewhere
   * @param minStay how long one stays at it at least, by that version
   * @param ladderVersion the version of the ladder that was used
   * @param definition the event that defined it
   * @param place where the organisation is, if anybody says
   * @param evidence what shows it
   */
  record StandingAdopted(
      StandingId standing,
      PersonId person,
      LadderId ladder,
      OrgId org,
      String stage,
      When since,
      Optional<Stay> minStay,
      int ladderVersion,
      EventId definition,
      Optional<PlaceId> place,
      List<Evidence> evidence) implements Beginning {
    public StandingAdopted {
      evidence = List.copyOf(evidence);
    }
  }

  /** Somebody talked with the person about it; what was said is sealed. */
  record TalkHeld(
      StandingId standing,
      PersonId person,
      LadderId ladder,
      OrgId org,
      Party by,
      Optional<Sealed<String>> notes) implements OfStanding {}

  /**
   * The person came to the next stage.
   *
   * @param from the code of the stage before
   * @param to the code of the stage
   * @param minStay how long one stays at it at least, by that version
   * @param ladderVersion the version of the ladder that was used
   * @param definition the event that defined it
   * @param deciders who decided
   * @param evidence what was shown
   * @param stayProven whether the dates leave no doubt that the person had stayed long enough; false if they only allow it
   * @param reached the event by which the person had come to the stage before
   * @param talk the talk it rests on, if it takes one
   */
  record StageReached(
      StandingId standing,
      PersonId person,
      LadderId ladder,
      OrgId org,
      String from,
      String to,
      Optional<Stay> minStay,
      int ladderVersion,
      EventId definition,
      List<Party> deciders,
      List<Evidence> evidence,
      boolean stayProven,
      EventId reached,
      Optional<EventId> talk) implements OfStanding {
    public StageReached {
      deciders = List.copyOf(deciders);
      evidence = List.copyOf(evidence);
    }

    @Override
    public Set<Tag> tags() {
      return withGrounds(OfStanding.super.tags(), Stream.concat(Stream.of(definition, reached), talk.stream()));
    }
  }

  /** The application was turned down. */
  record ApplicationRejected(StandingId standing, PersonId person, LadderId ladder, OrgId org) implements Ending {
    @Override
    public StandingEnd end() {
      return StandingEnd.REJECTED;
    }
  }

  /** The person took the application or membership back. */
  record StandingWithdrawn(StandingId standing, PersonId person, LadderId ladder, OrgId org) implements Ending {
    @Override
    public StandingEnd end() {
      return StandingEnd.WITHDRAWN;
    }
  }

  /** The standing ended. */
  record StandingEnded(StandingId standing, PersonId person, LadderId ladder, OrgId org) implements Ending {
    @Override
    public StandingEnd end() {
      return StandingEnd.ENDED;
    }
  }

  /** Tags, and those of the events a fact rests on. */
  private static Set<Tag> withGrounds(Set<Tag> tags, Stream<EventId> grounds) {
    Set<Tag> all = new HashSet<>(tags);
    grounds.map(EventId::tag).forEach(all::add);
    return Set.copyOf(all);
  }
}
