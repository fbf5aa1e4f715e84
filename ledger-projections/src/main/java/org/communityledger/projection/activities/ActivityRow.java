package org.communityledger.projection.activities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.communityledger.activities.ActivityEvent;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.activities.ActivityKind;
import org.communityledger.activities.ActivityState;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/**
 * An activity as it stands.
 *
 * @param plan how it was planned, as last corrected
 * @param state how far it has come
 * @param held when it was held, no more exact than stated; empty unless it was
 * @param sessions in how many sessions it was held, where that is known
 * @param attendance who was checked in, counted by role and kind of party
 * @param tallies what was tallied, in the order of the record
 * @param topics what it covered, in the order of the record
 * @param position the position of the last event about it
 */
public record ActivityRow(
    ActivityPlanned plan,
    ActivityState state,
    Optional<When> held,
    Optional<Tally> sessions,
    List<Attendance> attendance,
    List<Tallied> tallies,
    List<Topic> topics,
    long position) {
  private static final Comparator<Attendance> BY_ROLE = Comparator.comparing(Attendance::as)
      .thenComparing(Attendance::party);

  public ActivityRow {
    attendance = List.copyOf(attendance);
    tallies = List.copyOf(tallies);
    topics = List.copyOf(topics);
  }

  /**
   * How many were checked in.
   *
   * @param as in which role
   * @param party what they are: {@code person}, {@code household} or {@code org}
   * @param number how many different ones
   */
  public record Attendance(ParticipantRole as, String party, long number) {}

  /**
   * What was tallied.
   *
   * @param measure what was counted
   * @param item of what; without it the tally is the measure's total
   * @param value how much
   * @param listOpen whether there are items of the measure that were not tallied
   */
  public record Tallied(String measure, Optional<String> item, Tally value, boolean listOpen) {}

  /**
   * What was covered.
   *
   * @param topic the topic
   * @param presenter who presented it
   * @param examples by how many examples it was shown
   * @param listOpen whether there were topics that are not named
   */
  public record Topic(String topic, Optional<Party> presenter, Optional<Tally> examples, boolean listOpen) {}

  static ActivityRow of(ActivityPlanned plan, RecordedEvent recorded) {
    return new ActivityRow(plan, ActivityState.PLANNED, Optional.empty(), Optional.empty(), List.of(), List.of(),
        List.of(), recorded.position());
  }

  public ActivityId activity() {
    return plan.activity();
  }

  public ActivityKind kind() {
    return plan.kind();
  }

  /** How many host it or help to, in {@link Unit#PIECE}; at least those named, if the list is open. */
  public Tally hosts() {
    return counted(plan.hosts().size() + plan.coHosts().size(), plan.hostListOpen());
  }

  /** How many different topics it covered, in {@link Unit#PIECE}; at least those named, if the list is open. */
  public Tally topicCount() {
    return counted(topics.stream().map(Topic::topic).distinct().count(), topics.stream().anyMatch(Topic::listOpen));
  }

  private static Tally counted(long named, boolean listOpen) {
    return listOpen ? Tally.atLeast(named, Unit.PIECE) : Tally.exact(named, Unit.PIECE);
  }

  /** By how many examples its topics were shown, in {@link Unit#PIECE}; empty where nobody counted any. */
  public Optional<Tally> examples() {
    return topics.stream().flatMap(it -> it.examples().stream())
        .filter(it -> it.unit().equals(Unit.PIECE)).reduce(Tally::plus);
  }

  /**
   * How much of the measure was tallied: the total where one was recorded, or else the items added; at least that, if the
   * list of items is open. One quantity for each unit, which is one at most where the rules were asked.
   */
  public List<Tally> total(String measure) {
    List<Tallied> ofMeasure = tallies.stream().filter(it -> it.measure().equals(measure)).toList();
    Predicate<Tallied> isTotal = it -> it.item().isEmpty();
    List<Tallied> counting = ofMeasure.stream().anyMatch(isTotal)
        ? ofMeasure.stream().filter(isTotal).toList()
        : ofMeasure;
    Map<String, List<Tallied>> byUnit = counting.stream()
        .collect(Collectors.groupingBy(it -> it.value().unit().code(), TreeMap::new, Collectors.toList()));
    return byUnit.values().stream().map(ActivityRow::sum).toList();
  }

  private static Tally sum(List<Tallied> ofOneUnit) {
    Tally sum = ofOneUnit.stream().map(Tallied::value).reduce(Tally::plus).orElseThrow();
    return ofOneUnit.stream().anyMatch(Tallied::listOpen)
        ? new Tally(sum.lower(), Optional.empty(), sum.approximate(), sum.unit(), sum.asStated())
        : sum;
  }

  ActivityRow after(ActivityEvent event, RecordedEvent recorded) {
    ActivityRow moved = new ActivityRow(plan, state, held, sessions, attendance, tallies, topics,
        Math.max(position, recorded.position()));
    return switch (event) {
      case ActivityPlanned it -> moved;
      case ActivityHeld it -> moved.held(recorded.header().occurred(), it.sessions());
      case ActivityCancelled it -> moved.at(ActivityState.CANCELLED);
      case ActivityClosed it -> moved.at(ActivityState.CLOSED);
      case ParticipantCheckedIn it -> moved.counting(it);
      case TallyRecorded it -> moved.tallying(new Tallied(it.measure(), it.item(), it.value(), it.listOpen()));
      case TopicCovered it -> moved.covering(new Topic(it.topic(), it.presenter(), it.examples(), it.listOpen()));
    };
  }

  private ActivityRow held(When when, Optional<Tally> in) {
    return new ActivityRow(plan, ActivityState.HELD, Optional.of(when), in, attendance, tallies, topics, position);
  }

  private ActivityRow at(ActivityState other) {
    return new ActivityRow(plan, other, held, sessions, attendance, tallies, topics, position);
  }

  private ActivityRow counting(ParticipantCheckedIn checkIn) {
    String party = checkIn.party().tag().key();
    List<Attendance> more = new ArrayList<>();
    long number = 1;
    for (Attendance each : attendance) {
      if (each.as() == checkIn.as() && each.party().equals(party)) {
        number += each.number();
      } else {
        more.add(each);
      }
    }
    more.add(new Attendance(checkIn.as(), party, number));
    more.sort(BY_ROLE);
    return new ActivityRow(plan, state, held, sessions, more, tallies, topics, position);
  }

  private ActivityRow tallying(Tallied one) {
    List<Tallied> more = new ArrayList<>(tallies);
    more.add(one);
    return new ActivityRow(plan, state, held, sessions, attendance, more, topics, position);
  }

  private ActivityRow covering(Topic one) {
    List<Topic> more = new ArrayList<>(topics);
    more.add(one);
    return new ActivityRow(plan, state, held, sessions, attendance, tallies, more, position);
  }
}
