package org.communityledger.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/** One made-up case on its way: what the rules would have allowed, in an order they would have allowed. Not thread-safe. */
final class CaseLife {
  private static final List<String> MEASURES = List.of("repair", "replace", "fence-off", "clear", "pump-out");

  private final ReportCase report;
  private final CaseHistories district;
  private final OrgId owner;
  private final Actor doer;
  private final Actor inspector;
  private final Deque<Happening> ahead = new ArrayDeque<>();
  private Optional<EventId> acceptance = Optional.empty();
  private Optional<EventId> assignment = Optional.empty();
  private Optional<EventId> completion = Optional.empty();
  private Optional<EventId> verification = Optional.empty();
  private Optional<EventId> closing = Optional.empty();

  CaseLife(ReportCase report, CaseHistories district) {
    this.report = report;
    this.district = district;
    this.owner = district.someOrganisation();
    this.doer = Actor.of(district.someOrganisation(), "contractor");
    this.inspector = Actor.of(district.somePerson(), "inspector");
    plan();
  }

  @FunctionalInterface
  private interface Happening {
    CaseEvent under(EventId id);
  }

  private CaseId id() {
    return report.caseId();
  }

  private void plan() {
    ahead.add(it -> new CaseReported(id(), report.kind(), report.category(), report.place(), report.extent(),
        report.severity(), report.reporter(), report.channel(), report.affects()));
    if (district.happens(5)) {
      ahead.add(it -> new CaseDeclined(id(), DeclineGround.UNFOUNDED, Optional.empty()));
      return;
    }
    ahead.add(this::accepted);
    if (report.kind() == CaseKind.QUERY) {
      ahead.add(it -> closed(it, CaseOutcome.ANSWERED));
    } else {
      planWork();
    }
    if (district.happens(30)) {
      ahead.add(it -> new CaseRated(id(), Optional.of(true), Optional.of(district.happens(90)),
          Optional.of(district.happens(80)), Optional.of(3 + (district.happens(60) ? 2 : 0)), closing));
    }
  }

  private void planWork() {
    if (district.happens(25)) {
      ahead.add(it -> new InterimMeasureTaken(id(), "fence-off"));
    }
    if (district.happens(50)) {
      ahead.add(it -> new SurveyRecorded(id()));
    }
    if (report.severity() == Severity.HIGH || district.happens(40)) {
      ahead.add(it -> new PlanAgreed(id(), List.of(district.oneOf(MEASURES)), report.extent(), Extent.WHOLE,
          Optional.of(owner)));
    }
    planDoing();
    ahead.add(it -> closed(it, district.happens(85) ? CaseOutcome.FIXED : CaseOutcome.PARTLY_FIXED));
    if (district.happens(4)) {
      ahead.add(this::reopened);
      planDoing();
      ahead.add(it -> closed(it, CaseOutcome.FIXED));
    }
  }

  private void planDoing() {
    ahead.add(this::assigned);
    if (district.happens(60)) {
      ahead.add(it -> new WorkStarted(id(), assignment.orElseThrow()));
    }
    ahead.add(this::completed);
    if (district.happens(12)) {
      ahead.add(it -> new WorkRejected(id(), completion.orElseThrow()));
      ahead.add(this::completed);
    }
    ahead.add(this::verified);
  }

  private CaseEvent accepted(EventId event) {
    acceptance = Optional.of(event);
    return new CaseAccepted(id(), owner, Optional.empty(), Optional.of(district.day().plusDays(30)));
  }

  private CaseEvent assigned(EventId event) {
    assignment = Optional.of(event);
    return new CaseAssigned(id(), doer.who(), "mend", Optional.of(district.day().plusDays(20)), acceptance);
  }

  private CaseEvent completed(EventId event) {
    completion = Optional.of(event);
    Optional<Tally> effort = district.happens(40) ? Optional.of(Tally.exact(3, Unit.DAY)) : Optional.empty();
    return new WorkCompleted(id(), doer.who(), report.extent(), Extent.WHOLE, effort, assignment.orElseThrow());
  }

  private CaseEvent verified(EventId event) {
    verification = Optional.of(event);
    return new WorkVerified(id(), completion.orElseThrow());
  }

  private CaseEvent closed(EventId event, CaseOutcome outcome) {
    closing = Optional.of(event);
    return new CaseClosed(id(), outcome, Optional.empty(), verification);
  }

  private CaseEvent reopened(EventId event) {
    EventId ended = closing.orElseThrow();
    acceptance = Optional.of(event);
    verification = Optional.empty();
    return new CaseReopened(id(), 1, district.day().plusDays(15), ended);
  }

  boolean isOver() {
    return ahead.isEmpty();
  }

  /** What happens next, recorded under the id. */
  CaseEvent next(EventId event) {
    return ahead.removeFirst().under(event);
  }

  Actor actorOf(CaseEvent event) {
    return switch (event) {
      case WorkStarted it -> doer;
      case WorkCompleted it -> doer;
      case WorkVerified it -> inspector;
      case WorkRejected it -> inspector;
      default -> Actor.of(owner, "owner");
    };
  }
}
