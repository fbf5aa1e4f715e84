package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;

/**
 * The due date of each case, and whether it was kept. Only an extension moves a due date, no suspension; a reopened case is
 * not closed, and due anew. A case that is the same as another is in none of the rates. Events taken back are ignored.
 *
 * <p>Its figures, all in {@link Unit#ITEM}, by the month of the due date ({@code 2016-12}):
 * <ul>
 * <li><code>cases.dueOnTime{kind,month,owner}</code>: cases closed not later than their due date, out of the cases due
 * <li><code>cases.dueClosed{kind,month,owner}</code>: cases closed, out of the same
 * <li><code>cases.dueSuspended{kind,month,owner}</code>: cases due that are suspended at the month's end, in neither rate
 * <li><code>cases.dueUndone{kind,month,owner}</code>, <code>cases.dueExtendedLate{kind,month,owner}</code>: cases due that
 * were closed as withdrawn or answered, and whose due date was moved back when it had passed; in the rates, and told beside
 * them
 * <li><code>cases.dueNever{kind,owner}</code>: cases in hand or closed that have no due date, in no rate
 * </ul>
 * For other periods than months there is {@link #closing}.
 *
 * <p>Rows are found by {@code owner} and {@code due}, the month of the due date.
 */
public final class SlaBreaches implements Projection<CaseId, DueRow> {
  private static final FigureKey ON_TIME = FigureKey.of("cases.dueOnTime");
  private static final FigureKey CLOSED = FigureKey.of("cases.dueClosed");
  private static final FigureKey SUSPENDED = FigureKey.of("cases.dueSuspended");
  private static final FigureKey NEVER = FigureKey.of("cases.dueNever");
  private static final FigureKey UNDONE = FigureKey.of("cases.dueUndone");
  private static final FigureKey EXTENDED_LATE = FigureKey.of("cases.dueExtendedLate");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * How due dates that fall in a period were kept: the figures of this projection, by category instead of month. Suspended
   * are the cases that are so at the end of the period, or on the day {@code asOf} if that is earlier; without a due date
   * are those accepted or reopened in the period.
   *
   * @param asOf the day for which that is true: the day by which the events of the view had happened
   */
  public static PeriodRates closing(View<CaseId, DueRow> view, Period period, LocalDate asOf) {
    LocalDate end = asOf.isBefore(period.to()) ? asOf : period.to();
    return new PeriodRates(
        view.ask(row -> reply(row, period, end, it -> of(row, it).with("category", row.category()))), period, asOf);
  }

  /**
   * The cases that are over their due date on a day, or were when they were closed, longest first.
   */
  public static List<Breach> breaches(View<CaseId, DueRow> view, LocalDate day) {
    try (Stream<Map.Entry<CaseId, DueRow>> rows = view.stream()) {
      return rows.flatMap(it -> it.getValue().overBy(day).map(over -> new Breach(it.getValue(), over)).stream())
          .sorted((one, other) -> Long.compare(other.overBy().least(), one.overBy().least())).toList();
    }
  }

  /**
   * A case that is or was over its due date.
   *
   * @param row the case
   * @param overBy by how many days; from 0 where it may have been in time
   */
  public record Breach(DueRow row, Span overBy) {}

  private static FigureKey of(DueRow row, FigureKey figure) {
    return Owner.in(figure.with("kind", row.kind()), row.owner());
  }

  private static Reply reply(DueRow row, Period period, LocalDate end, UnaryOperator<FigureKey> key) {
    if (row.isDuplicate() || row.inHand().isEmpty()) {
      return Reply.none();
    }
    if (row.due().isEmpty()) {
      return Reply.when(period.contains(row.inHand().get()), one(key.apply(NEVER)), Reply.none());
    }
    if (!period.contains(row.due().get())) {
      return Reply.none();
    }
    Reply counted = Reply.when(row.isClosedOnTime(), one(key.apply(ON_TIME), true), one(key.apply(ON_TIME), false))
        .and(one(key.apply(CLOSED), row.closing().isPresent())).and(beside(row, key));
    return Reply.when(row.isSuspendedOn(end), one(key.apply(SUSPENDED)), counted);
  }

  private static Reply beside(DueRow row, UnaryOperator<FigureKey> key) {
    Optional<Boolean> undone = Optional.of(row.closing().filter(it -> isUndone(it.outcome())).isPresent());
    return Reply.when(undone, one(key.apply(UNDONE)), Reply.none())
        .and(Reply.when(row.wasExtendedLate(), one(key.apply(EXTENDED_LATE)), Reply.none()));
  }

  private static boolean isUndone(CaseOutcome outcome) {
    return outcome == CaseOutcome.WITHDRAWN || outcome == CaseOutcome.ANSWERED;
  }

  private static Reply one(FigureKey key) {
    return Reply.of(Contribution.of(key, ONE));
  }

  private static Reply one(FigureKey key, boolean counts) {
    return Reply.of(
        Contribution.of(key, new Ratio(Tally.exact(counts ? 1 : 0, Unit.ITEM), ONE, "cases-due-in-the-period")));
  }

  @Override
  public String name() {
    return "cases.SlaBreaches";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CaseId> keyType() {
    return CaseId.class;
  }

  @Override
  public Class<DueRow> rowType() {
    return DueRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseReported.class, CaseAccepted.class, CaseReopened.class, DeadlineExtended.class, CaseClosed.class,
        CaseMarkedDuplicate.class, DuplicateUnmarked.class, CaseSuspended.class, CaseResumed.class);
  }

  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return Set.of(((CaseEvent) recorded.event()).caseId());
  }

  @Override
  public Optional<DueRow> apply(CaseId key, Optional<DueRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(DueRow.of(report, happening));
    }
    return row.map(it -> it.after((CaseEvent) happening.event(), happening));
  }

  @Override
  public List<Contribution> figures(CaseId key, DueRow row) {
    if (row.isDuplicate() || row.inHand().isEmpty()) {
      return List.of();
    }
    if (row.due().isEmpty()) {
      return List.of(Contribution.of(of(row, NEVER), ONE));
    }
    YearMonth month = YearMonth.from(row.due().get());
    Period period = Period.of(month);
    return reply(row, period, period.to(), it -> of(row, it).with("month", month.toString())).contributions();
  }

  @Override
  public Map<String, Function<DueRow, Collection<String>>> indexes() {
    return Map.of(
        "owner", row -> row.owner().map(OrgId::value).stream().toList(),
        "due", row -> row.due().map(it -> YearMonth.from(it).toString()).stream().toList());
  }
}
