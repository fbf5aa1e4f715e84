package org.communityledger.projection.activities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.activities.ActivityEvent;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.Measures;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.activities.ActivityRow.Attendance;

/**
 * What became of each planned activity, and what was counted there. Events taken back are ignored.
 *
 * <p>Its figures:
 * <ul>
 * <li><code>activities.planned{kind}</code>, <code>activities.held{kind}</code>, <code>activities.cancelled{kind}</code>:
 * activities by what became of them, in {@link Unit#ITEM}; what is closed was held
 * <li><code>activities.sessions{kind}</code>: sessions held, at least one where nobody says how many
 * <li><code>activities.attendanceCounted{activity,as,kind,party}</code>: the different persons, households or organisations
 * checked in to one activity in one role, in {@link Unit#PERSON}, {@link Unit#HOUSEHOLD} and {@link Unit#PIECE}. Over
 * several activities or roles the same ones may come again: those sums are no numbers of persons
 * <li><code>activities.checkIns{as,kind,party}</code>: check-ins, of persons in {@link Unit#PERSON_TIME}, of others in
 * {@link Unit#ITEM}
 * <li><code>activities.attendanceTallied{activity,kind,unit}</code>, <code>activities.materials{activity,kind,unit}</code>,
 * <code>activities.consultations{activity,kind,unit}</code>: what was tallied, apart from what was checked in
 * <li><code>activities.topics{activity,kind}</code>, <code>activities.examples{activity,kind}</code>: topics covered, and
 * the examples they were shown by, in {@link Unit#PIECE}
 * </ul>
 *
 * <p>Rows are found by {@code kind}, {@code state}, {@code place}, {@code host} (a party's tag: {@code org:union}) and
 * {@code partOf}.
 */
public final class ActivityLog implements Projection<ActivityId, ActivityRow> {
  private static final FigureKey PLANNED = FigureKey.of("activities.planned");
  private static final FigureKey HELD = FigureKey.of("activities.held");
  private static final FigureKey CANCELLED = FigureKey.of("activities.cancelled");
  private static final FigureKey SESSIONS = FigureKey.of("activities.sessions");
  private static final FigureKey ATTENDANCE_COUNTED = FigureKey.of("activities.attendanceCounted");
  private static final FigureKey CHECK_INS = FigureKey.of("activities.checkIns");
  private static final FigureKey ATTENDANCE_TALLIED = FigureKey.of("activities.attendanceTallied");
  private static final FigureKey MATERIALS = FigureKey.of("activities.materials");
  private static final FigureKey CONSULTATIONS = FigureKey.of("activities.consultations");
  private static final FigureKey TOPICS = FigureKey.of("activities.topics");
  private static final FigureKey EXAMPLES = FigureKey.of("activities.examples");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  @Override
  public String name() {
    return "activities.ActivityLog";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<ActivityId> keyType() {
    return ActivityId.class;
  }

  @Override
  public Class<ActivityRow> rowType() {
    return ActivityRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ActivityEvent.class);
  }

  @Override
  public Set<ActivityId> keys(RecordedEvent recorded) {
    return Set.of(((ActivityEvent) recorded.event()).activity());
  }

  @Override
  public Optional<ActivityRow> apply(ActivityId key, Optional<ActivityRow> row, Happening happening) {
    if (happening.event() instanceof ActivityPlanned plan) {
      return Optional.of(ActivityRow.of(plan, happening.recorded()));
    }
    return row.map(it -> it.after((ActivityEvent) happening.event(), happening.recorded()));
  }

  @Override
  public List<Contribution> figures(ActivityId key, ActivityRow row) {
    List<Contribution> figures = new ArrayList<>();
    figures.add(Contribution.of(became(row).with("kind", row.kind()), ONE));
    if (row.state().isHeld()) {
      figures.add(Contribution.of(SESSIONS.with("kind", row.kind()),
          row.sessions().orElse(Tally.atLeast(1, Unit.SESSION))));
    }
    for (Attendance each : row.attendance()) {
      FigureKey checkIns = CHECK_INS.with("kind", row.kind()).with("as", each.as()).with("party", each.party());
      figures.add(Contribution.of(checkIns, Tally.exact(each.number(), Parties.timesOf(each.party()))));
      figures.add(Contribution.of(of(ATTENDANCE_COUNTED, row).with("as", each.as()).with("party", each.party()),
          Tally.exact(each.number(), Parties.unitOf(each.party()))));
    }
    addTotal(figures, ATTENDANCE_TALLIED, Measures.ATTENDANCE, row);
    addTotal(figures, MATERIALS, Measures.MATERIALS, row);
    addTotal(figures, CONSULTATIONS, Measures.CONSULTATIONS, row);
    if (!row.topics().isEmpty()) {
      figures.add(Contribution.of(of(TOPICS, row), row.topicCount()));
    }
    row.examples().ifPresent(it -> figures.add(Contribution.of(of(EXAMPLES, row), it)));
    return figures;
  }

  private static FigureKey became(ActivityRow row) {
    return switch (row.state()) {
      case PLANNED -> PLANNED;
      case HELD, CLOSED -> HELD;
      case CANCELLED -> CANCELLED;
    };
  }

  private static void addTotal(List<Contribution> figures, FigureKey key, String measure, ActivityRow row) {
    row.total(measure)
        .forEach(it -> figures.add(Contribution.of(of(key, row).with("unit", it.unit().code()), it)));
  }

  private static FigureKey of(FigureKey key, ActivityRow row) {
    return key.with("activity", row.activity().value()).with("kind", row.kind());
  }

  @Override
  public Map<String, Function<ActivityRow, Collection<String>>> indexes() {
    return Map.of(
        "kind", row -> List.of(row.kind().name()),
        "state", row -> List.of(row.state().name()),
        "place", row -> row.plan().place().map(PlaceId::value).stream().toList(),
        "host", row -> row.plan().hosts().stream().map(Party::tag).map(Object::toString).toList(),
        "partOf", row -> row.plan().partOf().map(ActivityId::value).stream().toList());
  }
}
