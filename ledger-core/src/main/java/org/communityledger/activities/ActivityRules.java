package org.communityledger.activities;

import static org.communityledger.activities.ActivityReadings.ofActivity;
import static org.communityledger.activities.ActivityReadings.withParty;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.activities.Activity.Step;
import org.communityledger.activities.ActivityCommand.CancelActivity;
import org.communityledger.activities.ActivityCommand.CheckIn;
import org.communityledger.activities.ActivityCommand.CloseActivity;
import org.communityledger.activities.ActivityCommand.CoverTopic;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.activities.ActivityReadings.WithParty;
import org.communityledger.activities.ActivityRefusal.AlreadyCheckedIn;
import org.communityledger.activities.ActivityRefusal.AlreadyClosed;
import org.communityledger.activities.ActivityRefusal.AlreadyHeld;
import org.communityledger.activities.ActivityRefusal.AlreadyPlanned;
import org.communityledger.activities.ActivityRefusal.Cancelled;
import org.communityledger.activities.ActivityRefusal.EditionTaken;
import org.communityledger.activities.ActivityRefusal.GroupRepeated;
import org.communityledger.activities.ActivityRefusal.GroupUnknown;
import org.communityledger.activities.ActivityRefusal.HostMissing;
import org.communityledger.activities.ActivityRefusal.NotHeld;
import org.communityledger.activities.ActivityRefusal.TallyExists;
import org.communityledger.activities.ActivityRefusal.UnitMismatch;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;

