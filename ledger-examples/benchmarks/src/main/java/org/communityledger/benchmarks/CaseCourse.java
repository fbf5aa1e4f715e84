package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Party;

/**
 * The course of one made-up case, in an order that the rules allow. Most cases take a dozen entries; some come back again
 * and again. Not thread-safe.
 */
final class CaseCourse {
  private static final int MOST_VISITS = 300;

  private final District district;
  private final Chance chance;
  private final CaseFile file;
  private final Recent accepted;
  private final Pool<ActivityId> meetings;
  private final Agenda agenda;

  /**
   * A case about to be reported.
   *
   * @param accepted the last case accepted at each place: a new one may turn out to be the same matter
   * @param meetings where it can be heard
   */
  CaseCourse(District district, Optional<Party> reporter, Recent accepted, Pool<ActivityId> meetings) {
    this.district = district;
    this.chance = district.chance();
    this.file = new CaseFile(district, reporter);
    this.accepted = accepted;
    this.meetings = meetings;
    this.agenda = new Agenda(district);
    plan();
  }

  Course agenda() {
    return agenda;
  }

  private void plan() {
    agenda.then(Agenda.MINUTES, file::reported);
    if (chance.happens(60)) {
      agenda.then(Agenda.HOURS, file::declined);
      planReopening(100);
      return;
    }
    if (chance.happens(50)) {
      agenda.perhaps(Agenda.HOURS, this::markDuplicate);
    }
    agenda.then(Agenda.HOURS, this::accept);
    if (chance.happens(10)) {
      agenda.approved(Agenda.HOURS, "records.RetractEvent", () -> file.reportId().tag(), file::reportCorrected);
    }
    if (file.report().kind() == CaseKind.QUERY) {
      CaseOutcome outcome = chance.happens(850) ? CaseOutcome.ANSWERED : CaseOutcome.REFERRED;
      agenda.then(Agenda.DAYS, () -> file.closed(outcome));
    } else if (chance.happens(80)) {
      planGivingUp();
    } else {
      planWork();
    }
    planRating(300);
    planReopening(50);
    if (chance.happens(3)) {
      agenda.approved(Agenda.WEEKS, "records.EraseSubject", () -> file.id().tag(), file::erased);
    }
  }

  private Optional<Asked> markDuplicate() {
    Optional<CaseId> of = accepted.at(file.report().place());
    if (of.isPresent()) {
      if (chance.happens(250)) {
        agenda.first(Agenda.DAY, file::duplicateUnmarked);
      } else {
        agenda.callOff();
      }
    }
    return of.map(file::markedDuplicate);
  }

  private Asked accept() {
    accepted.accepted(file.report().place(), file.id());
    return file.accepted();
  }

  private void planGivingUp() {
    CaseOutcome outcome = chance.oneOf(List.of(CaseOutcome.REFERRED, CaseOutcome.NOT_FIXED, CaseOutcome.WITHDRAWN));
    if (outcome == CaseOutcome.REFERRED) {
      agenda.then(Agenda.DAYS, () -> file.closed(outcome));
    } else {
      agenda.approved(Agenda.HOURS, "cases.CloseCase", () -> file.id().tag(),
          approval -> file.closed(outcome, approval));
    }
  }

  private void planWork() {
    planVisits();
    if (chance.happens(file.report().kind() == CaseKind.APPEAL ? 400 : 20)) {
      agenda.perhaps(Agenda.DAYS, () -> meetings.some().map(file::heard));
    }
    if (file.report().severity() == Severity.HIGH || chance.happens(400)) {
      agenda.then(Agenda.DAY, file::planAgreed);
    }
    if (chance.happens(60)) {
      planRest();
    }
    agenda.then(Agenda.DAY, file::assigned);
    while (chance.happens(50)) {
      agenda.then(Agenda.DAY, file::assignmentReturned);
      agenda.then(Agenda.DAY, file::assigned);
    }
    if (chance.happens(600)) {
      agenda.then(Agenda.DAY, file::workStarted);
    }
    if (chance.happens(80)) {
      planExtension();
    }
    planDoing();
    CaseOutcome outcome = chance.happens(850) ? CaseOutcome.FIXED : CaseOutcome.PARTLY_FIXED;
    agenda.then(Agenda.DAY, () -> file.closed(outcome));
  }

  /** Mostly none or one; a few cases need somebody to come by for years. */
  private void planVisits() {
    int visits = chance.repetitions(MOST_VISITS);
    for (int i = 0; i < visits; i++) {
      agenda.then(Agenda.DAYS, chance.happens(550) ? file::interimMeasureTaken : file::surveyRecorded);
      if (chance.happens(8)) {
        agenda.approved(Agenda.HOURS, "records.RetractEvent", () -> file.visit().tag(), file::visitTakenBack);
      }
    }
  }

  /** Half of the suspensions are ended, half run out. */
  private void planRest() {
    int days = chance.between(10, 60);
    agenda.approved(Agenda.HOURS, "cases.SuspendCase", () -> file.id().tag(),
        approval -> file.suspended(days, approval));
    if (chance.happens(500)) {
      agenda.after(Duration.ofDays(chance.between(1, days - 2)), () -> Optional.of(file.resumed()));
    } else {
      agenda.after(Duration.ofDays(days + 1L), () -> {
        file.rested();
        return Optional.empty();
      });
    }
  }

  private void planExtension() {
    agenda.perhaps(Agenda.HOURS, () -> file.due().map(due -> {
      ApprovalId approval = new ApprovalId(district.nextId());
      agenda.first(Agenda.HOURS, () -> file.deadlineExtended(approval));
      return district.approves(approval, "cases.ExtendDeadline", file.id().tag());
    }));
  }

  private void planDoing() {
    agenda.then(Agenda.DAYS, file::workCompleted);
    if (chance.happens(15)) {
      agenda.approved(Agenda.HOURS, "records.RetractEvent", () -> file.completion().tag(), file::completionCorrected);
    }
    if (chance.happens(120)) {
      agenda.then(Agenda.DAY, () -> file.workVerified(false));
      planDoing();
    } else {
      agenda.then(Agenda.DAY, () -> file.workVerified(true));
    }
  }

  private void planRating(int inAThousand) {
    if (chance.happens(inAThousand)) {
      agenda.then(Agenda.DAYS, file::rated);
    }
  }

  private void planReopening(int inAThousand) {
    if (chance.happens(inAThousand)) {
      agenda.then(Agenda.WEEKS, file::reopened);
      planWork();
      planRating(100);
      planReopening(200);
    }
  }
}
