package org.communityledger.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.communityledger.activities.ActivityCommand.CancelActivity;
import org.communityledger.activities.ActivityCommand.CheckIn;
import org.communityledger.activities.ActivityCommand.CloseActivity;
import org.communityledger.activities.ActivityCommand.CoverTopic;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.ActivityKind;
import org.communityledger.activities.Measures;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** What a district's offices and companies invite to: lectures, contests, meetings. Not thread-safe. */
final class ActivityMatters implements Matters {
  private static final double ACTIVITIES_IN_A_YEAR_AMONG_A_THOUSAND = 12;
  private static final List<String> TITLES = List.of("Day of the elderly", "Night lecture", "Spring fair", "Chess cup",
      "Safe stairs", "Free clinic", "Harvest festival", "Riders' evening", "First aid", "Residents' council");
  private static final List<String> GROUPS = List.of("juniors", "adults", "seniors");
  private static final List<String> TOPICS = List.of("fire", "fraud", "waste", "batteries", "pensions", "lifts");
  private static final List<ParticipantRole> ROLES = List.of(ParticipantRole.ATTENDEE, ParticipantRole.ATTENDEE,
      ParticipantRole.ATTENDEE, ParticipantRole.VOLUNTEER, ParticipantRole.PRESENTER, ParticipantRole.STAFF);

  private final District district;
  private final Chance chance;
  private final Pool<ActivityId> meetings;
  private final Pool<ActivityId> festivals;
  private final Map<String, Integer> editions = new HashMap<>();

  ActivityMatters(District district) {
    this.district = district;
    this.chance = district.chance();
    this.meetings = new Pool<>(chance);
    this.festivals = new Pool<>(chance);
  }

  /** The meetings that were held. */
  Pool<ActivityId> meetings() {
    return meetings;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of();
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(ACTIVITIES_IN_A_YEAR_AMONG_A_THOUSAND, () -> new OneActivity().agenda));
  }

  /** From the plan to the close. */
  private final class OneActivity {
    private final Agenda agenda = new Agenda(district);
    private final ActivityId id = new ActivityId(district.nextId());
    private final ActivityKind kind = chance.happens(150)
        ? ActivityKind.MEETING
        : chance.oneOf(List.of(ActivityKind.values()));
    private final OrgId host = chance.happens(600) ? District.OFFICE : district.someCompany();
    private final Set<Party> checkedIn = new HashSet<>();

    private OneActivity() {
      agenda.then(Agenda.HOURS, this::planned);
      if (chance.happens(60)) {
        agenda.then(Agenda.DAYS, () -> district.asks(new CancelActivity(id)));
        return;
      }
      agenda.then(Agenda.WEEKS, this::held);
      planCheckIns();
      planTallies();
      if (chance.happens(700)) {
        agenda.then(Agenda.DAYS, () -> district.asks(new CloseActivity(id)));
      }
    }

    private Asked planned() {
      String title = chance.oneOf(TITLES);
      Optional<Integer> edition = chance.happens(250)
          ? Optional.of(editions.merge(title, 1, Integer::sum))
          : Optional.empty();
      List<Party> coHosts = chance.happens(200) ? List.of(District.SUPERVISION) : List.of();
      Optional<When> plannedFor = chance.happens(800)
          ? Optional.of(When.on(district.today().plusDays(chance.between(2, 40))))
          : Optional.empty();
      Optional<ActivityId> partOf = chance.happens(60) ? festivals.some() : Optional.empty();
      if (kind == ActivityKind.FESTIVAL) {
        festivals.add(id);
      }
      return district.asks(new PlanActivity(id, kind, title, edition, List.of(host), coHosts, chance.happens(100),
          Optional.of(district.someEstate()), kind == ActivityKind.CONTEST ? GROUPS : List.of(), plannedFor, partOf));
    }

    private Asked held() {
      if (kind == ActivityKind.MEETING) {
        meetings.add(id);
      }
      return district.asks(District.CLERK, district.occurred(district.today().minusDays(7)), new HoldActivity(id,
          chance.happens(300) ? Optional.of(Tally.exact(chance.between(1, 4), Unit.SESSION)) : Optional.empty()));
    }

    /** Most are counted only; where somebody keeps a list, some write their names. */
    private void planCheckIns() {
      if (chance.happens(500)) {
        for (int left = chance.between(3, kind == ActivityKind.CONTEST ? 40 : 25); left > 0; left--) {
          agenda.perhaps(Agenda.MINUTES, this::checkedIn);
        }
      }
    }

    private Optional<Asked> checkedIn() {
      PersonId person = district.anyResident();
      if (!checkedIn.add(person)) {
        return Optional.empty();
      }
      boolean contests = kind == ActivityKind.CONTEST && chance.happens(800);
      CheckIn checkIn = contests
          ? new CheckIn(id, person, ParticipantRole.CONTESTANT, Optional.of(chance.oneOf(GROUPS)))
          : CheckIn.of(id, person, chance.oneOf(ROLES));
      return Optional.of(district.asks(checkIn));
    }

    private void planTallies() {
      if (chance.happens(850)) {
        int people = chance.between(10, 300);
        planTally(new RecordTally(id, Measures.ATTENDANCE, Optional.empty(),
            chance.happens(500) ? Tally.atLeast(people, Unit.PERSON) : Tally.exact(people, Unit.PERSON), false));
      }
      if (chance.happens(400)) {
        planTally(RecordTally.of(id, Measures.MATERIALS, "leaflet", Tally.about(chance.between(50, 500), Unit.COPY)));
      }
      if (kind == ActivityKind.CLINIC) {
        planTally(RecordTally.of(id, Measures.CONSULTATIONS, Tally.exact(chance.between(5, 80), Unit.PERSON_TIME)));
      }
      if (chance.happens(350)) {
        Optional<Party> presenter = chance.happens(500) ? Optional.of(district.someWorker()) : Optional.empty();
        Optional<Tally> examples = chance.happens(300)
            ? Optional.of(Tally.exact(chance.between(1, 6), Unit.PIECE))
            : Optional.empty();
        agenda.then(Agenda.HOURS, () -> district.asks(
            new CoverTopic(id, chance.oneOf(TOPICS), presenter, examples, chance.happens(150))));
      }
    }

    /** A few are counted again, and then the number is another. */
    private void planTally(RecordTally tally) {
      Counted counted = new Counted(tally);
      agenda.then(Agenda.HOURS, counted::asked);
      if (chance.happens(20)) {
        agenda.approved(Agenda.HOURS, "records.RetractEvent", () -> counted.event().tag(),
            approval -> district.asks(new RetractEvent(counted.event(), approval,
                List.of(new Replacement(counted.again(), Optional.empty())))));
      }
    }
  }

  /** A number that was told, and how it is told when it was wrong. */
  private final class Counted {
    private final RecordTally tally;
    private Optional<EventId> recorded = Optional.empty();

    private Counted(RecordTally tally) {
      this.tally = tally;
    }

    private Asked asked() {
      Asked asked = district.asks(tally);
      recorded = Optional.of(asked.event());
      return asked;
    }

    private EventId event() {
      return recorded.orElseThrow();
    }

    private RecordTally again() {
      return new RecordTally(tally.activity(), tally.measure(), tally.item(),
          Tally.exact(chance.between(10, 300), tally.value().unit()), tally.listOpen());
    }
  }
}