/** The rule sheet of activities. */
public final class ActivityRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("activities")
      .event("ActivityPlanned", 1, ActivityPlanned.class)
      .event("ActivityHeld", 1, ActivityHeld.class)
      .event("ActivityCancelled", 1, ActivityCancelled.class)
      .event("ActivityClosed", 1, ActivityClosed.class)
      .event("ParticipantCheckedIn", 1, ParticipantCheckedIn.class)
      .event("TallyRecorded", 1, TallyRecorded.class)
      .event("TopicCovered", 1, TopicCovered.class)
      .command("PlanActivity", PlanActivity.class, ActivityRules::planAndNeeds, ActivityRules::plan)
      .command("HoldActivity", HoldActivity.class, ActivityReadings::ofActivity, ActivityRules::hold)
      .command("CancelActivity", CancelActivity.class, ActivityReadings::ofActivity, ActivityRules::cancel)
      .command("CloseActivity", CloseActivity.class, ActivityReadings::ofActivity, ActivityRules::close)
      .command("CheckIn", CheckIn.class, ActivityRules::activityAndSeat, ActivityRules::checkIn)
      .command("RecordTally", RecordTally.class, ActivityRules::activityAndTallies, ActivityRules::recordTally)
      .command("CoverTopic", CoverTopic.class, it -> withParty(it, it.presenter()), ActivityRules::coverTopic)
      .place(PlanActivity.class, it -> Whereabouts.named(it.place()))
      .place(ActivityCommand.class, it -> Whereabouts.of(it.activity().tag()))
      .build();

  private ActivityRules() {}

  static Decision plan(PlanActivity command, Header header, PlanAndNeeds found) {
    if (found.existing().isKnown()) return found.existing().refuseTaken(new AlreadyPlanned(command.activity()));
    if (command.hosts().isEmpty() && !command.hostListOpen()) return refuse(new HostMissing(command.activity()));
    Set<String> groups = new HashSet<>();
    Optional<String> repeated = command.groups().stream().filter(it -> !groups.add(it)).findFirst();
    if (repeated.isPresent()) return refuse(new GroupRepeated(command.activity(), repeated.get()));
    if (found.missing().isPresent()) return found.missing().get();
    if (!found.sameEdition().isEmpty()) {
      Step<ActivityPlanned> taken = found.sameEdition().getFirst().plan().orElseThrow();
      return refuse(new EditionTaken(command.title(), command.edition().orElseThrow(), taken.fact().activity()),
          taken.position());
    }
    return accept(new ActivityPlanned(command.activity(), command.kind(), command.title(), command.edition(),
        command.hosts(), command.coHosts(), command.hostListOpen(), command.place(), command.groups(),
        command.plannedFor(), command.partOf()));
  }

  private static Reading<PlanAndNeeds> planAndNeeds(PlanActivity command) {
    List<Reading<Existence>> needs = new ArrayList<>();
    Stream.concat(command.hosts().stream(), command.coHosts().stream())
        .forEach(it -> needs.add(PartyReadings.registered(it)));
    command.place().ifPresent(it -> needs.add(PlaceReadings.registered(it)));
    command.partOf().ifPresent(it -> needs.add(ActivityReadings.planned(it)));
    Reading<List<Activity>> sameEdition = command.edition()
        .map(it -> ActivityReadings.ofEdition(new Edition(command.title(), it))).orElse(Reading.known(List.of()));
    return ActivityReadings.planned(command.activity()).and(Existence.firstMissing(needs), Needs::new)
        .and(sameEdition, (it, taken) -> new PlanAndNeeds(it.existing(), it.missing(), taken));
  }

  private record Needs(Existence existing, Optional<Decision> missing) {}

  /**
   * Whether the activity exists, the refusal for what its plan needs and is missing, and the activities that are the same
   * edition.
   */
  record PlanAndNeeds(Existence existing, Optional<Decision> missing, List<Activity> sameEdition) {}

  static Decision hold(HoldActivity command, Header header, Activity a) {
    return unlessOver(a).orElseGet(() -> accept(new ActivityHeld(command.activity(), command.sessions())));
  }

  static Decision cancel(CancelActivity command, Header header, Activity a) {
    return unlessOver(a).orElseGet(() -> accept(new ActivityCancelled(command.activity())));
  }

  private static Optional<Decision> unlessOver(Activity a) {
    if (!a.isPlanned()) return Optional.of(a.refuseUnknown());
    if (a.cancelled().isPresent()) return Optional.of(refuse(new Cancelled(a.id()), a.cancelled().get()));
    return a.holding().map(it -> refuse(new AlreadyHeld(a.id()), it.position()));
  }

  static Decision close(CloseActivity command, Header header, Activity a) {
    if (!a.isPlanned()) return a.refuseUnknown();
    if (a.cancelled().isPresent()) return refuse(new Cancelled(a.id()), a.cancelled().get());
    if (!a.isHeld()) return a.refuseNotHeld(new NotHeld(a.id()));
    if (a.closed().isPresent()) return refuse(new AlreadyClosed(a.id()), a.closed().get());
    return accept(new ActivityClosed(command.activity(), a.holding().orElseThrow().id()));
  }

  static Decision checkIn(CheckIn command, Header header, ActivityAndSeat found) {
    Activity a = found.found();
    Optional<Decision> objection = unlessHeld(a).or(found::missing);
    if (objection.isPresent()) return objection.get();
    Step<ActivityPlanned> plan = a.plan().orElseThrow();
    if (command.group().filter(it -> !plan.fact().groups().contains(it)).isPresent()) {
      return refuse(new GroupUnknown(a.id(), command.group().get()), plan.position());
    }
    if (found.seated().isPresent()) {
      return refuse(new AlreadyCheckedIn(a.id(), command.party(), command.as()), found.seated().get());
    }
    return accept(new ParticipantCheckedIn(command.activity(), command.party(), command.as(), command.group(),
        a.holding().orElseThrow().id()));
  }

  private static Reading<ActivityAndSeat> activityAndSeat(CheckIn command) {
    Selection seat = Selection.of(ParticipantCheckedIn.seat(command.activity(), command.party(), command.as()),
        ParticipantCheckedIn.class);
    return withParty(command, Optional.of(command.party())).and(Reading.first(seat),
        (it, seated) -> new ActivityAndSeat(it.found(), it.missing(), seated));
  }

  /** An activity, the refusal for the party if it is not registered, and where it was checked in in that role. */
  record ActivityAndSeat(Activity found, Optional<Decision> missing, Optional<Long> seated) {}

  static Decision recordTally(RecordTally command, Header header, ActivityAndTallies found) {
    Activity a = found.found();
    Optional<Decision> objection = unlessHeld(a);
    if (objection.isPresent()) return objection.get();
    Unit unit = command.value().unit();
    if (!Measures.allow(command.measure(), unit)) {
      return refuse(new UnitMismatch(a.id(), command.measure(), unit, Optional.empty()));
    }
    for (Step<TallyRecorded> each : found.tallies()) {
      if (each.fact().item().equals(command.item())) {
        return refuse(new TallyExists(a.id(), command.measure(), command.item()), each.position());
      }
    }
    for (Step<TallyRecorded> each : found.tallies()) {
      Unit countedIn = each.fact().value().unit();
      if (!countedIn.equals(unit)) {
        return refuse(new UnitMismatch(a.id(), command.measure(), unit, Optional.of(countedIn)), each.position());
      }
    }
    return accept(new TallyRecorded(command.activity(), command.measure(), command.item(), command.value(),
        command.listOpen(), a.holding().orElseThrow().id()));
  }

  private static Reading<ActivityAndTallies> activityAndTallies(RecordTally command) {
    Selection ofMeasure = Selection.of(TallyRecorded.all(command.activity(), command.measure()), TallyRecorded.class);
    Reading<List<Step<TallyRecorded>>> tallies = Reading.of(ofMeasure, List.of(), (found, recorded) -> {
      List<Step<TallyRecorded>> more = new ArrayList<>(found);
      more.add(Step.of((TallyRecorded) recorded.event(), recorded));
      return more;
    });
    return ofActivity(command).and(tallies, ActivityAndTallies::new);
  }

  /** An activity, and what was tallied there of the measure. */
  record ActivityAndTallies(Activity found, List<Step<TallyRecorded>> tallies) {}

  static Decision coverTopic(CoverTopic command, Header header, WithParty found) {
    Activity a = found.found();
    Optional<Decision> objection = unlessHeld(a).or(found::missing);
    if (objection.isPresent()) return objection.get();
    Optional<Unit> unit = command.examples().map(it -> it.unit()).filter(it -> !it.equals(Unit.PIECE));
    if (unit.isPresent()) {
      return refuse(new UnitMismatch(a.id(), "examples", unit.get(), Optional.of(Unit.PIECE)));
    }
    return accept(new TopicCovered(command.activity(), command.topic(), command.presenter(), command.examples(),
        command.listOpen(), a.holding().orElseThrow().id()));
  }

  private static Optional<Decision> unlessHeld(Activity a) {
    if (!a.isPlanned()) return Optional.of(a.refuseUnknown());
    return a.isHeld() ? Optional.empty() : Optional.of(a.refuseNotHeld(new NotHeld(a.id())));
  }
}
