package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.cases.CaseTimeline.StageSpan;

/**
 * How long a case was at each stage, and what the work is said to have taken.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param category the category in which it was reported
 * @param owner the organisation that accepted it
 * @param progress how far it has come
 * @param since since when it is at its stage
 * @param times the stages it has left, in the order in which it first left them; a suspension is a stage of its own, so
 *   that the others are net of it
 * @param efforts what the doers say the work took, in the order of the record; says nothing of dates
 * @param fixed when it was closed as fixed, wholly or partly; empty unless it is closed so
 * @param position the position of the last event about it
 */
public record StageRow(
    CaseId caseId,
    CaseKind kind,
    String category,
    Optional<OrgId> owner,
    CaseProgress progress,
    When since,
    List<StageTime> times,
    List<Tally> efforts,
    Optional<When> fixed,
    long position) {
  public StageRow {
    times = List.copyOf(times);
    efforts = List.copyOf(efforts);
  }

  /**
   * The time spent at a stage.
   *
   * @param stage the stage
   * @param visits how often the case was there
   * @param days the days of all visits together, an interval where dates are inexact
   */
  public record StageTime(Stage stage, int visits, Span days) {
    private StageTime and(StageTime other) {
      return new StageTime(stage, visits + other.visits, sum(days, other.days));
    }
  }

  static StageRow of(CaseReported report, Happening happening) {
    return new StageRow(report.caseId(), report.kind(), report.category(), Optional.empty(), CaseProgress.START,
        happening.occurred(), List.of(), List.of(), Optional.empty(), happening.recorded().position());
  }

  StageRow after(Happening happening) {
    CaseEvent event = (CaseEvent) happening.event();
    List<StageSpan> left = new ArrayList<>(0);
    StageClock clock = new StageClock(progress, Optional.of(since)).after(event, happening.occurred(), left::add);
    Optional<OrgId> by = event instanceof CaseAccepted it ? Optional.of(it.owner()) : owner;
    List<Tally> took = event instanceof WorkCompleted it && it.effort().isPresent()
        ? Stream.concat(efforts.stream(), it.effort().stream()).toList()
        : efforts;
    return new StageRow(caseId, kind, category, by, clock.progress(), clock.since().orElse(since), and(left), took,
        fixed(event, happening, clock.progress().stage()), Math.max(position, happening.recorded().position()));
  }

  private Optional<When> fixed(CaseEvent event, Happening happening, Stage stage) {
    if (event instanceof CaseClosed it) {
      boolean isFixed = it.outcome() == CaseOutcome.FIXED || it.outcome() == CaseOutcome.PARTLY_FIXED;
      return isFixed ? Optional.of(happening.bounded()) : Optional.empty();
    }
    return stage == Stage.CLOSED ? fixed : Optional.empty();
  }

  private List<StageTime> and(List<StageSpan> left) {
    if (left.isEmpty()) {
      return times;
    }
    List<StageTime> all = new ArrayList<>(times);
    for (StageSpan each : left) {
      StageTime more = new StageTime(each.stage(), 1, each.days());
      int place = all.stream().map(StageTime::stage).toList().indexOf(each.stage());
      if (place < 0) {
        all.add(more);
      } else {
        all.set(place, all.get(place).and(more));
      }
    }
    return all;
  }

  /** The days from report to closing, net of suspensions and of what it was closed, declined or a duplicate in between. */
  public Span daysInHand() {
    return times.stream().filter(it -> isInHand(it.stage())).map(StageTime::days).reduce(new Span(0, Optional.of(0L)),
        StageRow::sum);
  }

  private static boolean isInHand(Stage stage) {
    return switch (stage) {
      case REPORTED, ACCEPTED, ASSIGNED, WORKING, DONE, VERIFIED -> true;
      case SUSPENDED, CLOSED, DECLINED, DUPLICATE -> false;
    };
  }

  /** The stage on a day and the days it has been there since it came there last. */
  public StageTime standing(LocalDate day) {
    When from = progress.suspendedUntil().filter(it -> !it.isAfter(day)).map(When::on).orElse(since);
    return new StageTime(progress.stageOn(day), 1, from.until(When.on(day)));
  }

  private static Span sum(Span one, Span other) {
    return new Span(one.least() + other.least(), one.most().flatMap(it -> other.most().map(more -> it + more)));
  }
}
