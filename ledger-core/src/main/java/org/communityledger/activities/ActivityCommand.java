package org.communityledger.activities;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/**
 * What can be asked about one activity. Titles are public names; everything else that is worded is a code word, and the
 * header's reason is sealed.
 *
 * <p>A list that is open is known to be longer than what is named: what is counted over it is "at least".
 */
public sealed interface ActivityCommand extends About {
  ActivityId activity();

  @Override
  default Id subject() {
    return activity();
  }

  /**
   * Plans an activity.
   *
   * @param title its public name, without the number of the edition
   * @param edition the number of the edition, 1 or more, where it is one of a series of that title
   * @param hosts who hosts it; may be nobody only if the list is open
   * @param coHosts who helps to host it
   * @param hostListOpen whether there are hosts or co-hosts who are not named
   * @param groups the groups in which contestants compete, as code words
   * @param plannedFor when it is to be held
   * @param partOf the larger activity, such as the contest to which a ceremony belongs
   */
  record PlanActivity(
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
      Optional<ActivityId> partOf) implements ActivityCommand {
    public PlanActivity {
      Texts.check("title", title, 100);
      edition.filter(it -> it < 1).ifPresent(it -> {
        throw new IllegalArgumentException("An edition is number 1 or more, not " + it);
      });
      hosts = List.copyOf(hosts);
      coHosts = List.copyOf(coHosts);
      groups = List.copyOf(groups);
      groups.forEach(it -> Texts.code("group", it));
      Set<Party> named = new HashSet<>();
      for (List<Party> each : List.of(hosts, coHosts)) {
        each.stream().filter(it -> !named.add(it)).findFirst().ifPresent(it -> {
          throw new IllegalArgumentException(it.tag() + " is named twice among hosts and co-hosts");
        });
      }
    }

    /** An activity with these hosts and no others, of which nothing else is known. */
    public static PlanActivity of(ActivityId activity, ActivityKind kind, String title, Party... hosts) {
      return new PlanActivity(activity, kind, title, Optional.empty(), List.of(hosts), List.of(), false,
          Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The same at a place. */
    public PlanActivity at(PlaceId where) {
      return new PlanActivity(activity, kind, title, edition, hosts, coHosts, hostListOpen, Optional.of(where), groups,
          plannedFor, partOf);
    }

    /** The same as the edition of that number. */
    public PlanActivity edition(int number) {
      return new PlanActivity(activity, kind, title, Optional.of(number), hosts, coHosts, hostListOpen, place, groups,
          plannedFor, partOf);
    }

    /** The same with hosts beyond those named. */
    public PlanActivity withMoreHosts() {
      return new PlanActivity(activity, kind, title, edition, hosts, coHosts, true, place, groups, plannedFor, partOf);
    }

    /** The same, in which contestants compete in these groups. */
    public PlanActivity inGroups(String... codes) {
      return new PlanActivity(activity, kind, title, edition, hosts, coHosts, hostListOpen, place, List.of(codes),
          plannedFor, partOf);
    }

    /** The same as a part of a larger one. */
    public PlanActivity asPartOf(ActivityId larger) {
      return new PlanActivity(activity, kind, title, edition, hosts, coHosts, hostListOpen, place, groups, plannedFor,
          Optional.of(larger));
    }
  }

  /**
   * Says that the activity took place; the header says when.
   *
   * @param sessions in how many sessions, where that is known
   */
  record HoldActivity(ActivityId activity, Optional<Tally> sessions) implements ActivityCommand {
    public HoldActivity {
      sessions.filter(it -> !it.unit().equals(Unit.SESSION) || it.upper().filter(most -> most == 0).isPresent())
          .ifPresent(it -> {
            throw new IllegalArgumentException("sessions counts one SESSION or more, not " + it);
          });
    }

    /** An activity held in nobody says how many sessions. */
    public static HoldActivity of(ActivityId activity) {
      return new HoldActivity(activity, Optional.empty());
    }
  }

  /** Says that the activity will not take place. */
  record CancelActivity(ActivityId activity) implements ActivityCommand {}

  /** Says that the organisers are done with it. What is found out later is recorded all the same. */
  record CloseActivity(ActivityId activity) implements ActivityCommand {}

  /**
   * Says who came, once for each role.
   *
   * @param group the group of the plan in which a contestant competes
   */
  record CheckIn(ActivityId activity, Party party, ParticipantRole as, Optional<String> group)
      implements
        ActivityCommand {
    public CheckIn {
      group.ifPresent(it -> Texts.code("group", it));
    }

    /** Somebody in no group. */
    public static CheckIn of(ActivityId activity, Party party, ParticipantRole as) {
      return new CheckIn(activity, party, as, Optional.empty());
    }
  }

  /**
   * Says how much was counted, once for each measure and item.
   *
   * @param measure what is counted, one of {@link Measures} or another code word
   * @param item of what, a code word; without it the tally is the measure's total
   * @param listOpen whether there are items of the measure that are not tallied
   */
  record RecordTally(ActivityId activity, String measure, Optional<String> item, Tally value, boolean listOpen)
      implements
        ActivityCommand {
    public RecordTally {
      Texts.code("measure", measure);
      item.ifPresent(it -> Texts.code("item", it));
    }

    /** The measure's total. */
    public static RecordTally of(ActivityId activity, String measure, Tally value) {
      return new RecordTally(activity, measure, Optional.empty(), value, false);
    }

    /** The tally of an item; all items are tallied. */
    public static RecordTally of(ActivityId activity, String measure, String item, Tally value) {
      return new RecordTally(activity, measure, Optional.of(item), value, false);
    }
  }

  /**
   * Says what it was about, or one of its forms or stops.
   *
   * @param topic the topic, a code word
   * @param examples by how many examples it was shown, in {@code PIECE}
   * @param listOpen whether there were topics that are not named
   */
  record CoverTopic(
      ActivityId activity,
      String topic,
      Optional<Party> presenter,
      Optional<Tally> examples,
      boolean listOpen) implements ActivityCommand {
    public CoverTopic {
      Texts.code("topic", topic);
    }

    /** A topic of which nothing else is known; all topics are named. */
    public static CoverTopic of(ActivityId activity, String topic) {
      return new CoverTopic(activity, topic, Optional.empty(), Optional.empty(), false);
    }
  }
}
