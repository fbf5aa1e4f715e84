package org.communityledger.activities;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.When;

/**
 * What happened to an activity. An event that rests on its holding names that and carries its tag, so that the holding is
 * not retracted from under it.
 */
public sealed interface ActivityEvent extends Event {
  ActivityId activity();

  @Override
  default Set<Tag> tags() {
    return Tag.allOf(activity());
  }

  /** An activity is to take place. */
  record ActivityPlanned(
      ActivityId activity,
      ActivityKind kind,
      String title,
      Optional<Integer> edition,
      List<Party> hosts,
      List<Party> coHosts,
      boolean hostListOpen,
      Optional<PlaceId> place,
      List<String> groups,
      Optional<When> plannedFor,
      Optional<ActivityId> partOf) implements ActivityEvent, Locatable {
    public ActivityPlanned {
      hosts = List.copyOf(hosts);
      coHosts = List.copyOf(coHosts);
      groups = List.copyOf(groups);
    }

    @Override
    public Id created() {
      return activity;
    }

    @Override
    public Optional<PlaceId> location() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allPresent(Optional.of(activity), place, partOf));
      hosts.forEach(it -> tags.add(it.tag()));
      coHosts.forEach(it -> tags.add(it.tag()));
      edition.ifPresent(it -> tags.add(new Edition(title, it).tag()));
      return Set.copyOf(tags);
    }
  }

  /** It took place. */
  record ActivityHeld(ActivityId activity, Optional<Tally> sessions) implements ActivityEvent {}

  /** It will not take place; its edition is free again. */
  record ActivityCancelled(ActivityId activity) implements ActivityEvent {}

  /** The organisers are done with it. */
  record ActivityClosed(ActivityId activity, EventId holding) implements ActivityEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(activity, holding);
    }
  }

  /** Somebody came. */
  record ParticipantCheckedIn(
      ActivityId activity,
      Party party,
      ParticipantRole as,
      Optional<String> group,
      EventId holding) implements ActivityEvent {
    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allOf(activity, party, holding));
      tags.add(seat(activity, party, as));
      return Set.copyOf(tags);
    }

    static Tag seat(ActivityId activity, Party party, ParticipantRole as) {
      return new Tag("seat", activity + ":" + party.tag() + ":" + as);
    }
  }

  /** So much was counted. */
  record TallyRecorded(
      ActivityId activity,
      String measure,
      Optional<String> item,
      Tally value,
      boolean listOpen,
      EventId holding) implements ActivityEvent {
    public TallyRecorded {
      Texts.code("measure", measure); // both stand in tags
      item.ifPresent(it -> Texts.code("item", it));
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allOf(activity, holding));
      tags.add(all(activity, measure));
      item.ifPresent(it -> tags.add(new Tag("tally", activity + ":" + measure + ":" + it)));
      return Set.copyOf(tags);
    }

    /** The tag of all tallies of the measure, whatever their item: they are counted in one unit. */
    static Tag all(ActivityId activity, String measure) {
      return new Tag("tally", activity + ":" + measure);
    }
  }

  /** It was about this. */
  record TopicCovered(
      ActivityId activity,
      String topic,
      Optional<Party> presenter,
      Optional<Tally> examples,
      boolean listOpen,
      EventId holding) implements ActivityEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(activity), presenter, Optional.of(holding));
    }
  }
}
